import type { FloorRow } from '@floorwalk/core/protocol';

/** The public interface, as the replay's people use it: tokens, requests, answers or a thrown refusal. */
export interface FloorwalkClient {
  readonly url: string;
  /** A token that is good now. */
  token(role: 'supervisor' | 'agent' | 'administrator' | 'integration', user: string): Promise<string>;
  get<T>(path: string, who: string): Promise<T>;
  post<T>(path: string, body: object, who?: string): Promise<T>;
  put(path: string, body: object, who: string): Promise<void>;
}

export interface FloorPage {
  readonly items: readonly FloorRow[];
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
}

const RENEW_MS = 40 * 60_000;

/** A request that was refused: the problem's code and sentence. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: string;
  constructor(path: string, refusal: string, detail: string) {
    super(`${path}: ${refusal}: ${detail}`);
    this.refusal = refusal;
  }
}

/** Speaks to a server in demonstration mode. `who` is `role:user`; `now` is the server's clock, on which tokens age. */
export function createClient(url: string, now: () => number): FloorwalkClient {
  const tokens = new Map<string, { readonly token: string; readonly at: number }>();

  async function request<T>(
    method: string,
    path: string,
    body: object | undefined,
    who: string | undefined,
  ): Promise<T> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (who) {
      const [role, user] = who.split(' ') as ['supervisor', string];
      headers['authorization'] = `Bearer ${await token(role, user)}`;
    }
    const response = await fetch(new URL(path, url), { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const answer = (await response.json()) as T & { refusal?: string; detail?: string };
    if (!response.ok)
      throw new RefusedError(`${method} ${path}`, answer.refusal ?? String(response.status), answer.detail ?? '');
    return answer;
  }

  const token: FloorwalkClient['token'] = async (role, user) => {
    const key = `${role} ${user}`;
    const held = tokens.get(key);
    if (held && now() - held.at < RENEW_MS) return held.token;
    const fresh = await request<{ token: string }>('POST', '/demo/token', { role, user }, undefined);
    tokens.set(key, { token: fresh.token, at: now() });
    return fresh.token;
  };

  return {
    url,
    token,
    get: (path, who) => request('GET', path, undefined, who),
    post: (path, body, who) => request('POST', path, body, who),
    put: async (path, body, who) => void (await request('PUT', path, body, who)),
  };
}
