import { chatEntry, parse, type ChatEntry } from '@floorwalk/core/protocol';
import type { PublicEntry } from './port.ts';

/** Names of notice parameters that customers may see: names of people, numbers and codes (N1). */
const SHOWN = ['agent', 'before', 'by', 'from', 'mode', 'person', 'to'] as const;

/** A public entry as its customer sees it, built field by field (P1); undefined for what a customer is never shown. */
export function toChatEntry(entry: PublicEntry): ChatEntry | undefined {
  const { offset, id, at } = entry;
  const made =
    entry.type === 'message'
      ? { type: 'message', offset, id, at, from: { kind: entry.from.kind, name: entry.from.name }, text: entry.text }
      : { type: 'notice', offset, id, at, kind: entry.kind, params: shownParams(entry.params) };
  const parsed = parse(chatEntry, made);
  return parsed.ok ? parsed.value : undefined;
}

function shownParams(params: Readonly<Record<string, string | number>>): Record<string, string | number> {
  const shown: Record<string, string | number> = {};
  for (const name of SHOWN) {
    const value = params[name];
    if (value !== undefined) shown[name] = value;
  }
  return shown;
}
