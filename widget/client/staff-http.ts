import { demoToken, type SignIn } from './shared-client.ts';

/** What the server says of a request that it refuses. */
export interface Problem {
  readonly refusal?: string;
  /** What the code means, whatever it was this time. */
  readonly title?: string;
  readonly detail?: string;
  /** What of the request it is about. */
  readonly field?: string;
  readonly winner?: { readonly person: string; readonly at: number };
}

/** What the server said no with, or that it could not be asked. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly problem: Problem;
  constructor(message: string, problem: Problem) {
    super(message);
    this.problem = problem;
  }
}

/** Asks the server's HTTP interface as whoever signs in. Throws an `HttpFailure` with the server's own sentence. */
export async function askHttp(
  { server, getToken, demo, user }: SignIn,
  path: string,
  signal: AbortSignal,
  {
    method = 'GET',
    body,
    headers = {},
  }: { readonly method?: string; readonly body?: object; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const token = await (getToken ?? (() => demoToken(server, demo ?? 'administrator', user)))();
  const response = await fetch(new URL(path, server), {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
    signal,
  });
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as Problem;
  throw new HttpFailure(problem.detail ?? `${response.status} ${response.statusText}`, problem);
}
