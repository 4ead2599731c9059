import type { Conversation } from '../conversation/conversation.ts';
import { offerOf, primaryOf } from '../conversation/conversation.ts';
import { autoCloseAt } from '../conversation/deadlines.ts';
import type { SortColumn } from '../protocol/words.ts';
import { stepOf } from '../sentiment/step.ts';
import { states, type Time } from '../words.ts';
import type { Floor } from './floor.ts';
import { foldText } from './fold-text.ts';
import { reasonsOf, urgencyOf } from './reasons.ts';
import { personNamed, queueNamed } from './row.ts';
import { waitSince } from './wait.ts';

type Key = string | number | null;

/** A conversation with what decides its place; the keys change at moments only, never from one to the next. */
export interface Placed {
  readonly c: Conversation;
  readonly key: Key;
  readonly wait: Time | null;
}

/** A conversation with its place in the order of a column. */
export const placed = (floor: Floor, c: Conversation, column: SortColumn, now: Time): Placed => ({
  c,
  key: keyOf(floor, c, column, now),
  wait: waitSince(c),
});

/** The order of a column, the same for the same floor: ties by how long it waits, then by id. */
export const inOrderOf =
  (descending: boolean) =>
  (a: Placed, b: Placed): number =>
    compareKeys(a.key, b.key, descending) || compareKeys(a.wait, b.wait, false) || compareKeys(a.c.id, b.c.id, false);

/** The conversations in the order of one column. */
export const sortConversations = (
  floor: Floor,
  conversations: readonly Conversation[],
  column: SortColumn,
  descending: boolean,
  now: Time,
): readonly Conversation[] =>
  conversations
    .map((c) => placed(floor, c, column, now))
    .toSorted(inOrderOf(descending))
    .map(({ c }) => c);

/** What one column sorts by; null has nothing in this column and comes last either way. */
function keyOf(floor: Floor, c: Conversation, column: SortColumn, now: Time): Key {
  switch (column) {
    case 'attention':
      return urgencyOf(reasonsOf(floor, c, now));
    case 'customer':
      return foldText(c.customer.name);
    case 'subject':
      return c.subject === '' ? null : foldText(c.subject);
    case 'queue':
      return foldText(queueNamed(floor, c.queue).name);
    case 'channel':
      return c.channel;
    case 'agent': {
      const id = primaryOf(c)?.id ?? offerOf(c)?.agent;
      return id === undefined ? null : foldText(personNamed(floor, id).name);
    }
    case 'state':
      return states.indexOf(c.state);
    case 'wait': {
      const since = waitSince(c);
      return since === null ? null : -since;
    }
    case 'sentiment':
      return stepOf(c.sentiment.scores) || null;
    case 'transfers':
      return c.transfers;
    case 'autoCloseAt': {
      const workstream = floor.workstreams.get(c.workstream);
      return workstream ? autoCloseAt(c, workstream) : null;
    }
  }
}

function compareKeys(a: Key, b: Key, descending: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const less = a < b ? -1 : 1;
  return descending ? -less : less;
}
