import { randomUUID } from 'node:crypto';
import { MINUTE_MS } from '@floorwalk/core';
import type { Detail, ServerMessage, TimelineEntry } from '@floorwalk/core/protocol';
import { isRtl } from '../cards/elements.ts';
import { statusCard } from '../cards/status-card.ts';
import type { TabLink } from '../cards/tab-link.ts';
import type { Clock } from '../clock.ts';
import type { Links } from '../floor/links.ts';
import type { Account } from '../floor/person.ts';
import type { Logger } from '../log.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { keyOf, type People } from '../people/people.ts';
import type { PersonRecord, Watching } from '../people/record.ts';
import type { Place } from '../transport/activity.ts';
import { wordsOf, type Words } from '../words/index.ts';
import { lineOf } from './lines.ts';

export interface WatchDeps {
  readonly people: People;
  readonly outbox: Outbox;
  readonly links: Links;
  readonly clock: Clock;
  readonly tab?: TabLink | undefined;
  readonly log: Logger;
  /** Takes a consultant back to watching; false where the server did not do it. */
  readonly leave: (account: Account, conversation: string) => Promise<boolean>;
  /** Tells the panels what may not have been shown here; false where the server did not take it. */
  readonly undelivered: (account: Account, conversation: string, entries: readonly string[]) => Promise<boolean>;
}

/** Entries of what was said before that are shown when watching begins. */
const SHOWN_BEFORE = 30;
/** A join from Teams ends this long after its last word, and is warned of that (M5). */
const WARN_AFTER_MS = 12 * MINUTE_MS;
const LEAVE_AFTER_MS = 15 * MINUTE_MS;
const RETRY_MS = 10_000;

type Conversation = Extract<ServerMessage, { type: 'conversation' }>;
type Ended = Extract<ServerMessage, { type: 'ended' }>;

/** One supervisor watching one conversation: its lines and its status card, from the server's own live feed. */
export class Watch {
  readonly account: Account;
  readonly #deps: WatchDeps;
  readonly #ended: () => void;
  readonly #stop: () => void;
  #detail: Detail | undefined;
  /** The entries in doubt that the server knows of. */
  #toldDoubt = 0;
  #isOver = false;
  #disarm: () => void = () => {};
  /** What is written goes one after another. */
  #work: Promise<void> = Promise.resolve();

  /** Begins, or goes on after a restart from where the record says. `ended`: the server has ended it for good. */
  constructor(account: Account, deps: WatchDeps, ended: () => void) {
    this.account = account;
    this.#deps = deps;
    this.#ended = ended;
    const { conversation } = this.#state();
    this.#stop = deps.links.follow(
      account,
      {
        topic: () => {
          const { position } = this.#state();
          return { kind: 'conversation', conversation, ...(position && { since: position }) };
        },
        listener: (message) => void this.#then(() => this.#hear(message)),
      },
      () => void this.#then(() => this.#end(this.#say.notInDirectory, true)),
    );
    this.#arm();
  }

  get name(): string {
    return this.#deps.people.get(this.account).watching?.name ?? '';
  }
  get detail(): Detail | undefined {
    return this.#detail;
  }

  /** Ends it from here: nothing more is shown, and the card says so. */
  async stop(): Promise<void> {
    if (this.#isOver) return;
    await this.#end(null);
  }

  /** Stops without a word, as when the process ends; the record goes on. */
  detach(): void {
    this.#isOver = true;
    this.#disarm();
    this.#stop();
  }

  /** Shows the state now on the card. */
  refresh(): Promise<void> {
    return this.#then(() => this.#show(null));
  }

  /** The record says that they joined, spoke or left. */
  changed(): void {
    this.#arm();
    void this.refresh();
  }

  /** Resolves when everything heard so far is in the outbox. */
  settled(): Promise<void> {
    return this.#work;
  }

  #then(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work
      .then(() => (this.#isOver ? undefined : work()))
      .catch((err: unknown) => this.#deps.log.error({ err }, 'What was said could not be passed on to Teams.'));
    return this.#work;
  }

  async #hear(message: ServerMessage): Promise<void> {
    if (message.type === 'conversation') await this.#heard(message);
    else if (message.type === 'ended') await this.#rests(message);
    else if (message.type === 'refused') await this.#end(message.refusal.detail, isRightLost(message.refusal));
  }

  async #heard({ whole, position, detail: all, changes, entries }: Conversation): Promise<void> {
    const { people, outbox } = this.#deps;
    const record = people.get(this.account);
    const { watching, place } = record;
    if (!watching || !place) return;
    const detail = all ?? (changes && this.#detail ? Object.assign({}, this.#detail, changes) : null);
    if (detail) this.#detail = detail;
    // A roster that is read anew may have forgotten it.
    if (all) this.#toldDoubt = 0;
    const isFirst = watching.position === null;
    const words = wordsOf(record.locale);
    const fresh = whole && !isFirst ? entries.filter(({ at }) => at > watching.lastAt) : entries;
    const shown = isFirst ? fresh.slice(-SHOWN_BEFORE) : fresh;
    const before = fresh.length - shown.length;
    const texts = [
      ...(before > 0 ? [`[${watching.name}] ${this.#say.earlier(before)}`] : []),
      // What the customer was told too is shown once.
      ...shown
        .filter((entry) => !(entry.type === 'notice' && entry.plane === 'internal' && entry.twin !== undefined))
        .map((entry) => ({ text: lineOf(words, entry, watching.name, record.zone), entry: entry.id })),
    ];
    const lastAt = fresh.reduce((latest, { at }) => Math.max(latest, at), watching.lastAt);
    const next: Watching = { ...watching, position, lastAt, ...this.#spoken(fresh, watching, detail) };
    const change = people.change(this.account, { watching: next });
    await outbox.lines(place, texts, [change]);
    this.#arm();
    if (detail) await this.#show(null);
  }

  /** Joined is what the server says; the last word counts wherever it was said (M5). */
  #spoken(entries: readonly TimelineEntry[], watching: Watching, detail: Detail | null): Partial<Watching> {
    const isJoined = detail ? detail.role === 'consultant' : watching.spokeAt !== null;
    if (!isJoined) return { spokeAt: null, warned: false };
    const now = this.#deps.clock.now();
    if (watching.spokeAt === null) return { spokeAt: now, warned: false };
    const me = this.#deps.links.personOf(this.account);
    const spoke = entries.some((entry) => entry.type === 'message' && entry.from.id === me);
    return spoke ? { spokeAt: now, warned: false } : {};
  }

  /** Warns a consultant who says nothing, and takes them back to watching (M5). */
  #arm(): void {
    this.#disarm();
    const { watching } = this.#record();
    if (!watching || watching.spokeAt === null || this.#isOver) return;
    const due = watching.spokeAt + (watching.warned ? LEAVE_AFTER_MS : WARN_AFTER_MS);
    const { clock } = this.#deps;
    this.#disarm = clock.after(Math.max(0, due - clock.now()), () => void this.#then(() => this.#silent(due)));
  }

  async #silent(due: number): Promise<void> {
    const { people, outbox, clock, leave } = this.#deps;
    const { watching, place } = this.#record();
    if (!watching || !place || watching.spokeAt === null || clock.now() < due) return;
    if (!watching.warned) {
      const change = people.change(this.account, { watching: { ...watching, warned: true } });
      await outbox.lines(place, [this.#say.leavesSoon(watching.name)], [change]);
    } else if (clock.now() >= watching.spokeAt + LEAVE_AFTER_MS) {
      if (await leave(this.account, watching.conversation)) {
        const change = people.change(this.account, { watching: { ...watching, spokeAt: null, warned: false } });
        await outbox.lines(place, [this.#say.leftForSilence(watching.name)], [change]);
      } else {
        // The server is away; its own lease ends the join if it stays away.
        this.#disarm = clock.after(RETRY_MS, () => void this.#then(() => this.#silent(due)));
        return;
      }
    }
    this.#arm();
  }

  async #rests({ refusal, resumes }: Ended): Promise<void> {
    if (!resumes) return this.#end(refusal.detail, isRightLost(refusal));
    const { place } = this.#record();
    if (place) await this.#deps.outbox.lines(place, [this.#say.rests(this.name, refusal.detail)]);
  }

  async #show(over: string | null): Promise<void> {
    const { outbox, clock, tab } = this.#deps;
    const { place, zone, locale, watching } = this.#record();
    if (!place || !watching || !this.#detail) return;
    const rtl = isRtl(locale ?? undefined);
    const words = wordsOf(locale);
    const stamp = { nonce: randomUUID(), at: clock.now(), rtl, words, keeps: 'status' as const, ...(tab && { tab }) };
    const status = {
      detail: this.#detail,
      name: watching.name,
      joined: watching.spokeAt !== null,
      doubt: outbox.doubtOf(place),
      now: clock.now(),
      zone,
      over,
    };
    await this.#tellDoubt(place);
    await outbox.show(place, slotOf(this.account, watching.conversation), statusCard(stamp, status));
  }

  async #tellDoubt(place: Place): Promise<void> {
    const { entries } = this.#deps.outbox.doubtOf(place);
    if (entries.length === this.#toldDoubt) return;
    if (await this.#deps.undelivered(this.account, this.#state().conversation, entries))
      this.#toldDoubt = entries.length;
  }

  /** Over for good; with a reason the server ended it, and a line says why. `isLost`: who watched may read no more (R3). */
  async #end(why: string | null, isLost = false): Promise<void> {
    if (this.#isOver) return;
    const { people, outbox } = this.#deps;
    const { place, watching } = this.#record();
    if (isLost && place) await outbox.withhold(place);
    const { name } = this;
    await this.#show(why === null ? this.#say.stopped(name) : this.#say.ends(name, why));
    this.detach();
    const change = people.change(this.account, { watching: null });
    if (place && watching && why !== null) await outbox.lines(place, [this.#say.ends(name, why)], [change]);
    else await people.save(this.account, { watching: null });
    this.#ended();
  }

  get #say(): Words['say'] {
    return wordsOf(this.#record().locale).say;
  }

  #record(): PersonRecord {
    return this.#deps.people.get(this.account);
  }

  #state(): Watching {
    const { watching } = this.#record();
    if (!watching) throw new Error('A watch without a conversation.');
    return watching;
  }
}

/** Whether it ended because a right did, and not because the conversation went on elsewhere or closed. */
const isRightLost = ({ refusal }: { readonly refusal: string }): boolean =>
  ['role', 'switchedOff', 'outOfScope', 'unauthenticated', 'consentMissing', 'unknownConversation'].includes(refusal);

/** The name of a watched conversation's card. */
export const slotOf = (account: Account, conversation: string): string => `status:${keyOf(account)}:${conversation}`;
