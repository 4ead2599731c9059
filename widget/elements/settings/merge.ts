import type { Value } from './directory.ts';

/** A field that two people changed, each to something else. */
export interface Collision {
  readonly field: string;
  readonly theirs: unknown;
}

export interface Merged {
  readonly value: Value;
  readonly collisions: readonly Collision[];
}

/**
 * What I changed since `base`, on top of what somebody else saved meanwhile: nothing of either is lost. Lists take what
 * each added and removed; where both changed one field, mine stays and theirs is told.
 */
export function merge(base: Value, mine: Value, theirs: Value): Merged {
  const collisions: Collision[] = [];
  return { value: mergeParts(base, mine, theirs, '', collisions), collisions };
}

function mergeParts(base: Value, mine: Value, theirs: Value, path: string, collisions: Collision[]): Value {
  const merged: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = mergeField(base[name], mine[name], theirs[name], `${path}${name}`, collisions);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

function mergeField(base: unknown, mine: unknown, theirs: unknown, field: string, collisions: Collision[]): unknown {
  if (isSame(base, mine) || isSame(mine, theirs)) return theirs;
  if (isSame(base, theirs)) return mine;
  if (isTexts(mine) && isTexts(theirs)) {
    const before = isTexts(base) ? base : [];
    const added = mine.filter((item) => !before.includes(item) && !theirs.includes(item));
    return [...theirs.filter((item) => mine.includes(item) || !before.includes(item)), ...added];
  }
  if (isRecord(mine) && isRecord(theirs))
    return mergeParts(isRecord(base) ? base : {}, mine, theirs, `${field}.`, collisions);
  collisions.push({ field, theirs });
  return mine;
}

/** Whether two values are alike, whatever the order of their fields. */
export const isSame = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b);

const sorted = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

const isRecord = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The part of a value at `autoClose.open`; dots are borders, but for a wording's key, which has none after its first. */
export const partAt = (value: Value, field: string): unknown => {
  const [name, rest] = borders(field);
  const part = value[name];
  return rest === undefined ? part : isRecord(part) ? partAt(part, rest) : undefined;
};

/** A field's part as it stands in an input; nothing where it is no text or number. */
export const textOf = (part: unknown): string =>
  typeof part === 'string' || typeof part === 'number' ? String(part) : '';

/** The value with another part at a field; undefined takes it away. */
export const withPart = (value: Value, field: string, part: unknown): Value => {
  const [name, rest] = borders(field);
  const { [name]: before, ...others } = value;
  const after = rest === undefined ? part : withPart(isRecord(before) ? before : {}, rest, part);
  if (after === undefined) return others;
  // In its place, so that the order of fields stays.
  return Object.hasOwn(value, name) ? { ...value, [name]: after } : { ...others, [name]: after };
};

const borders = (field: string): readonly [string, string?] => {
  const at = field.indexOf('.');
  return at < 0 ? [field] : [field.slice(0, at), field.slice(at + 1)];
};
