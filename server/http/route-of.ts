import type { Request } from 'express';

/** The route that a request took, as it is documented and without what stood in its places: labels end, and name nobody. */
export function routeOf({ route, baseUrl }: Request): string {
  const matched: unknown = (route as { path?: unknown } | undefined)?.path;
  // Whatever letters it was asked for with: a label for each spelling would never end.
  return typeof matched === 'string' ? `${baseUrl.toLowerCase()}${matched}` : 'none';
}
