import express, { type Request, type Response, type Router } from 'express';
import { refusals } from '@floorwalk/core';
import { http, parse } from '@floorwalk/core/protocol';
import type { ChatTokens } from '../auth-port.ts';
import type { PublicPorts } from './port.ts';

export interface ChatRouterDeps {
  readonly chats: PublicPorts;
  readonly chatTokens: ChatTokens;
  /** The tenant that a page's new chats belong to; undefined: none, answered as an unknown address. */
  readonly tenantOf: (request: Request) => string | undefined;
}

/** `POST /v1/chat`: opens a conversation for whoever asks and answers with the token of this one conversation. */
export function chatRouter({ chats, chatTokens, tenantOf }: ChatRouterDeps): Router {
  const router = express.Router();
  router.post('/v1/chat', express.json({ limit: '32kb' }), async (request, response) => {
    const tenant = tenantOf(request);
    if (tenant === undefined) return problem(response, 'unknownRoute', refusals.unknownRoute);
    const body = parse(http.chatBody, request.body ?? {});
    if (!body.ok) return problem(response, 'malformed', body.reason);
    const port = await chats(tenant);
    const opened = await port.open(body.value);
    if (!('conversation' in opened)) return problem(response, opened.refusal, opened.detail);
    const { conversation } = opened;
    response.status(201).json({ token: await chatTokens.sign({ tenant, conversation }), conversation });
  });
  return router;
}

const statuses: Readonly<Record<string, number>> = {
  malformed: 400,
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
