import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { exchangeOf, type Step } from './exchange.ts';

/** Answers a request for one conversation, whose id the path names. */
export type AnswerFor = (req: IncomingMessage, res: ServerResponse, conversation: string) => unknown;

export interface CommandsFirst {
  /** What every request goes through, in this order, before it is answered. */
  readonly steps: readonly Step[];
  /** By the last part of the path. */
  readonly commands: ReadonlyMap<string, AnswerFor>;
  /** Answers where a step or a command failed. */
  readonly failed: (error: unknown, req: IncomingMessage, res: ServerResponse, next: () => void) => void;
}

const ROOT = '/v1/conversations/';
/** Ids as they are: whatever needs decoding goes the long way. */
const PLAIN = /^[A-Za-z0-9._~@:-]+$/u;

/**
 * Takes `POST /v1/conversations/:id/COMMAND`, which comes more often than anything else, past the router: through the same
 * steps to the same answer as there. Every other request, and every other spelling of these, is the router's.
 */
export function commandsFirst({ steps, commands, failed }: CommandsFirst, router: RequestListener): RequestListener {
  return (req, res) => {
    const { method, url = '' } = req;
    const end = url.indexOf('/', ROOT.length);
    const command = method === 'POST' && end > 0 && url.startsWith(ROOT) ? commands.get(url.slice(end + 1)) : undefined;
    const conversation = command && url.slice(ROOT.length, end);
    if (conversation === undefined || !PLAIN.test(conversation)) return router(req, res);
    const route = `${ROOT}:id${url.slice(end)}`;
    let at = 0;
    const next = (error?: unknown): void => {
      if (error !== undefined) return failed(error, req, res, next);
      const step = steps[at++];
      // Named only once it is reached, as the router does it.
      if (!step) exchangeOf(res).route = route;
      take(() => (step ? step(req, res, next) : command?.(req, res, conversation)), next);
    };
    next();
  };
}

/** What is thrown or rejected goes on as an error. */
function take(step: () => unknown, failed: (error: unknown) => void): void {
  try {
    const taken = step();
    if (taken instanceof Promise) taken.catch(failed);
  } catch (error) {
    failed(error);
  }
}
