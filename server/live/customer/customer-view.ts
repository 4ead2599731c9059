import { chatEntry, parse, type ChatEntry } from '@floorwalk/core/protocol';
import type { PublicEntry } from './port.ts';

type Speaker = Extract<PublicEntry, { type: 'message' }>['from'];

/** Names of notice parameters that customers may see: names of people, numbers and codes (N1). */
const SHOWN = ['agent', 'before', 'by', 'from', 'mode', 'person', 'to'] as const;

/** A public entry as its customer sees it, built field by field (P1); undefined for what a customer is never shown. */
export function toChatEntry(entry: PublicEntry): ChatEntry | undefined {
  const { offset, id, at } = entry;
  const made =
    entry.type === 'message'
      ? { type: 'message', offset, id, at, from: speakerOf(entry.from), text: entry.text }
      : { type: 'notice', offset, id, at, kind: entry.kind, params: shownParams(entry.params) };
  const parsed = parse(chatEntry, made);
  return parsed.ok ? parsed.value : undefined;
}

/** Who spoke, in the customer's terms: of the house there are agents and consultants. */
const speakerOf = ({ kind, name }: Speaker): { kind: Exclude<Speaker['kind'], 'consultee'>; name: string } => ({
  kind: kind === 'consultee' ? 'agent' : kind,
  name,
});

function shownParams(params: Readonly<Record<string, string | number>>): Record<string, string | number> {
  const shown: Record<string, string | number> = {};
  for (const name of SHOWN) {
    const value = params[name];
    if (value !== undefined) shown[name] = value;
  }
  return shown;
}
