import type { RequestListener } from 'node:http';
import cors from 'cors';
import express, { type Express } from 'express';
import type { Store as RateLimitStore } from 'express-rate-limit';
import type { Auth } from './auth/auth.ts';
import type { Config } from './config.ts';
import type { Clock, Engine } from './engine/engine.ts';
import { agentsRouter } from './http/agents.ts';
import { auditRouter } from './http/audit.ts';
import { jsonBody } from './http/body.ts';
import { authenticate } from './http/authenticate.ts';
import type { CustomerTypes } from './http/conversations/typing.ts';
import { createHttpWatches } from './http/conversations/monitor.ts';
import { commandsFirst } from './http/commands-first.ts';
import { commandAnswers, conversationsRouter } from './http/conversations/router.ts';
import { customersRouter, type ErasableStore } from './http/customers.ts';
import { demoRouter } from './http/demo.ts';
import { directoryRouter } from './http/directory.ts';
import { lastResort, unknownRoute } from './http/errors.ts';
import type { Step } from './http/exchange.ts';
import { floorRouter } from './http/floor.ts';
import { healthRouter, type Readiness } from './http/health.ts';
import { observe } from './http/observe.ts';
import { openApi } from './http/open-api.ts';
import { outboxRoutes } from './http/outbox.ts';
import { pagePolicy } from './http/page-policy.ts';
import { builtPanels, teamsTab } from './http/teams-tab.ts';
import { limitAddresses, limitTokens } from './http/rate-limit.ts';
import { viewsRouter } from './http/views.ts';
import { chatRouter } from './live/customer/chat-router.ts';
import { publicPorts } from './live/public-port.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Store } from './store/store.ts';

/** An address opens a tenth as many chats as a token may send requests: each of them is a row on somebody's floor. */
const CHATS = 10;

export interface AppDeps {
  readonly config: Config;
  readonly store: Pick<Store, 'name' | 'worth' | 'ping' | 'lease' | 'dropLease'> & ErasableStore;
  readonly engine: Engine;
  readonly auth: Auth;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  /** Shows to the staff connected here that a customer of an integration types. */
  readonly customerTypes?: CustomerTypes;
  /** Counts requests for all servers together; absent: each its own. */
  readonly rateLimitStore?: RateLimitStore;
  /** Adds pages that are not part of the interface, before an address is called unknown. */
  readonly pages?: (app: Express) => void;
}

export interface App {
  /** Answers every request. */
  readonly listener: RequestListener;
  /** Ends waits and leases of this app; the engine and the store stay their openers'. */
  close(): void;
}

/** The HTTP interface on what it is given; it opens nothing and listens to nothing by itself. */
export function createApp(deps: AppDeps): App {
  const { config, engine, auth, log, metrics, readiness, store } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  // What the interface answers is never stored; files of pages have tags of their own.
  app.set('etag', false);
  const ports = publicPorts(engine);
  const outbox = outboxRoutes(ports, (outcome) => metrics.deliveries.inc({ outcome }));
  const watches = createHttpWatches(deps.clock);

  const { rateLimit, frameAncestors, trustProxy } = config;
  const limits = { perMinute: rateLimit, store: deps.rateLimitStore, trustProxy };
  const ofAddress = limitAddresses('address', limits);
  const ofChats = limitAddresses('chats', { ...limits, perMinute: Math.ceil(rateLimit / CHATS) });
  const always: readonly Step[] = [observe(log, metrics), pagePolicy(frameAncestors), allowed(config.origins)];
  const ofStaff: readonly Step[] = [authenticate(auth, ofAddress), limitTokens(limits), jsonBody];
  const failed = lastResort(log);

  app.use(...always);
  app.use(healthRouter({ readiness, metrics, ping: () => store.ping(), store }));
  app.get('/openapi.json', (_req, res) => void res.json(openApi));
  if (config.teamsHosts) app.use('/teams', teamsTab(builtPanels, config.teamsHosts));
  if (auth.demo) app.use('/demo', ofAddress, demoRouter(auth.demo, engine));
  app.use('/v1/chat', ofChats, jsonBody);
  app.use(
    chatRouter({
      chats: ports,
      chatTokens: auth.chat,
      identify: auth.identify,
      tenantOf: () => config.tenant || undefined,
    }),
  );
  app.use('/v1', ...ofStaff);
  app.use('/v1/conversations', conversationsRouter(watches, deps.customerTypes ?? (() => undefined)));
  app.use('/v1/agents', agentsRouter(store));
  app.use('/v1/directory', directoryRouter());
  app.use('/v1/audit', auditRouter());
  app.use('/v1/customers', customersRouter(store));
  app.use('/v1/outbox', outbox.router);
  app.use('/v1', floorRouter(), viewsRouter(), unknownRoute);
  deps.pages?.(app);
  app.use(unknownRoute, failed);
  return {
    listener: commandsFirst({ steps: [...always, ...ofStaff], commands: commandAnswers, failed }, app),
    close: () => {
      outbox.close();
      watches.close();
    },
  };
}

/** Pages of the origins allowed may call, with tokens and without cookies. */
const allowed = (origins: readonly string[]) =>
  cors({
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'Floorwalk-On-Behalf-Of',
      'Floorwalk-From',
    ],
    exposedHeaders: ['Retry-After'],
    maxAge: 600,
  });
