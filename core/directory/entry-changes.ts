import type { DirectoryEntry, Identity } from './directory.ts';

/** One field of an entry that a save changed, as text; null: it was not there. */
export interface FieldChange {
  /** With dots where it lies deeper: `switches.monitor`, `autoClose.open`. */
  readonly field: string;
  readonly was: string | number | boolean | null;
  readonly now: string | number | boolean | null;
}

/** An entry, of whatever kind: what is compared is its value's fields. */
interface Valued {
  readonly kind?: DirectoryEntry['kind'];
  readonly value: object;
}

const LONGEST = 300;

/** The fields in which an entry differs from what was saved before; all that are set where there was nothing (R4). */
export function entryChanges(before: Valued | undefined, after: Valued): readonly FieldChange[] {
  const was = before === undefined ? new Map<string, Plain>() : flat(before.value);
  const now = flat(after.value);
  const fields = [...new Set([...was.keys(), ...now.keys()])].filter((field) => field !== 'id');
  return fields.flatMap((field) => {
    const change = { field, was: was.get(field) ?? null, now: now.get(field) ?? null };
    return change.was === change.now ? [] : [change];
  });
}

/** The same as a line of the record has it: `was.name`, `now.name`. */
export const changeDetails = (changes: readonly FieldChange[]): Readonly<Record<string, Plain>> =>
  Object.fromEntries(
    changes.flatMap(({ field, was, now }) => [
      [`was.${field}`, short(was)],
      [`now.${field}`, short(now)],
    ]),
  );

type Plain = string | number | boolean | null;

function flat(value: object, path = '', into = new Map<string, Plain>()): Map<string, Plain> {
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    const field = `${path}${name}`;
    if (part === undefined) continue;
    if (Array.isArray(part)) into.set(field, part.map(textOf).toSorted().join(', '));
    else if (typeof part === 'object' && part !== null) flat(part, `${field}.`, into);
    else into.set(field, part as Plain);
  }
  return into;
}

function textOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  // Of a key people recognise the label; its hash says nothing to them.
  if ('sha256' in item && 'label' in item) return String(item.label);
  if ('issuer' in item || 'entra' in item) return identityText(item as Identity);
  return Object.values(item).map(String).join(' ');
}

/** An identity as one line: who vouches for whom. */
const identityText = (identity: Identity): string =>
  'entra' in identity
    ? `Entra ${identity.entra.tenant} ${identity.entra.object}`
    : `${identity.issuer} ${identity.subject}`;

const short = (value: Plain): Plain =>
  typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
