import type { Clock } from '../clock.ts';
import type { BotConfig } from '../config.ts';
import { credentialsOf } from '../floor/credentials.ts';
import { FloorClient } from '../floor/floor-client.ts';
import type { Logger } from '../log.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { BotStore } from '../store/store.ts';
import { Customers } from './customers.ts';
import { Deliver } from './deliver.ts';
import { Inbox } from './inbox.ts';
import { CustomerLinks } from './links.ts';
import { PublicClient } from './public-client.ts';
import { Reports } from './reports.ts';

export interface Channels {
  readonly customers: Customers;
  /** Forgets customers who have long not written. */
  prune(): Promise<void>;
  close(): Promise<void>;
}

/** Everything that customers of the channels need, taken up where an earlier process left it; nothing of the house is in reach of it. */
export async function openChannels(
  { server, customers: { routes, key } }: BotConfig,
  deps: { readonly store: BotStore; readonly outbox: Outbox; readonly clock: Clock; readonly log: Logger },
): Promise<Channels> {
  const { store, outbox, clock, log } = deps;
  const credentials = credentialsOf(server, key, () => clock.now(), 'channels');
  const client = new PublicClient(new FloorClient(server, credentials));
  const links = new CustomerLinks(store);
  const customers = new Customers(
    { routes, links, client, outbox, clock, log },
    (pass) => new Inbox({ store, clock, log, pass }),
  );
  const deliver = new Deliver({ routes, links, client, outbox, store, clock, log });
  const reports = new Reports({ store, client, clock, log });
  outbox.onDelivered(() => reports.wake());
  await links.open(clock.now());
  await customers.inbox.open();
  deliver.open();
  reports.wake();
  return {
    customers,
    prune: () => links.prune(clock.now()),
    close: async () => {
      await Promise.all([customers.inbox.close(), deliver.close(), reports.close()]);
    },
  };
}
