import * as v from 'valibot';
import type { Account } from '../floor/person.ts';
import type { BotStore, Change } from '../store/store.ts';
import type { Place } from '../transport/activity.ts';
import { wordsOf, type Words } from '../words/index.ts';
import { newRecord, record, type PersonRecord } from './record.ts';

/** Everybody who has written to the bot. Kept in memory and stored with every change. */
export class People {
  readonly #store: BotStore;
  readonly #all = new Map<string, PersonRecord>();

  constructor(store: BotStore) {
    this.#store = store;
  }

  async open(): Promise<void> {
    for (const [key, value] of await this.#store.all('person')) this.#all.set(key, v.parse(record, value));
  }

  all(): readonly PersonRecord[] {
    return [...this.#all.values()];
  }

  get(account: Account): PersonRecord {
    return this.#all.get(keyOf(account)) ?? newRecord(account);
  }

  /** What is said to them, in their language. */
  words(account: Account): Words {
    return wordsOf(this.get(account).locale);
  }

  /** Changes a record at once and returns the change that stores it, to be written with something else. */
  change(account: Account, more: Partial<PersonRecord>): Change {
    const next = { ...this.get(account), ...more };
    this.#all.set(keyOf(account), next);
    return { kind: 'person', key: keyOf(account), value: next };
  }

  async save(account: Account, more: Partial<PersonRecord>): Promise<void> {
    await this.#store.write([this.change(account, more)]);
  }

  /** Who reads in this place. */
  inPlace(place: Place): readonly PersonRecord[] {
    return this.all().filter((one) => one.place?.conversation === place.conversation && one.tenant === place.tenant);
  }
}

/** One person's key in the store. */
export const keyOf = ({ tenant, object }: Account): string => `${tenant}:${object}`;
