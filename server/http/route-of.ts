import type { IncomingMessage } from 'node:http';

interface Routed {
  readonly route?: { readonly path?: unknown };
  readonly baseUrl?: string;
}

/** The route that the router found for a request, as it is documented and without what stood in its places: labels end, and name nobody. */
export function routeOf({ route, baseUrl = '' }: IncomingMessage & Routed): string {
  const matched = route?.path;
  // Whatever letters it was asked for with: a label for each spelling would never end.
  return typeof matched === 'string' ? `${baseUrl.toLowerCase()}${matched}` : 'none';
}
