import type { Actor } from '../actor.ts';
import { actorId } from '../actor.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { offerOf, primaryOf } from '../conversation/conversation.ts';
import type { FloorCounts, FloorQuery, FloorRow } from '../protocol/floor.ts';
import type { FloorView } from '../protocol/words.ts';
import { stepOf } from '../sentiment/step.ts';
import type { Time } from '../words.ts';
import type { Floor } from './floor.ts';
import { foldText } from './fold-text.ts';
import { reasonsOf } from './reasons.ts';
import { rowOf } from './row.ts';
import { isMine, maySee } from './scope.ts';
import { sortConversations } from './sort.ts';

/** The visible window of one view. */
export interface FloorAnswer {
  /** Conversations in the view, the window and all the others. */
  readonly total: number;
  /** How many each view would have under the same filters. */
  readonly counts: FloorCounts;
  /** Ids of the window, in order. */
  readonly order: readonly string[];
  readonly rows: readonly FloorRow[];
}

/** Answers what a client asks of the floor (F2): what they may not see is left out before anything is counted. */
export function queryFloor(floor: Floor, actor: Actor, query: FloorQuery, now: Time): FloorAnswer {
  const passes = filterOf(query);
  const me = actorId(actor);
  const counts: Record<FloorView, number> = { ...noCounts };
  const selected: Conversation[] = [];
  for (const c of floor.conversations.values()) {
    if (!passes(c) || !maySee(floor, actor, c)) continue;
    const isIn = (view: FloorView): boolean => belongs(floor, c, view, me, now);
    counts.all += 1;
    counts[c.state === 'closed' ? 'all' : c.state] += 1;
    if (isIn('attention')) counts.attention += 1;
    if (isIn('mine')) counts.mine += 1;
    if (isIn(query.view)) selected.push(c);
  }
  const window = sortConversations(floor, selected, query.sort, query.descending, now).slice(
    query.offset,
    query.offset + query.limit,
  );
  return {
    total: selected.length,
    counts,
    order: window.map(({ id }) => id),
    rows: window.map((c) => rowOf(floor, c, actor, now)),
  };
}

export const noCounts: FloorCounts = { all: 0, attention: 0, open: 0, active: 0, waiting: 0, 'wrap-up': 0, mine: 0 };

/** Whether a conversation is in a view; `me` is whose the view *mine* is. */
export function belongs(floor: Floor, c: Conversation, view: FloorView, me: string, now: Time): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'attention':
      return reasonsOf(floor, c, now).length > 0;
    case 'mine':
      return isMine(floor, c, me);
    default:
      return c.state === view;
  }
}

/** All filters must pass; an empty one passes everything. */
export function filterOf({ queues, agents, channels, sentiments, text }: FloorQuery): (c: Conversation) => boolean {
  const wanted = foldText(text.trim());
  const isAgents = (c: Conversation): boolean =>
    [primaryOf(c)?.id, offerOf(c)?.agent].some((id) => id !== undefined && agents.includes(id));
  return (c) =>
    (queues.length === 0 || queues.includes(c.queue)) &&
    (channels.length === 0 || channels.includes(c.channel)) &&
    (agents.length === 0 || isAgents(c)) &&
    (sentiments.length === 0 || sentiments.includes(stepOf(c.sentiment.scores))) &&
    (wanted === '' || searchable(c).includes(wanted));
}

/** Folded once per state of a conversation: folding is what a search costs. */
const folded = new WeakMap<Conversation, string>();

function searchable(c: Conversation): string {
  const known = folded.get(c);
  if (known !== undefined) return known;
  // A separator that no search text contains, so that nothing matches across the two.
  const made = `${foldText(c.subject)}\u0000${foldText(c.customer.name)}`;
  folded.set(c, made);
  return made;
}
