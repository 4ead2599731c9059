/** When a token ends, milliseconds; NaN where it does not say. Its signature is the server's business. */
export function expiryOf(token: string): number {
  try {
    const [, payload = ''] = token.split('.');
    const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1_000 : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
