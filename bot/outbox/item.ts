import * as v from 'valibot';
import { place, type CardJson, type Place } from '../transport/activity.ts';

/**
 * What waits to be sent. A `line` is text that may travel together with its neighbours, a `card` a message of its own,
 * a `slot` a card that is edited in place: only its latest state is worth sending.
 */
export const item = v.object({
  key: v.string(),
  place,
  at: v.number(),
  state: v.picklist(['waiting', 'sending']),
  what: v.variant('is', [
    /** `entry`: the entry of the conversation that it shows. */
    v.object({ is: v.literal('line'), text: v.string(), entry: v.optional(v.string()) }),
    /** A customer's message of its own; how it went is told by the delivery's id. */
    v.object({ is: v.literal('delivery'), delivery: v.string(), text: v.string() }),
    /** `summary` says in one line what it was, should nobody know whether it was shown. */
    v.object({ is: v.literal('card'), card: v.custom<CardJson>(() => true), summary: v.string() }),
    /** A card in a thread of its own in a channel; the first of that name begins it. */
    v.object({
      is: v.literal('threaded'),
      thread: v.string(),
      card: v.custom<CardJson>(() => true),
      summary: v.string(),
    }),
    v.object({ is: v.literal('slot'), slot: v.string(), card: v.custom<CardJson>(() => true) }),
    v.object({ is: v.literal('edit'), id: v.string(), card: v.custom<CardJson>(() => true) }),
  ]),
});
export type Item = v.InferOutput<typeof item>;

/** One queue for each conversation of the service. */
export const laneOf = ({ tenant, conversation }: Place): string => `${tenant} ${conversation}`;

/** The longest text of one message, in UTF-16 units; Teams takes about 40,000. */
const LONGEST_MESSAGE = 20_000;

/** How many items from the front go out as one request: a run of lines, or one of anything else. */
export function nextTogether(waiting: readonly Item[]): readonly Item[] {
  const [first, ...rest] = waiting;
  if (!first) return [];
  if (first.what.is !== 'line') return [first];
  const together = [first];
  let length = first.what.text.length;
  for (const next of rest) {
    if (next.what.is !== 'line' || length + 1 + next.what.text.length > LONGEST_MESSAGE) break;
    length += 1 + next.what.text.length;
    together.push(next);
  }
  return together;
}
