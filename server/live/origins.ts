import type { IncomingMessage } from 'node:http';

/** Pages that may connect: `*` for every one, else their origins. A page of this server and programs always may. */
export type Origins = '*' | readonly string[];

/** Whether the page that asks for this connection may have it. */
export function isAllowedOrigin({ headers }: IncomingMessage, allowed: Origins): boolean {
  const { origin, host } = headers;
  if (origin === undefined || allowed === '*' || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
