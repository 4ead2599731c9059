import type { Actor } from '../actor.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { offerOf, primaryOf } from '../conversation/conversation.ts';
import type { FloorCounts, FloorQuery } from '../protocol/floor.ts';
import type { Scope } from '../directory/directory.ts';
import type { Time } from '../words.ts';
import type { FloorBody } from './entry.ts';
import type { Floor } from './floor.ts';
import { reasonsChangeAt } from './reasons.ts';
import { inScope } from './scope.ts';
import { filtersOf, SharedCounts, SharedView } from './shared-view.ts';
import { sortConversations } from './sort.ts';
import { SortedList } from './sorted-list.ts';

/** Part of a floor as somebody looks at it, before its rows are made. */
export interface IndexedAnswer {
  readonly total: number;
  readonly counts: FloorCounts;
  readonly window: readonly Conversation[];
}

/** A view that is kept up to date until it is closed. */
export interface Lens {
  /** The same for everybody who looks alike. */
  readonly key: string;
  /** What the view shows now; null where it is no longer all that they may see. */
  answer(offset: number, limit: number, now: Time): IndexedAnswer | null;
  close(): void;
}

interface Due {
  readonly id: string;
  readonly at: Time;
}

interface Kept<T> {
  readonly value: T;
  users: number;
}

/**
 * The views of one floor that somebody looks at, shared by all who look alike and kept in order change by change: a
 * change costs what the views cost, not what the floor holds. `changed` has to be told of every fold.
 */
export class FloorIndex {
  readonly #floor: Floor;
  readonly #views = new Map<string, Kept<SharedView>>();
  readonly #counts = new Map<string, Kept<SharedCounts>>();
  /** The conversations in which each person takes part, or which they monitor. */
  readonly #mine = new Map<string, Set<string>>();
  readonly #people = new Map<string, readonly string[]>();
  /** The agents whose load it is part of. */
  readonly #holders = new Map<string, readonly string[]>();
  /** When reasons next change by the clock alone. */
  readonly #due = new SortedList<Due>((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  readonly #dueAt = new Map<string, Due>();
  readonly #stamps = new Map<string, number>();
  #stamp = 0;

  constructor(floor: Floor, now: Time) {
    this.#floor = floor;
    for (const id of floor.conversations.keys()) this.#note(id, now);
  }

  /** Changes whenever something that a row of this conversation shows may have changed. */
  stampOf(id: string): number {
    return this.#stamps.get(id) ?? 0;
  }

  /** Conversations in which a person takes part or which they monitor. */
  of(person: string): readonly Conversation[] {
    return [...(this.#mine.get(person) ?? [])].flatMap((id) => this.#floor.conversations.get(id) ?? []);
  }

  /** The floor has been folded by this. A change of the directory may have moved everything. */
  changed({ changes, ledger }: FloorBody, now: Time): void {
    if (ledger || changes.some(({ of }) => of === 'directory')) return this.#rebuild(now);
    const touched = new Set<string>();
    const agents = new Set<string>();
    for (const change of changes) {
      if (change.of === 'views') continue;
      if (change.of === 'agent') agents.add(change.id);
      else touched.add(change.id);
    }
    // What an agent holds decides their presence, which stands in every row of theirs.
    for (const id of touched) for (const agent of this.#holders.get(id) ?? []) agents.add(agent);
    for (const id of touched) this.#put(id, now);
    for (const id of touched) for (const agent of this.#holders.get(id) ?? []) agents.add(agent);
    const others = new Set([...agents].flatMap((agent) => [...(this.#mine.get(agent) ?? [])]));
    for (const id of others) if (!touched.has(id)) this.#put(id, now);
  }

  /** Under what their view is kept; null where it shows more than their scope. */
  keyOf(actor: Actor, query: FloorQuery): string | null {
    return this.#seesByScopeOnly(actor) ? viewKey(actor, query) : null;
  }

  /** A supervisor's view; null where there is no key for it. */
  lens(actor: Actor, query: FloorQuery, now: Time): Lens | null {
    const key = this.keyOf(actor, query);
    if (key === null || actor.kind !== 'person') return null;
    const filters = filtersOf(query);
    const countsKey = `${scopeKey(actor.scope)} ${filters.key}`;
    const passes = (c: Conversation): boolean => inScope(actor, c) && filters.passes(c);
    const isMine = query.view === 'mine';
    const view = isMine ? undefined : kept(this.#views, key, () => new SharedView(query, passes, this.#floor, now));
    const counts = kept(this.#counts, countsKey, () => new SharedCounts(passes, this.#floor, now));
    return {
      key,
      answer: (offset, limit, at) => {
        if (!this.#seesByScopeOnly(actor)) return null;
        this.#tick(at);
        const own = this.of(actor.id).filter(passes);
        const all = { ...counts.counts, mine: own.length };
        if (view) return { total: view.total, counts: all, window: view.window(offset, limit) };
        const sorted = sortConversations(this.#floor, own, query.sort, query.descending, at);
        return { total: own.length, counts: all, window: sorted.slice(offset, offset + limit) };
      },
      close: () => {
        if (view) release(this.#views, key);
        release(this.#counts, countsKey);
      },
    };
  }

  /** Whether all that they may see lies in their scope, so that somebody else with that scope sees the same. */
  #seesByScopeOnly(actor: Actor): boolean {
    if (actor.kind !== 'person' || !actor.roles.includes('supervisor')) return false;
    if (actor.scope === 'all') return true;
    return !actor.roles.includes('agent') && this.of(actor.id).every((c) => inScope(actor, c));
  }

  #put(id: string, now: Time): void {
    this.#note(id, now);
    const c = this.#floor.conversations.get(id);
    for (const { value } of this.#views.values()) value.put(this.#floor, id, c, now);
    for (const { value } of this.#counts.values()) value.put(this.#floor, id, c, now);
  }

  /** What is known of a conversation whatever anybody looks at. */
  #note(id: string, now: Time): void {
    const c = this.#floor.conversations.get(id);
    if (!c) return this.#forget(id);
    // Written over, never deleted and set again: a large map is rebuilt after every so many deletions.
    this.#stamps.set(id, ++this.#stamp);
    const people = peopleOf(this.#floor, c);
    for (const person of this.#people.get(id) ?? []) if (!people.includes(person)) this.#mine.get(person)?.delete(id);
    this.#people.set(id, people);
    this.#holders.set(
      id,
      [primaryOf(c)?.id, offerOf(c)?.agent].filter((agent) => agent !== undefined),
    );
    for (const person of people) this.#mine.set(person, (this.#mine.get(person) ?? new Set()).add(id));
    this.#expect(id, reasonsChangeAt(this.#floor, c, now));
  }

  /** It has left the floor. */
  #forget(id: string): void {
    for (const person of this.#people.get(id) ?? []) this.#mine.get(person)?.delete(id);
    this.#people.delete(id);
    this.#holders.delete(id);
    this.#stamps.delete(id);
    this.#expect(id, null);
  }

  /** When its reasons next change by the clock alone; null where they do not. */
  #expect(id: string, at: Time | null): void {
    const due = this.#dueAt.get(id);
    if (due?.at === at || (due === undefined && at === null)) return;
    if (due) this.#due.delete(due);
    if (at === null) {
      this.#dueAt.delete(id);
      return;
    }
    const next = { id, at };
    this.#dueAt.set(id, next);
    this.#due.add(next);
  }

  /** Whatever the clock has changed since. */
  #tick(now: Time): void {
    for (let due = this.#due.first; due && due.at <= now; due = this.#due.first) this.#put(due.id, now);
  }

  #rebuild(now: Time): void {
    for (const id of new Set([...this.#floor.conversations.keys(), ...this.#people.keys()])) this.#put(id, now);
  }
}

const viewKey = (actor: Actor, query: FloorQuery): string | null =>
  actor.kind === 'person'
    ? `${scopeKey(actor.scope)} ${filtersOf(query).key} ${query.view === 'mine' ? `mine of ${actor.id}` : query.view} ${query.sort} ${query.descending}`
    : null;

const scopeKey = (scope: Scope): string => (scope === 'all' ? 'all' : JSON.stringify(scope.toSorted()));

/** Everybody whose view *mine* it is in. */
function peopleOf(floor: Floor, c: Conversation): readonly string[] {
  const ids = [
    primaryOf(c)?.id,
    offerOf(c)?.agent,
    ...c.consultants.map(({ id }) => id),
    ...c.consultees.map(({ id }) => id),
    ...(floor.rosters.get(c.id)?.watchers ?? []).map(({ id }) => id),
  ];
  return [...new Set(ids)].filter((id) => id !== undefined);
}

function kept<T>(all: Map<string, Kept<T>>, key: string, make: () => T): T {
  const known = all.get(key) ?? { value: make(), users: 0 };
  known.users += 1;
  all.set(key, known);
  return known.value;
}

function release<T>(all: Map<string, Kept<T>>, key: string): void {
  const known = all.get(key);
  if (!known) return;
  known.users -= 1;
  if (known.users === 0) all.delete(key);
}
