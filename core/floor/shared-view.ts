import type { Conversation } from '../conversation/conversation.ts';
import type { FloorCounts, FloorQuery } from '../protocol/floor.ts';
import type { FloorView } from '../protocol/words.ts';
import type { Time } from '../words.ts';
import type { Floor } from './floor.ts';
import { belongs, filterOf, noCounts } from './query.ts';
import { inOrderOf, placed, type Placed } from './sort.ts';
import { SortedList } from './sorted-list.ts';

/** What a view asks for besides its window. */
export type ViewQuery = Omit<FloorQuery, 'offset' | 'limit'>;

/** One view of one scope, kept in order while conversations change one by one; never `mine`, which is a person's own. */
export class SharedView {
  readonly #query: ViewQuery;
  readonly #passes: (c: Conversation) => boolean;
  readonly #list: SortedList<Placed>;
  readonly #known: Map<string, Placed>;

  constructor(query: ViewQuery, passes: (c: Conversation) => boolean, floor: Floor, now: Time) {
    this.#query = query;
    this.#passes = passes;
    const all = [...floor.conversations.values()]
      .filter((c) => this.#takes(floor, c, now))
      .map((c) => placed(floor, c, query.sort, now));
    this.#known = new Map(all.map((one) => [one.c.id, one]));
    this.#list = new SortedList(inOrderOf(query.descending), all);
  }

  get total(): number {
    return this.#list.size;
  }

  /** Puts a conversation where it belongs now; undefined: it is no longer on the floor. */
  put(floor: Floor, id: string, c: Conversation | undefined, now: Time): void {
    const before = this.#known.get(id);
    if (before) this.#list.delete(before);
    if (!c || !this.#takes(floor, c, now)) {
      this.#known.delete(id);
      return;
    }
    // Written over, never deleted and set again: a large map is rebuilt after every so many deletions.
    const after = placed(floor, c, this.#query.sort, now);
    this.#known.set(id, after);
    this.#list.add(after);
  }

  window(offset: number, limit: number): readonly Conversation[] {
    return this.#list.slice(offset, limit).map(({ c }) => c);
  }

  #takes(floor: Floor, c: Conversation, now: Time): boolean {
    return this.#passes(c) && belongs(floor, c, this.#query.view, '', now);
  }
}

/** How many conversations of one scope each view has under the same filters. */
export class SharedCounts {
  readonly #passes: (c: Conversation) => boolean;
  readonly #known = new Map<string, readonly FloorView[]>();
  readonly #counts: Record<FloorView, number> = { ...noCounts };

  constructor(passes: (c: Conversation) => boolean, floor: Floor, now: Time) {
    this.#passes = passes;
    for (const [id, c] of floor.conversations) this.put(floor, id, c, now);
  }

  /** All but `mine`, which is 0. */
  get counts(): FloorCounts {
    return this.#counts;
  }

  put(floor: Floor, id: string, c: Conversation | undefined, now: Time): void {
    for (const view of this.#known.get(id) ?? []) this.#counts[view] -= 1;
    if (!c || c.state === 'closed' || !this.#passes(c)) {
      this.#known.delete(id);
      return;
    }
    const views: FloorView[] = belongs(floor, c, 'attention', '', now)
      ? ['all', c.state, 'attention']
      : ['all', c.state];
    this.#known.set(id, views);
    for (const view of views) this.#counts[view] += 1;
  }
}

/** The filters of a query as one key and one test. */
export function filtersOf(query: ViewQuery): { readonly key: string; readonly passes: (c: Conversation) => boolean } {
  const { queues, agents, channels, sentiments, text } = query;
  return {
    key: JSON.stringify([
      queues.toSorted(),
      agents.toSorted(),
      channels.toSorted(),
      sentiments.toSorted((a, b) => a - b),
      text.trim(),
    ]),
    passes: filterOf({ ...query, offset: 0, limit: 0 }),
  };
}
