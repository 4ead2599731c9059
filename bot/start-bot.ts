import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import helmet from 'helmet';
import { Alerts } from './alerts/alerts.ts';
import { Bot } from './bot.ts';
import { openChannels } from './channels/open-channels.ts';
import { tabLink } from './cards/tab-link.ts';
import { systemClock, type Clock } from './clock.ts';
import { Desk } from './commands/desk.ts';
import type { BotConfig } from './config.ts';
import { credentialsOf } from './floor/credentials.ts';
import { FloorClient } from './floor/floor-client.ts';
import { Links } from './floor/links.ts';
import type { Account } from './floor/person.ts';
import type { Logger } from './log.ts';
import { watchActs } from './mirror/watch-acts.ts';
import { Watches } from './mirror/watches.ts';
import { Outbox } from './outbox/outbox.ts';
import { People } from './people/people.ts';
import { openRedisBotStore } from './store/redis-store.ts';
import { openSqliteBotStore } from './store/sqlite-store.ts';
import { messagesEndpoint } from './transport/endpoint.ts';
import { lazyTransport } from './transport/open-transport.ts';
import type { OnActivity, Transport } from './transport/transport.ts';
import { startUpkeep } from './upkeep.ts';

export interface StartBotOptions {
  readonly log: Logger;
  readonly clock?: Clock;
  /** Instead of the SDK. */
  readonly transport?: () => Promise<Transport>;
  /** Instead of chance, for the jitter. */
  readonly random?: () => number;
}

export interface RunningBot {
  readonly url: string;
  readonly outbox: Outbox;
  readonly watches: Watches;
  readonly people: People;
  close(): Promise<void>;
}

/** Starts the bot: it listens, takes up what an earlier process left, and then answers. */
export async function startBot(config: BotConfig, options: StartBotOptions): Promise<RunningBot> {
  const { log, clock = systemClock, random = Math.random } = options;
  const transport = options.transport ?? lazyTransport(config);
  const store =
    config.redisUrl === null
      ? openSqliteBotStore(config.data, () => clock.now())
      : await openRedisBotStore(config.redisUrl, log);
  const credentials = credentialsOf(config.server, config.key, () => clock.now());
  const client = new FloorClient(config.server, credentials);
  const people = new People(store);
  const outbox = new Outbox({ store, transport, clock, log, random });
  const links = new Links({ server: config.server, credentials, clock, log, random });
  const tab = config.tabApp === null ? undefined : tabLink(config.tabApp);
  const watches = new Watches({ people, outbox, links, clock, log, ...watchActs(client), tab });
  const alerts = new Alerts({ people, outbox, links, store, clock, log, tab });
  const alertsChanged = (account: Account): void => alerts.update(account);
  const desk = new Desk({ client, people, watches, outbox, clock, tab, alertsChanged });
  const bot = new Bot({ store, people, outbox, watches, desk, clock, log });
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet());
  let isOpen = false;
  app.use((_req, res, next) => void (isOpen ? next() : res.status(503).json({ error: 'The bot is starting.' })));
  app.get('/healthz', (_req, res) => void res.json({ ok: true }));
  // First of all: while another bot has the port, nothing that it is at may be taken up and sent a second time.
  const http = await listen(createServer(app), config).catch(async (cause: unknown) => {
    await store.close();
    throw cause;
  });
  await people.open();
  await outbox.open();
  watches.open();
  await alerts.open();
  const channels = await openChannels(config, { store, outbox, clock, log });
  const endUpkeep = startUpkeep({ clock, log }, [
    () => bot.prune(),
    () => outbox.prune(),
    () => alerts.refresh(),
    () => channels.prune(),
  ]);
  const handle: OnActivity = (activity) =>
    channels.customers.takes(activity.channelId) ? channels.customers.handle(activity) : bot.handle(activity);

  const rules = {
    channels: config.channels,
    tenants: config.tenants,
    serviceHosts: config.serviceHosts,
    customers: { channels: [...config.customers.routes.keys()], serviceHosts: config.customers.serviceHosts },
    allowsLoopback: config.demo,
  };
  app.use(messagesEndpoint({ rules, transport, handle, log }));
  isOpen = true;
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://${config.host}:${port}`,
    outbox,
    watches,
    people,
    close: async () => {
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
      endUpkeep();
      watches.close();
      alerts.close();
      links.close();
      await Promise.all([watches.settled(), alerts.settled()]);
      await channels.close();
      await outbox.close();
      await store.close();
    },
  };
}

function listen(http: Server, { host, port }: BotConfig): Promise<Server> {
  return new Promise((done, fail) => {
    http.once('error', fail);
    http.listen(port, host, () => done(http));
  });
}
