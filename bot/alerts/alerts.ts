import { randomUUID } from 'node:crypto';
import { DAY_MS } from '@floorwalk/core';
import type { FloorRow, ServerMessage } from '@floorwalk/core/protocol';
import { alertCard } from '../cards/alert-card.ts';
import { isRtl } from '../cards/elements.ts';
import type { TabLink } from '../cards/tab-link.ts';
import type { Clock } from '../clock.ts';
import type { Links } from '../floor/links.ts';
import type { Account } from '../floor/person.ts';
import type { Logger } from '../log.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { keyOf, type People } from '../people/people.ts';
import type { BotStore } from '../store/store.ts';
import { reasonWord } from '../words/en.ts';
import { harmlessLine } from '../words/text.ts';
import { isQuiet } from './quiet.ts';

export interface AlertsDeps {
  readonly people: People;
  readonly outbox: Outbox;
  readonly links: Links;
  readonly store: BotStore;
  readonly clock: Clock;
  readonly tab?: TabLink | undefined;
  readonly log: Logger;
}

/** Reasons that are told, each with what makes it the same one when it is heard of again. */
const told: Readonly<Record<string, string>> = {
  waiting: 'since',
  inQueue: 'since',
  handRaised: 'at',
  sentimentFell: 'step',
  offerRejected: 'at',
  offerNotAnswered: 'at',
};
/** How many conversations that need attention are looked at. */
const MOST_ROWS = 200;

/** Tells supervisors who asked for it what needs attention on their floor: each reason once, and not in quiet hours. */
export class Alerts {
  readonly #deps: AlertsDeps;
  readonly #following = new Map<string, () => void>();
  /** What needs attention now, by person, so that it is told when quiet hours end. */
  readonly #now = new Map<string, Map<string, FloorRow>>();
  #work: Promise<void> = Promise.resolve();
  #stopTimer: () => void = () => {};

  constructor(deps: AlertsDeps) {
    this.#deps = deps;
  }

  /** Follows the floor of everybody who has asked, and looks every minute whether quiet hours are over. */
  open(): void {
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
      () => this.#forget(key),
    );
    this.#following.set(key, end);
  }

  /** Resolves when everything heard so far is in the outbox. */
  settled(): Promise<void> {
    return this.#work;
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
    const { people, outbox, store, clock, tab } = this.#deps;
    const { alerts, place, zone, locale } = people.get(account);
    if (!alerts.on || !place || isQuiet(alerts.quiet, clock.now(), zone)) return;
    for (const row of rows) {
      const reasons = [];
      for (const reason of row.reasons) {
        const same = told[reason.kind];
        if (same === undefined) continue;
        const name = `alert ${keyOf(account)} ${row.id} ${reason.kind} ${String(reason.params[same] ?? '')}`;
        if (await store.once(name, DAY_MS)) reasons.push(reasonWord(reason, clock.now()));
      }
      if (reasons.length === 0) continue;
      const words = reasons.join(' · ');
      const rtl = isRtl(locale ?? undefined);
      const stamp = { nonce: randomUUID(), at: clock.now(), rtl, keeps: 'status' as const, ...(tab && { tab }) };
      await outbox.card(place, alertCard(stamp, row, words), `${harmlessLine(row.customer)}: ${words}`);
    }
  }

  #tick(): void {
    this.#stopTimer = this.#deps.clock.after(60_000, () => {
      for (const { tenant, object } of this.#deps.people.all())
        this.#look({ tenant, object }, this.#now.get(keyOf({ tenant, object }))?.values() ?? []);
      this.#tick();
    });
  }

  #forget(key: string): void {
    this.#following.delete(key);
    this.#now.delete(key);
  }
}
