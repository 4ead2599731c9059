import { MINUTE_MS, refuse, type Plane, type Refusal } from '@floorwalk/core';
import type { Conversation } from '@floorwalk/core/conversation';
import { refuseState } from '@floorwalk/core/policy';
import type { PlaneItem } from '../../engine/engine.ts';
import type { Access } from '../access.ts';
import type { GapReads } from '../gap-reads.ts';
import { readsInternal, type ReaderRole } from '../reader.ts';
import { sightOf } from '../sight.ts';
import type { Watch } from '../watch.ts';
import type { Cancel } from '../wheel.ts';
import { isUpToDate, type Audience, type Audiences, type Place, type Reader } from './audience.ts';
import { advance, follows, noText, Reading, type Part } from './reading.ts';
import type { Closing, Listener, Topic } from './topic.ts';

/** How long a subscription whose conversation left the states that can be monitored may resume by itself (M6). */
const RESUME_MS = 10 * MINUTE_MS;

/** What a client asked to follow, under its own name for it. */
export interface Wanted {
  readonly id: string;
  readonly conversation: string;
  readonly since: Readonly<{ epoch: string; public: number; internal: number }> | undefined;
}

/**
 * One conversation as one person reads it: by participation, else by monitoring it (M1, M8). It ends when the right
 * does, rests while the conversation cannot be monitored, and never sends an entry twice or leaves one out.
 */
export class ConversationTopic implements Topic, Reader {
  readonly id: string;
  readonly conversation: string;
  readonly #listener: Listener;
  readonly #watch: Watch;
  readonly #audiences: Audiences;
  readonly #gaps: GapReads;
  /** Where it stands; its audience's, while it has one. */
  #place: Place;
  #audience: Audience | undefined;
  #is: 'entering' | 'live' | 'resting' | 'ended' = 'entering';
  #role: ReaderRole | undefined;
  /** Began as a supervisor's: it then ends when the conversation becomes their own (M6). */
  #monitors = false;
  #whole: boolean;
  #pumping = false;
  #again = false;
  #forgetting: Cancel | undefined;

  constructor(
    { id, conversation, since }: Wanted,
    listener: Listener,
    watch: Watch,
    audiences: Audiences,
    gaps: GapReads,
  ) {
    this.id = id;
    this.conversation = conversation;
    this.#listener = listener;
    this.#watch = watch;
    this.#audiences = audiences;
    this.#gaps = gaps;
    const at = since?.epoch === listener.tenant.epoch ? since : undefined;
    this.#whole = at === undefined;
    this.#place = { public: at?.public ?? 0, internal: at?.internal ?? 0, shown: undefined, last: undefined };
    audiences.enter(this);
    // Not at once: whoever made it has to know it before it can end.
    queueMicrotask(() => this.#start());
  }

  get person(): string {
    return this.#listener.actor.id;
  }

  /** Whether this reader gets what is said on the plane now. */
  reads(plane: Plane): boolean {
    return this.#is === 'live' && this.#role !== undefined && (plane === 'public' || readsInternal(this.#role));
  }

  /** The conversation, its roster or its primary has changed, or something was said. */
  touch(change: Reading): void {
    this.#stepOut();
    if (this.#is === 'live') this.#deliver(change);
    this.#check(change);
    this.#stepIn(change);
  }

  recheck(): void {
    const c = this.#now();
    if (!c) return this.gone([]);
    const change = this.#gaps.now(c);
    const { actor } = this.#listener;
    if (this.#audience && isUpToDate(this.#audience, actor, change)) return;
    this.#stepOut();
    this.#check(change);
    this.#stepIn(change);
  }

  /** A server's leases were ended, this connection's perhaps among them. */
  lapsed(connection: string): void {
    void this.#watch.lapsed(connection, () => this.#is === 'live').then((no) => no && this.#end(no));
  }

  /** It has closed: what was said last is still delivered, then the subscription ends (M6). */
  gone(items: readonly PlaneItem[]): void {
    if (this.#is !== 'live' && this.#is !== 'resting') return;
    this.#stepOut();
    if (this.#is === 'live' && this.#place.last)
      this.#deliver(new Reading(this.#listener.tenant, this.#place.last, items));
    this.#end(refuse('state', { state: 'closed' }));
  }

  #check(change: Reading): void {
    if (this.#is !== 'live' && this.#is !== 'resting') return;
    if (this.#is === 'live' && this.#watch.wasEnded) {
      this.#end(refuse('notParticipant', { detail: 'Monitoring was ended on another page.' }));
      return;
    }
    const access = change.access(this.#listener.actor);
    if (this.#is === 'resting') this.#wake(access);
    else this.#follow(access, change);
  }

  close(why: Closing): void {
    if (this.#is === 'ended') return;
    this.#is = 'ended';
    this.#forgetting?.();
    this.#audiences.leave(this, this.#audience);
    this.#audience = undefined;
    this.#watch.end(why);
  }

  /** Starts to read, or starts again after a rest or with other rights, unless it was closed meanwhile. */
  #start(): void {
    if (!this.#ended()) this.#enter().catch((error: unknown) => this.#listener.failed(error));
  }

  async #enter(): Promise<void> {
    this.#is = 'entering';
    const { tenant } = this.#listener;
    const before = this.#now() ?? (await tenant.conversation(this.conversation));
    if (this.#ended()) return;
    if (!before) return this.#end(refuse('unknownConversation'));
    if (before.state === 'closed') return this.#end(refuseState(before, tenant.floor));
    let access = this.#gaps.now(before).access(this.#listener.actor);
    if (access.watches) {
      const refusal = await this.#watch.begin(this.#listener.actor, access.may);
      if (this.#ended()) {
        this.#watch.end('unsubscribed');
        return;
      }
      const c = this.#now();
      if (!c) return this.#end(refuse('state', { state: 'closed' }));
      access = this.#gaps.now(c).access(this.#listener.actor);
      if (refusal && !(access.may && (access.role === 'consultant' || !access.watches))) return this.#end(refusal);
    }
    if (!access.may) return this.#end(access.refusal);
    this.#monitors ||= access.watches;
    this.#become(access.role);
    this.#is = 'live';
    this.#pump();
  }

  #follow(access: Access, change: Reading): void {
    if (access.may && access.role === 'primary' && this.#monitors) return this.#end(refuse('isPrimary'));
    if (!access.may) {
      const mayComeBack = this.#monitors && access.refusal.refusal === 'state';
      return mayComeBack ? this.#rest(access.refusal) : this.#end(access.refusal);
    }
    if (access.role !== this.#role && access.watches && !this.#watch.isOn) {
      this.#start();
      return;
    }
    this.#become(access.role);
    if (this.#whole) this.#pump();
    else this.#show(change);
  }

  /** A reader who may now read more gets everything again, in its order. */
  #become(role: ReaderRole): void {
    if (this.#role !== undefined && readsInternal(role) !== readsInternal(this.#role)) {
      this.#whole = true;
      this.#place.public = 0;
      this.#place.internal = 0;
    }
    this.#role = role;
  }

  #rest(refusal: Refusal): void {
    this.#is = 'resting';
    this.#watch.end('unsubscribed');
    this.#listener.send({ type: 'ended', id: this.id, refusal, resumes: true });
    this.#forgetting = this.#listener.wheel.after(RESUME_MS, () => this.#end(refusal));
  }

  #wake(access: Access): void {
    if (!access.may) {
      if (access.refusal.refusal !== 'state') this.#end(access.refusal);
      return;
    }
    if (access.role === 'primary' && this.#monitors) return this.#end(refuse('isPrimary'));
    this.#forgetting?.();
    this.#place.shown = undefined;
    this.#start();
  }

  #end(refusal: Refusal): void {
    if (this.#is === 'ended') return;
    this.close('unsubscribed');
    this.#listener.send({ type: 'ended', id: this.id, refusal, resumes: false });
    this.#listener.drop(this.id);
  }

  #deliver(change: Reading): void {
    if (this.#role === undefined) return;
    const part = change.part(this.#role);
    if (part.items.length === 0) return;
    if (this.#pumping || this.#whole || !follows(part, this.#place)) this.#pump();
    else this.#put(change, part, this.#role);
  }

  /** Reads what is missing from the store and sends it, until nothing is. */
  #pump(): void {
    this.#again = true;
    if (this.#pumping) return;
    this.#pumping = true;
    this.#read()
      .catch((error: unknown) => this.#listener.failed(error))
      .finally(() => {
        this.#pumping = false;
      });
  }

  async #read(): Promise<void> {
    while (this.#again && this.#is === 'live') {
      this.#again = false;
      const role = this.#role;
      if (role === undefined) return;
      const gap = await this.#gaps.after(this.conversation, this.#place, readsInternal(role));
      if (role !== this.#role) {
        this.#again = true;
        continue;
      }
      for (const batch of gap) {
        if (!(await this.#listener.outlet.room()) || this.#is !== 'live' || role !== this.#role) break;
        const c = this.#now();
        if (!c) continue;
        const change = this.#gaps.reading(c, batch);
        this.#put(change, change.part(role), role);
      }
    }
  }

  /** Only what is not text. */
  #show(change: Reading): void {
    if (this.#role !== undefined) this.#put(change, noText, this.#role);
  }

  #put(change: Reading, part: Part, role: ReaderRole): void {
    if (this.#is !== 'live') return;
    const place = this.#place;
    place.last = change.conversation;
    const shown = change.shown(this.#listener.actor, role);
    if (part.items.length === 0 && shown.json === place.shown?.json && !this.#whole) return;
    advance(place, part);
    this.#listener.outlet.send(change.frame(this.id, part, this.#whole, place, shown));
    place.shown = shown;
    this.#whole = false;
  }

  /** From here on it moves alone. */
  #stepOut(): void {
    if (!this.#audience) return;
    this.#place = { ...this.#audience.place };
    this.#audiences.part(this, this.#audience);
    this.#audience = undefined;
  }

  /** Who only watches and has got everything moves on with the others who have. */
  #stepIn({ conversation, roster }: Reading): void {
    const isSteady = this.#is === 'live' && this.#role === 'watcher' && !this.#pumping && !this.#whole;
    if (!isSteady || this.#place.last !== conversation) return;
    const { actor } = this.#listener;
    const at = { id: this.id, sight: sightOf(actor, conversation), actor, roster, place: this.#place };
    this.#audience = this.#audiences.join(this, this.#listener.outlet, at);
    this.#place = this.#audience.place;
  }

  #ended(): boolean {
    return this.#is === 'ended';
  }

  #now(): Conversation | undefined {
    return this.#listener.tenant.floor.conversations.get(this.conversation);
  }
}
