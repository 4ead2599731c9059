import { DAY_MS } from '@floorwalk/core';
import type { FloorRow } from '@floorwalk/core/protocol';
import type { BotStore, Change } from '../store/store.ts';

type Reason = FloorRow['reasons'][number];

/** Reasons that are told, each with what makes it the same one when it is heard of again. */
const same: Readonly<Record<string, string>> = {
  waiting: 'since',
  inQueue: 'since',
  handRaised: 'at',
  sentimentFell: 'step',
  offerRejected: 'at',
  offerNotAnswered: 'at',
};

/** What was told where, so that nothing is told twice, however often it is heard of and whoever asked for it there. */
export class Told {
  readonly #store: BotStore;
  readonly #at = new Map<string, number>();

  constructor(store: BotStore) {
    this.#store = store;
  }

  async open(): Promise<void> {
    for (const [key, at] of await this.#store.all('alert')) this.#at.set(key, Number(at));
  }

  /** The reasons of a row that were not told there yet, and the changes by which they then were. */
  fresh(
    where: string,
    row: FloorRow,
    now: number,
  ): { readonly reasons: readonly Reason[]; readonly told: readonly Change[] } {
    const reasons: Reason[] = [];
    const told: Change[] = [];
    for (const reason of row.reasons) {
      const name = same[reason.kind];
      if (name === undefined) continue;
      const key = `${where} ${row.id} ${reason.kind} ${String(reason.params[name] ?? '')}`;
      const isTold = this.#at.has(key);
      // What is still so is remembered, however long ago it was told.
      this.#at.set(key, now);
      if (isTold) continue;
      reasons.push(reason);
      told.push({ kind: 'alert', key, value: now });
    }
    return { reasons, told };
  }

  /** It could not be put into the outbox after all. */
  undo(told: readonly Change[]): void {
    for (const { key } of told) this.#at.delete(key);
  }

  /** Forgets what was told, and has not been heard of for a day. */
  async prune(now: number): Promise<void> {
    const old = [...this.#at].filter(([, at]) => now - at > DAY_MS).map(([key]) => key);
    for (const key of old) this.#at.delete(key);
    if (old.length > 0) await this.#store.write(old.map((key) => ({ kind: 'alert', key, value: null })));
  }
}
