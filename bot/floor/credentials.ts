/** The bearer that the bot shows the server. */
export type Credentials = () => Promise<string>;

/** The demonstration's tokens live for an hour; a fresh one is asked for well before. */
const DEMO_TOKEN_MS = 45 * 60_000;

/** The key of the settings, or in the demonstration a token that the server issues to whoever asks. */
export function credentialsOf(
  server: string,
  key: string | null,
  now: () => number,
  demoUser = 'teams-bot',
): Credentials {
  if (key !== null) return () => Promise.resolve(key);
  let token: { readonly text: string; readonly until: number } | undefined;
  return async () => {
    if (token && token.until > now()) return token.text;
    const response = await fetch(new URL('/demo/token', server), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'integration', user: demoUser }),
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new Error(`The demonstration gave no token: ${response.status}.`);
    const { token: text } = (await response.json()) as { readonly token: string };
    token = { text, until: now() + DEMO_TOKEN_MS };
    return text;
  };
}
