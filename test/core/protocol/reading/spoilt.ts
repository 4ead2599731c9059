import fc from 'fast-check';

/** A JSON value with one of its parts, at any depth, left out or replaced; and whether it was left out. */
export function spoilt(value: unknown, at: number, by: fc.JsonValue | undefined): unknown {
  const paths: string[][] = [];
  const visit = (part: unknown, path: string[]): void => {
    if (path.length > 0) paths.push(path);
    if (typeof part === 'object' && part !== null)
      for (const [name, inner] of Object.entries(part)) visit(inner, [...path, name]);
  };
  visit(value, []);
  const copy = structuredClone(value) as Record<string, unknown>;
  const path = paths[at % paths.length] ?? [];
  const parent = path.slice(0, -1).reduce((part, name) => part[name] as Record<string, unknown>, copy);
  const last = path.at(-1) ?? '';
  if (by === undefined && !Array.isArray(parent)) delete parent[last];
  else parent[last] = by ?? null;
  return copy;
}

/** What may stand where something else should. */
export const odd = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue(),
  fc.constantFrom('message', 'notice', 'customer', -1, 1.5, true),
);
