import { randomUUID } from 'node:crypto';
import type { FloorRow, ServerMessage } from '@floorwalk/core/protocol';
import { alertCard, channelAlertCard } from '../cards/alert-card.ts';
import { isRtl } from '../cards/elements.ts';
import type { TabLink } from '../cards/tab-link.ts';
import type { Clock } from '../clock.ts';
import type { Links } from '../floor/links.ts';
import type { Account } from '../floor/person.ts';
import type { Logger } from '../log.ts';
import { laneOf } from '../outbox/item.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { keyOf, type People } from '../people/people.ts';
import type { PersonRecord } from '../people/record.ts';
import type { BotStore, Change } from '../store/store.ts';
import type { Place } from '../transport/activity.ts';
import { wordsOf } from '../words/index.ts';
import { reasonWord } from '../words/phrases.ts';
import { harmlessLine } from '../words/text.ts';
import { isQuiet } from './quiet.ts';
import { Told } from './told.ts';

export interface AlertsDeps {
  readonly people: People;
  readonly outbox: Outbox;
  readonly links: Links;
  readonly store: BotStore;
  readonly clock: Clock;
  readonly tab?: TabLink | undefined;
  readonly log: Logger;
}

/** How many conversations that need attention are looked at. */
const MOST_ROWS = 200;

/** Tells supervisors who asked for it what needs attention on their floor: each reason once, and not in quiet hours. */
export class Alerts {
  readonly #deps: AlertsDeps;
  readonly #following = new Map<string, () => void>();
  /** What needs attention now, by person, so that it is told when quiet hours end. */
  readonly #now = new Map<string, Map<string, FloorRow>>();
  readonly #told: Told;
  #work: Promise<void> = Promise.resolve();
  #stopTimer: () => void = () => {};

  constructor(deps: AlertsDeps) {
    this.#deps = deps;
    this.#told = new Told(deps.store);
    const then = (work: Promise<void>): void =>
      void work.catch((err: unknown) => deps.log.error({ err }, 'What became of an alert could not be said.'));
    deps.outbox.onDoubt((place) => then(this.#unsure(place)));
    deps.outbox.onGone((place) => then(this.#gone(place)));
  }

  /** Follows the floor of everybody who has asked, and looks every minute whether quiet hours are over. */
  async open(): Promise<void> {
    await this.#told.open();
    for (const { tenant, object } of this.#deps.people.all()) this.update({ tenant, object });
    this.#tick();
  }

  /** Follows or stops following after somebody changed what they want. */
  update(account: Account): void {
    const key = keyOf(account);
    const { alerts } = this.#deps.people.get(account);
    const stop = this.#following.get(key);
    if (alerts.on === (stop !== undefined)) return;
    if (stop) {
      stop();
      this.#forget(key);
      return;
    }
    const query = { view: 'attention' as const, sort: 'attention' as const, limit: MOST_ROWS };
    const end = this.#deps.links.follow(
      account,
      { topic: () => ({ kind: 'floor', query }), listener: (message) => this.#hear(account, message) },
      () => this.#shutOut(account),
    );
    this.#following.set(key, end);
  }

  /** Resolves when everything heard so far is in the outbox. */
  settled(): Promise<void> {
    return this.#work;
  }

  /** Forgets what was told long ago, and follows again for whom the server would not have: they may be let in by now. */
  refresh(): Promise<void> {
    for (const { tenant, object } of this.#deps.people.all()) this.update({ tenant, object });
    return this.#told.prune(this.#deps.clock.now());
  }

  close(): void {
    this.#stopTimer();
    for (const stop of this.#following.values()) stop();
    this.#following.clear();
  }

  #hear(account: Account, message: ServerMessage): void {
    if (message.type !== 'floor') return;
    const before = this.#now.get(keyOf(account));
    const fresh = new Map(message.rows.map((row) => [row.id, row]));
    const rows = message.order.flatMap((id) => fresh.get(id) ?? before?.get(id) ?? []);
    this.#now.set(keyOf(account), new Map(rows.map((row) => [row.id, row])));
    this.#look(account, message.rows);
  }

  #look(account: Account, rows: Iterable<FloorRow>): void {
    const all = [...rows];
    this.#work = this.#work
      .then(() => this.#tell(account, all))
      .catch((err: unknown) => this.#deps.log.error({ err }, 'An alert could not be put into the outbox.'));
  }

  async #tell(account: Account, rows: readonly FloorRow[]): Promise<void> {
    const { people, clock } = this.#deps;
    const { alerts, place, zone } = people.get(account);
    const to = alerts.to ?? place;
    const now = clock.now();
    if (!alerts.on || !to || isQuiet(alerts.quiet, now, zone)) return;
    for (const row of rows) {
      // In a channel it is told once, whoever asked for it there.
      const where = alerts.to ? laneOf(to) : keyOf(account);
      const { reasons, told } = this.#told.fresh(where, row, now);
      if (reasons.length === 0) continue;
      await this.#send(account, to, row, reasons, told).catch((err: unknown) => {
        this.#told.undo(told);
        throw err;
      });
    }
  }

  async #send(
    account: Account,
    to: Place,
    row: FloorRow,
    reasons: readonly FloorRow['reasons'][number][],
    told: readonly Change[],
  ): Promise<void> {
    const { people, outbox, clock, tab } = this.#deps;
    const { locale } = people.get(account);
    const said = wordsOf(locale);
    const now = clock.now();
    const stamp = {
      nonce: randomUUID(),
      at: now,
      rtl: isRtl(locale ?? undefined),
      words: said,
      keeps: 'status' as const,
      ...(tab && { tab }),
    };
    if (to.isPersonal) {
      const words = reasons.map((reason) => reasonWord(said, reason, now)).join(' · ');
      await outbox.card(to, alertCard(stamp, row, words), `${harmlessLine(row.customer)}: ${words}`, told);
      return;
    }
    // Others read there: neither the customer nor the agent is named.
    const words = reasons.map(({ params: { agent: _agent, ...params }, ...rest }) =>
      reasonWord(said, { ...rest, params }, now),
    );
    const name = `${harmlessLine(row.queue.name)} · ${row.id.slice(-4)}`;
    const card = channelAlertCard(stamp, row, name, words.join(' · '));
    await outbox.threaded(to, row.id, card, `${name}: ${words.join(' · ')}`, told);
  }

  /** Of an alert in a channel nobody knows whether it was shown: who asked for it there hears so in their own chat. */
  async #unsure(channel: Place): Promise<void> {
    const { outbox } = this.#deps;
    const { lines } = outbox.doubtOf(channel);
    const readers = this.#readersOf(channel);
    if (lines.length === 0 || readers.length === 0) return;
    await outbox.settle(channel);
    for (const { place, locale } of readers)
      if (place) await outbox.lines(place, lines.map(wordsOf(locale).alerts.unsure));
  }

  /** Nobody can be told there any more: they are told in their own chats again. */
  async #gone(channel: Place): Promise<void> {
    const { people, outbox } = this.#deps;
    for (const one of this.#readersOf(channel)) {
      await people.save(one, { alerts: { ...one.alerts, to: null } });
      if (one.place) await outbox.lines(one.place, [wordsOf(one.locale).alerts.hereAgain]);
    }
  }

  #readersOf(channel: Place): readonly PersonRecord[] {
    if (channel.isPersonal) return [];
    return this.#deps.people.all().filter(({ alerts: { on, to } }) => on && to && laneOf(to) === laneOf(channel));
  }

  #tick(): void {
    this.#stopTimer = this.#deps.clock.after(60_000, () => {
      for (const { tenant, object } of this.#deps.people.all())
        this.#look({ tenant, object }, this.#now.get(keyOf({ tenant, object }))?.values() ?? []);
      this.#tick();
    });
  }

  /** The server will not have them any more: alerts that wait for Teams name customers (R3). */
  #shutOut(account: Account): void {
    const { people, outbox, log } = this.#deps;
    this.#forget(keyOf(account));
    const { place } = people.get(account);
    if (place) outbox.withhold(place).catch((err: unknown) => log.error({ err }, 'Alerts could not be taken back.'));
  }

  #forget(key: string): void {
    this.#following.delete(key);
    this.#now.delete(key);
  }
}
