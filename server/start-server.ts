import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { createApp, type App } from './app.ts';
import { createAuth, type Auth } from './auth/auth.ts';
import { DEMO_TENANT } from './auth/demo-issuer.ts';
import { steadyClock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { seedDemo } from './demo/seed.ts';
import { createEngine } from './engine/create-engine.ts';
import type { Clock, Engine } from './engine/engine.ts';
import type { Readiness } from './http/health.ts';
import { limitSilence, patience, serverOptions, type Patience } from './http/slow-clients.ts';
import { openRateLimitStore } from './http/rate-limit-store.ts';
import { attachLive, type Live } from './live/attach-live.ts';
import { asksForSocket } from './live/upgrade.ts';
import type { Logger } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openStore } from './open-store.ts';
import { offlineAnalyse } from './sentiment/analyse.ts';
import type { CommitOutcome, Store } from './store/store.ts';
import type { Repeated } from './repeat.ts';
import { startUpkeep } from './upkeep.ts';

/** How long after it was told to stop the server waits for everything to end. */
const STOP_WITHIN_MS = 10_000;
const RETRY_AFTER_MS = 2_000;

export interface StartOptions {
  readonly log: Logger;
  /** Instead of the store that the settings name; closed with the server. */
  readonly store?: Store;
  /** Instead of the machine's at the settings' factor. */
  readonly clock?: Clock;
  /** Instead of the machine's: dates tokens and drives live connections. */
  readonly machine?: Clock;
  /** Instead of what slow clients are usually given. */
  readonly patience?: Partial<Patience>;
  /** Adds pages that are not part of the interface. */
  readonly pages?: (app: Express) => void;
  /** Lets the demonstration's queues distribute by themselves; otherwise only assignments move anything. */
  readonly push?: boolean;
}

/** A server that listens. */
export interface Running {
  /** `http://host:port`. */
  readonly url: string;
  readonly engine: Engine;
  readonly auth: Auth;
  readonly store: Store;
  readonly clock: Clock;
  /** Stops cleanly, ten seconds at most: not ready → clients told → commits flushed and answered → store closed. Repeats wait for the first. */
  close(): Promise<void>;
}

/** The composition root: opens everything that the settings name, joins it, and listens. */
export async function startServer(config: Config, options: StartOptions): Promise<Running> {
  const { log } = options;
  const clock = options.clock ?? systemClock({ factor: config.clockFactor });
  const store = options.store ?? (await openStore(config, log));
  // One name for the leases of engine and sockets: what dies together is cleaned up together.
  const server = randomUUID();
  const metrics = createMetrics();
  const counted = (outcome: CommitOutcome['outcome']): void => metrics.commits.inc({ outcome });
  const engine = createEngine({
    store,
    clock,
    analyse: offlineAnalyse(),
    log,
    server,
    counted,
    keepAuditMs: config.keep.auditMs,
  });
  try {
    return await join(config, options, { clock, store, engine, metrics });
  } catch (cause) {
    // Whatever keeps it from starting, nothing of it keeps the process alive.
    await engine.close().catch(() => {});
    await store.close().catch(() => {});
    throw cause;
  }
}

/** Joins what is open and listens. */
async function join(
  config: Config,
  options: StartOptions,
  { clock, store, engine, metrics }: Pick<Running, 'clock' | 'store' | 'engine'> & { readonly metrics: Metrics },
): Promise<Running> {
  const { log } = options;
  const machine = options.machine ?? systemClock();
  const auth = await createAuth(
    config,
    { engine, store },
    {
      now: () => machine.now(),
      told: (err) =>
        err
          ? log.warn({ err }, 'The identity provider does not answer; keys read before hold for an hour.')
          : log.info({}, 'The identity provider answers again.'),
    },
  );
  if (config.demo) await seedDemo(await engine.tenant(DEMO_TENANT), { push: options.push === true });
  const readiness: Readiness = { isReady: true };
  const rates = config.redisUrl === null ? null : await openRateLimitStore(config.redisUrl, log);
  let live: Live | undefined;
  let app: App;
  try {
    app = createApp({
      customerTypes: (tenant, conversation) => live?.customerTypes(tenant, conversation),
      config,
      store,
      engine,
      auth,
      clock,
      log,
      metrics,
      readiness,
      ...(rates && { rateLimitStore: rates.store }),
      ...(options.pages && { pages: options.pages }),
    });
  } catch (cause) {
    // As where the tab's panels are not built.
    await rates?.close();
    throw cause;
  }
  const given = { ...patience, ...options.patience };
  const http = createServer({ ...serverOptions(given), shouldUpgradeCallback: asksForSocket }, app.listener);
  limitSilence(http, given);
  const origins = config.origins.includes('*') ? '*' : config.origins;
  const attached = attachLive(http, {
    engine,
    auth: auth.staff,
    chatTokens: auth.chat,
    log,
    refused: (refusal) => metrics.refusals.inc({ refusal }),
    origins,
    clock: options.machine ?? steadyClock(),
    now: () => machine.now(),
    socketsPerAddress: config.socketsPerAddress,
    trustProxy: config.trustProxy,
  });
  live = attached;
  const upkeep = startUpkeep({ store, machine, clock, log, keepMs: config.keep.conversationsMs });
  const counting = setInterval(() => {
    const { staff, customers } = attached.count();
    metrics.sockets.set({ endpoint: 'staff' }, staff);
    metrics.sockets.set({ endpoint: 'customer' }, customers);
  }, 5_000).unref();

  const stop = async (): Promise<void> => {
    readiness.isReady = false;
    metrics.up.set(0);
    clearInterval(counting);
    log.info({}, 'Floorwalk is stopping.');
    app.close();
    const ended = endAll(http, attached, engine, upkeep).catch((err: unknown) =>
      log.error({ err }, 'Something did not end as it should; the rest is ended.'),
    );
    await within(STOP_WITHIN_MS, ended, log);
    upkeep.cancel();
    await rates?.close();
    await store.close();
    log.info({}, 'Floorwalk has stopped.');
  };
  let stopping: Promise<void> | undefined;
  const close = (): Promise<void> => (stopping ??= stop());

  try {
    await listen(http, config);
  } catch (cause) {
    await close();
    throw cause;
  }
  const { port } = http.address() as AddressInfo;
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  log.info({ store: store.name }, store.worth);
  sayWhatIsKept(config, log);
  log.info({ url, demo: config.demo }, 'Floorwalk listens.');
  return { url, engine, auth, store, clock, close };
}

/** How long customers' words are kept is the operator's to decide: said at each start, and louder while nobody has (R6). */
function sayWhatIsKept({ keep, demo }: Config, log: Logger): void {
  const days = (ms: number | null): number | null => (ms === null ? null : ms / 86_400_000);
  const kept = { conversationsDays: days(keep.conversationsMs), recordDays: days(keep.auditMs) };
  if (keep.conversationsMs !== null) log.info(kept, 'Closed conversations lose their content when they are this old.');
  else if (keep.isDecided || demo) log.info(kept, 'Closed conversations are kept for ever, as the settings say.');
  else
    log.warn(
      kept,
      'NOBODY HAS DECIDED how long customers’ words are kept, so closed conversations are kept FOR EVER. ' +
        'Set FLOORWALK_KEEP_CONVERSATIONS_DAYS: to a number of days, or to 0 where for ever is what you want.',
    );
}

/** Clients are told first, so that they turn elsewhere while what they had sent is still carried out and answered. */
async function endAll(http: Server, live: Live, engine: Engine, upkeep: Repeated): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  await live.close(RETRY_AFTER_MS);
  http.closeIdleConnections();
  await engine.close();
  await upkeep.close();
  http.closeAllConnections();
  await closed;
}

async function within(ms: number, work: Promise<void>, log: Logger): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), ms)));
  const outcome = await Promise.race([work.then(() => 'done' as const), late]);
  clearTimeout(timer);
  if (outcome === 'late') log.warn({ ms }, 'Not everything ended in time; the rest is cut off.');
}

function listen(http: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (cause: NodeJS.ErrnoException): void =>
      reject(
        new Error(
          cause.code === 'EADDRINUSE'
            ? `port ${port} on ${host} is taken. Stop what listens there, or set PORT to another one.`
            : `${host}:${port} cannot be listened to (${cause.code ?? cause.message}).`,
          { cause },
        ),
      );
    http.once('error', failed);
    http.listen(port, host, () => {
      http.off('error', failed);
      resolve();
    });
  });
}
