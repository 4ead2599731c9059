import { LiveClient } from './live-client.ts';

/** How a panel signs in: a callback of the page, or in a demonstration a role and a user. */
export interface SignIn {
  readonly server: string;
  readonly getToken?: (() => Promise<string>) | undefined;
  readonly demo?: string;
  readonly user?: string;
  readonly desk?: boolean;
}

interface Held {
  readonly client: LiveClient;
  users: number;
  closing: ReturnType<typeof setTimeout> | undefined;
}

interface Shared {
  readonly held: Map<string, Held>;
  readonly callbacks: WeakMap<() => Promise<string>, number>;
  made: number;
}

/** Kept under a registered symbol, so that two copies of the script on one page share one connection too. */
const PLACE = Symbol.for('floorwalk.connections.1');
const page = document as { [PLACE]?: Shared };
const shared = (page[PLACE] ??= { held: new Map(), callbacks: new WeakMap(), made: 0 });
const { held, callbacks } = shared;
/** Moving a panel on the page must not cost a connection. */
const GRACE_MS = 5_000;

/** The page's connection for this sign-in, made on first use; the result's `release` gives it back. */
export function shareClient(signIn: SignIn): { readonly client: LiveClient; readonly release: () => void } {
  const key = keyOf(signIn);
  const found = held.get(key) ?? { client: new LiveClient(optionsOf(signIn)), users: 0, closing: undefined };
  clearTimeout(found.closing);
  held.set(key, found);
  found.users += 1;
  let isReleased = false;
  return {
    client: found.client,
    release: () => {
      if (isReleased) return;
      isReleased = true;
      found.users -= 1;
      if (found.users > 0) return;
      found.closing = setTimeout(() => {
        held.delete(key);
        found.client.close();
      }, GRACE_MS);
    },
  };
}

function keyOf({ server, getToken, demo = '', user = '', desk = false }: SignIn): string {
  let callback = 0;
  if (getToken) {
    callback = callbacks.get(getToken) ?? ++shared.made;
    callbacks.set(getToken, callback);
  }
  return JSON.stringify([server, callback, demo, user, desk]);
}

function optionsOf({ server, getToken, demo, user, desk = false }: SignIn) {
  return { server, desk, getToken: getToken ?? (() => demoToken(server, demo ?? 'supervisor', user)) };
}

/** A token from a server in demonstration mode. */
export async function demoToken(server: string, role: string, user: string | undefined): Promise<string> {
  const body = JSON.stringify({ role, ...(user ? { user } : {}) });
  const response = await fetch(new URL('/demo/token', server), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  if (!response.ok) throw new Error('The demonstration gave no token. Set getToken on the panel.');
  return ((await response.json()) as { token: string }).token;
}
