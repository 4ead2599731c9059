import express, { type Request, type Response, type Router } from 'express';
import { isRefusal, refusals } from '@floorwalk/core';
import { http, parse } from '@floorwalk/core/protocol';
import type { ChatTokens, SiteIdentities } from '../auth-port.ts';
import type { NewChat, PublicPorts } from './port.ts';

export interface ChatRouterDeps {
  readonly chats: PublicPorts;
  readonly chatTokens: ChatTokens;
  /** Who the site says that its customer is. */
  readonly identify: SiteIdentities;
  /** The tenant that a page's new chats belong to; undefined: none, answered as an unknown address. */
  readonly tenantOf: (request: Request) => string | undefined;
}

/** Who knows the key gets the token again: as long as a random UUID without its dashes, at least. */
const SECRET_KEY = /^[A-Za-z0-9._:-]{22,128}$/u;

/** `POST /v1/chat`: opens a conversation for whoever asks and answers with the token of this one conversation. */
export function chatRouter({ chats, chatTokens, identify, tenantOf }: ChatRouterDeps): Router {
  const router = express.Router();
  router.post('/v1/chat', express.json({ limit: '32kb' }), async (request, response) => {
    const tenant = tenantOf(request);
    if (tenant === undefined) return problem(response, 'unknownRoute', refusals.unknownRoute);
    const body = parse(http.chatBody, request.body ?? {});
    if (!body.ok) return problem(response, 'malformed', body.reason);
    const chat = await chatOf(body.value, identify);
    if ('refusal' in chat) return problem(response, chat.refusal, chat.detail);
    const key = request.get('Idempotency-Key');
    if (key !== undefined && !SECRET_KEY.test(key))
      return problem(
        response,
        'malformed',
        'Idempotency-Key: must be 22 to 128 letters, digits or . _ : - that nobody can guess.',
      );
    const port = await chats(tenant);
    const opened = await port.open(chat, key);
    if (!('conversation' in opened)) return problem(response, opened.refusal, opened.detail);
    const { conversation } = opened;
    response.status(201).json({ token: await chatTokens.sign({ tenant, conversation }), conversation });
  });
  return router;
}

/**
 * The chat that is asked for, in the name of whom the site signed for. What a page says of itself is a name to be called
 * by; an id, by which conversations are found, comes from a signed identity only, since pages are in anybody's hands.
 */
async function chatOf(
  { identity, ...chat }: NewChat & { readonly identity?: string | undefined },
  identify: SiteIdentities,
): Promise<NewChat | { readonly refusal: string; readonly detail: string }> {
  if (identity !== undefined) {
    const customer = await identify(identity);
    return isRefusal(customer) ? customer : { ...chat, customer: { ...chat.customer, ...customer } };
  }
  return chat.customer.id === undefined
    ? chat
    : { refusal: 'malformed', detail: 'customer.id: only an identity that the site signed names one.' };
}

const statuses: Readonly<Record<string, number>> = {
  malformed: 400,
  unauthenticated: 401,
  tooLarge: 413,
  unknownRoute: 404,
  unknownWorkstream: 404,
  unknownQueue: 404,
  tooManyRequests: 429,
  busy: 503,
};

/** A refusal as `application/problem+json`, with nothing in it but the refusal (P2). */
function problem(response: Response, refusal: string, detail: string): void {
  const status = statuses[refusal] ?? 409;
  response
    .status(status)
    .type('application/problem+json')
    .json({ type: 'about:blank', title: refusal, status, refusal, detail });
}
