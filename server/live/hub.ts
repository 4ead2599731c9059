import type { Plane } from '@floorwalk/core';
import type { Author } from '@floorwalk/core/conversation';
import { offerOf, primaryOf } from '@floorwalk/core/conversation';
import { FloorIndex } from '@floorwalk/core/floor';
import type { Folded, PlaneItem, Tenant } from '../engine/engine.ts';
import { GapReads } from './gap-reads.ts';
import { SharedRows } from './shared-rows.ts';
import { Audiences } from './topics/audience.ts';
import { Reading } from './topics/reading.ts';
import type { ConversationTopic } from './topics/conversation-topic.ts';
import type { SharedFloor } from './topics/floor-topic.ts';
import type { RowTopic } from './topics/row-topic.ts';
import { WaitingLeases } from './waiting-leases.ts';
import type { WatchDeps } from './watch.ts';
import { Welcomes } from './welcome.ts';
import type { Wheel } from './wheel.ts';

/** A staff connection as the hub sees it. */
export interface Member {
  /** Rights may have changed in the directory (R3). */
  recheck(): void;
  /** Sends a typing sign under this subscription. */
  typing(subscription: string, who: Author, plane: Plane): void;
  /** This person has left all desks, wherever they said so (K5). */
  signedOut(person: string): void;
  /** Everything was read again from the store. */
  reloaded(): void;
}

/** Who listens to what, for one tenant: each committed change touches the subscriptions that it may concern. */
export class Hub {
  readonly tenant: Tenant;
  /** What those who come back to a conversation lack. */
  readonly gaps: GapReads;
  readonly welcomes: Welcomes;
  readonly #wheel: Wheel;
  readonly #waiting: WaitingLeases;
  readonly #members = new Set<Member>();
  readonly #rows = new Set<RowTopic>();
  readonly #conversations = new Map<string, Map<ConversationTopic, Member>>();
  readonly #audiences = new Map<string, Audiences>();
  #floor: SharedFloor | undefined;
  readonly #stops: readonly (() => void)[];

  constructor(tenant: Tenant, wheel: Wheel) {
    this.tenant = tenant;
    this.gaps = new GapReads(tenant);
    this.welcomes = new Welcomes(tenant);
    this.#wheel = wheel;
    this.#waiting = new WaitingLeases(wheel);
    this.#stops = [tenant.onFold((folded) => this.#folded(folded)), tenant.onReload(() => this.#reloaded())];
  }

  /** Whether anybody is connected here. */
  get isInUse(): boolean {
    return this.#members.size > 0 || this.#rows.size > 0 || this.#conversations.size > 0;
  }

  /** Adds a connection; the result removes it. */
  join(member: Member): () => void {
    this.#members.add(member);
    return () => this.#members.delete(member);
  }

  /** What everybody who looks at the floor shares; kept up to date from the first who does. */
  floor(): SharedFloor {
    const { tenant } = this;
    if (this.#floor) return this.#floor;
    const index = new FloorIndex(tenant.floor, tenant.now());
    this.#floor = { index, rows: new SharedRows(tenant, index) };
    return this.#floor;
  }

  /** Adds a subscription to rows; the result removes it. */
  followRows(topic: RowTopic): () => void {
    this.#rows.add(topic);
    return () => this.#rows.delete(topic);
  }

  /** What the leases of this tenant's pages need. */
  get watchDeps(): WatchDeps {
    return {
      tenant: this.tenant,
      wheel: this.#wheel,
      waiting: this.#waiting,
      isFollowed: (conversation, person) => this.isFollowed(conversation, person),
    };
  }

  /** Those who move on together in a conversation; forgotten when nobody follows it any more. */
  audiencesOf(conversation: string): Audiences {
    const known = this.#audiences.get(conversation) ?? new Audiences();
    this.#audiences.set(conversation, known);
    return known;
  }

  /** Adds a subscription to one conversation; the result removes it. */
  followConversation(topic: ConversationTopic, member: Member): () => void {
    const topics = this.#conversations.get(topic.conversation) ?? new Map<ConversationTopic, Member>();
    this.#conversations.set(topic.conversation, topics.set(topic, member));
    return () => {
      topics.delete(topic);
      if (topics.size > 0) return;
      this.#conversations.delete(topic.conversation);
      this.#audiences.delete(topic.conversation);
    };
  }

  /** Whether this person follows the conversation on any connection of this server. */
  isFollowed(conversation: string, person: string): boolean {
    return [...(this.#conversations.get(conversation)?.keys() ?? [])].some((topic) => topic.person === person);
  }

  /** Shows that somebody types to everybody else who reads that plane; never what they type (M2). */
  typing(conversation: string, who: Author, plane: Plane): void {
    for (const [topic, member] of this.#conversations.get(conversation) ?? [])
      if (topic.person !== who.id && topic.reads(plane)) member.typing(topic.id, who, plane);
  }

  /** Rows whose reasons depend on the time, rights and rests are looked at again. */
  recheck(): void {
    this.#floor?.rows.prune();
    this.gaps.clear();
    for (const member of this.#members) member.recheck();
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  #folded({ body, items }: Folded): void {
    this.#floor?.index.changed(body, this.tenant.now());
    const said = new Map<string, PlaneItem[]>();
    for (const item of items) said.set(item.conversation, [...(said.get(item.conversation) ?? []), item]);
    for (const conversation of said.keys()) this.gaps.said(conversation);
    const touched = new Set(said.keys());
    const agents = new Set<string>();
    let directory = false;
    for (const change of body.changes) {
      if (change.of === 'roster') this.#lapse(change);
      if (change.of === 'conversation' || change.of === 'roster') touched.add(change.id);
      else if (change.of === 'agent') {
        agents.add(change.id);
        if (change.events.some((event) => event.type === 'AgentLost' && event.why !== 'unreachable'))
          for (const member of this.#members) member.signedOut(change.id);
      } else if (change.of === 'directory') directory = true;
    }
    for (const id of touched) this.#touch(id, said.get(id) ?? []);
    if (agents.size > 0) this.#touchHeldBy(agents, touched);
    for (const topic of this.#rows) topic.touch();
    if (directory) {
      this.welcomes.clear();
      this.recheck();
    }
  }

  /** Leases that nobody ended by a word of theirs: those that still live here begin again. */
  #lapse({ id, events }: Extract<Folded['body']['changes'][number], { of: 'roster' }>): void {
    for (const event of events)
      if (event.type === 'WatchEnded' && event.by === 'system')
        for (const topic of this.#conversations.get(id)?.keys() ?? []) topic.lapsed(event.connection);
  }

  #touch(conversation: string, items: readonly PlaneItem[]): void {
    const topics = this.#conversations.get(conversation);
    if (!topics) return;
    const c = this.tenant.floor.conversations.get(conversation);
    if (c) this.#audiences.get(conversation)?.touch(new Reading(this.tenant, c, items));
    else for (const topic of [...topics.keys()]) topic.gone(items);
  }

  #touchHeldBy(agents: ReadonlySet<string>, done: ReadonlySet<string>): void {
    for (const id of this.#conversations.keys()) {
      const c = this.tenant.floor.conversations.get(id);
      if (!c || done.has(id)) continue;
      if (agents.has(primaryOf(c)?.id ?? '') || agents.has(offerOf(c)?.agent ?? '')) this.#touch(id, []);
    }
  }

  #reloaded(): void {
    this.#floor = undefined;
    this.gaps.clear();
    this.welcomes.clear();
    for (const member of [...this.#members]) member.reloaded();
  }
}
