import * as v from 'valibot';
import type { TabLink } from '../cards/tab-link.ts';
import type { Clock } from '../clock.ts';
import type { FloorClient } from '../floor/floor-client.ts';
import type { Account } from '../floor/person.ts';
import type { Watches } from '../mirror/watches.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { People } from '../people/people.ts';
import type { CardJson } from '../transport/activity.ts';

export interface DeskDeps {
  readonly client: FloorClient;
  readonly people: People;
  readonly watches: Watches;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly tab?: TabLink | undefined;
  /** Somebody changed what they want to be told of. */
  readonly alertsChanged: (account: Account) => void;
}

/** What is shown for an ask: a card and what it says in one line, or nothing beyond what the feed shows. */
export interface Shown {
  readonly card: CardJson;
  readonly summary: string;
  /** Its one line is all of it. */
  readonly isSentence?: true;
}

/** Who asks, and the name of the act by which a repeat does nothing (P4). */
export interface Asker {
  readonly account: Account;
  readonly key: string;
}

/** An answer of which only the success counts. */
export const done = v.looseObject({});
