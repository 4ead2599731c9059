import { demoToken, type SignIn } from './shared-client.ts';

/** What the server said no with, or that it could not be asked. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
}

/** Asks the server's HTTP interface as whoever signs in. Throws an `HttpFailure` with the server's own sentence. */
export async function askHttp(
  { server, getToken, demo, user }: SignIn,
  path: string,
  signal: AbortSignal,
  { method = 'GET', body }: { readonly method?: string; readonly body?: object } = {},
): Promise<Response> {
  const token = await (getToken ?? (() => demoToken(server, demo ?? 'administrator', user)))();
  const response = await fetch(new URL(path, server), {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    signal,
  });
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { readonly detail?: string };
  throw new HttpFailure(problem.detail ?? `${response.status} ${response.statusText}`);
}
