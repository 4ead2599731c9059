/** What the bot keeps, by kind; one word each, so that both stores spell them alike. */
export type Kind =
  'outbox' | 'slot' | 'unknown' | 'person' | 'answer' | 'thread' | 'alert' | 'customer' | 'inbox' | 'report' | 'place';

/** One value to put or, with null, to remove. */
export interface Change {
  readonly kind: Kind;
  readonly key: string;
  readonly value: unknown;
}

/** What must outlive the bot's process: values of JSON by kind and key, in a SQLite file or in Redis. One process uses it. */
export interface BotStore {
  get(kind: Kind, key: string): Promise<unknown>;
  /** Everything of a kind, ordered by key. */
  all(kind: Kind): Promise<readonly (readonly [key: string, value: unknown])[]>;
  /** All of it or nothing; durable when it resolves. */
  write(changes: readonly Change[]): Promise<void>;
  /** True for the first who asks by this name within the time; by this duplicates are known. */
  once(name: string, forMs: number): Promise<boolean>;
  /** Whether anybody has asked `once` by this name within its time. */
  knows(name: string): Promise<boolean>;
  close(): Promise<void>;
}
