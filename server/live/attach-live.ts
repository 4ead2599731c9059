import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData } from 'ws';
import type { CloseReason } from '@floorwalk/core/protocol';
import type { Clock, Engine } from '../engine/engine.ts';
import type { ChatTokens, StaffAuth } from './auth-port.ts';
import { ChatHub } from './customer/chat-hub.ts';
import { CustomerClient } from './customer/customer-session.ts';
import { Flushes } from './flushes.ts';
import { Hub } from './hub.ts';
import { customerLimits, MAX_PAYLOAD, staffLimits, type Limits } from './limits.ts';
import { memoised } from './memoised.ts';
import type { Origins } from './origins.ts';
import { publicPorts } from './public-port.ts';
import { StaffClient } from './session.ts';
import { tracked } from './tracked-tenant.ts';
import { steadyClock } from '../clock.ts';
import { seldom } from '../seldom.ts';
import { LiveSocket, Outlet } from './transport.ts';
import { Turns } from './turns.ts';
import { onUpgrade, type Endpoint } from './upgrade.ts';
import { inWaves, waveDelay, wavesOf } from './waves.ts';
import { Wheel } from './wheel.ts';

/** Rights, rests and reasons that depend on the time are looked at this often (R3). */
const RECHECK_MS = 5_000;
/** Heartbeats of staff, and whoever is late, are looked at this often, all together. */
const TICK_MS = 1_000;
/** How long a stop waits for commands under way, and then for its sockets. */
const STOP_MS = 3_000;

export interface LiveDeps {
  readonly engine: Engine;
  readonly auth: StaffAuth;
  readonly chatTokens: ChatTokens;
  readonly log: { warn(data: object, sentence: string): void };
  /** Told the reason of each refusal, for the operator. */
  readonly refused?: (refusal: string) => void;
  readonly limits?: { readonly staff?: Partial<Limits>; readonly customer?: Partial<Limits> };
  /** Default: pages of this server only. */
  readonly origins?: Origins;
  /** Connections that one address may have at once; default: any number. */
  readonly socketsPerAddress?: number;
  /** How many proxies stand in front and may be believed about the caller's address; default: none. */
  readonly trustProxy?: number;
  /** Waits and ages are measured by it; default: one that nobody sets. */
  readonly clock?: Clock;
  /** What tokens are dated by; default: the clock. */
  readonly now?: () => number;
}

export interface Live {
  /** Tells every client that the server stops and when to come back, ends leases, closes the sockets in waves. */
  close(retryAfterMs: number): Promise<void>;
  /** A customer who is connected elsewhere types. */
  customerTypes(tenant: string, conversation: string): void;
  /** Open connections. */
  count(): { readonly staff: number; readonly customers: number };
}

/** What the endpoint does with one connection. */
interface Client {
  receive(text: string): void;
  end(reason: CloseReason): void;
  lost(): void;
  announceStop(retryAfter: number): void;
}

/** Serves `WS /v1/live` (staff) and `WS /v1/chat` (customers) on an HTTP server. */
export function attachLive(http: Server, deps: LiveDeps): Live {
  const clock = deps.clock ?? steadyClock();
  const staffWheel = new Wheel(clock);
  const customerWheel = new Wheel(clock);
  const failed = seldom((times, err) => deps.log.warn({ err, times }, 'a live connection met an error'));
  const refused = deps.refused ?? ignore;
  const elapsed = (): number => clock.now();
  const now = deps.now ?? (deps.clock ? elapsed : Date.now);
  const staff = { ...staffLimits, ...deps.limits?.staff };
  const customer = { ...customerLimits, ...deps.limits?.customer };

  const { engine, settled } = tracked(deps.engine);
  const hubs = memoised(async (id: string) => new Hub(await engine.tenant(id), staffWheel), elapsed);
  const ports = publicPorts(engine, (tenant, conversation, who) => {
    hubs.known(tenant)?.typing(conversation, who, 'public');
  });
  const chats = memoised(async (id: string) => new ChatHub(await ports(id), failed), elapsed);
  const staffDeps = {
    auth: deps.auth,
    hubOf: hubs.of,
    now,
    elapsed,
    wheel: staffWheel,
    turns: new Turns(),
    limits: staff,
    publicTyping: (tenant: string, conversation: string, name: string) =>
      chats.known(tenant)?.typing(conversation, name),
    failed,
    refused,
  };
  const customerDeps = {
    tokens: deps.chatTokens,
    hubOf: chats.of,
    now,
    elapsed,
    wheel: customerWheel,
    limits: customer,
    failed,
    refused,
  };
  const staffClients = new Set<StaffClient>();
  const customers = new Set<CustomerClient>();

  /** What connections here are called begins so: no other server and no earlier run of this one calls one like it. */
  const here = `${randomBytes(9).toString('base64url')}.`;
  let opened = 0;

  const staffFlushes = new Flushes();
  const customerFlushes = new Flushes();
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_PAYLOAD,
    WebSocket: LiveSocket,
  });
  const welcome = (endpoint: Endpoint, ws: LiveSocket, socket: Duplex): void => {
    if (endpoint === 'staff') {
      const outlet = new Outlet(ws, socket, staff, elapsed, staffFlushes);
      listen(ws, new StaffClient(`${here}${(opened += 1)}`, outlet, staffDeps), staffClients, failed);
    } else {
      const outlet = new Outlet(ws, socket, customer, elapsed, customerFlushes);
      listen(ws, new CustomerClient(outlet, customerDeps), customers, failed);
    }
  };
  const { origins = [], socketsPerAddress = Infinity, trustProxy = 0 } = deps;
  const stopUpgrades = onUpgrade(http, { origins, socketsPerAddress, trustProxy }, (endpoint, request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (ws) => welcome(endpoint, ws, socket)),
  );
  const checks = [
    staffWheel.every(RECHECK_MS, () => {
      hubs.all().forEach((hub) => hub.recheck());
      hubs.dropIdle(isInUse, end);
    }),
    customerWheel.every(RECHECK_MS, () => chats.dropIdle(isInUse, end)),
    staffWheel.every(TICK_MS, () => {
      for (const client of staffClients) client.tick();
    }),
  ];

  return {
    customerTypes: (tenant, conversation) => {
      const hub = hubs.known(tenant);
      const c = hub?.tenant.floor.conversations.get(conversation);
      if (!hub || !c || c.state === 'wrap-up' || c.state === 'closed') return;
      hub.typing(conversation, { kind: 'customer', id: c.customer.id ?? '', name: c.customer.name }, 'public');
    },
    count: () => ({ staff: staffClients.size, customers: customers.size }),
    close: async (retryAfterMs) => {
      stopUpgrades();
      const waves = wavesOf([...staffClients, ...customers]);
      for (const [i, wave] of waves.entries())
        for (const client of wave) client.announceStop(retryAfterMs + waveDelay(i));
      // Whoever asked for something still gets the answer; leases end with the connections.
      await within(STOP_MS, settled());
      await inWaves(waves, (client) => client.end('shuttingDown'));
      await Promise.all([closed(sockets), within(STOP_MS, settled())]);
      for (const cancel of checks) cancel();
      for (const hub of [...hubs.all(), ...chats.all()]) hub.close();
      staffWheel.stop();
      customerWheel.stop();
    },
  };
}

const ignore = (): void => undefined;
const isInUse = (hub: Hub | ChatHub): boolean => hub.isInUse;
const end = (hub: Hub | ChatHub): void => hub.close();

/** Tells the client what it gets, and counts it for as long as it is connected. */
function listen<One extends Client>(
  ws: LiveSocket,
  client: One,
  clients: Set<One>,
  failed: (error: unknown) => void,
): void {
  clients.add(client);
  ws.on('message', (data: RawData, isBinary: boolean) => {
    if (isBinary) return client.end('malformed');
    try {
      client.receive((data as Buffer).toString());
    } catch (error) {
      failed(error);
      client.end('reloaded');
    }
  });
  // What is wrong with a frame is the client's; the library closes the connection with the code for it.
  ws.on('error', ignore);
  ws.on('close', () => {
    client.lost();
    clients.delete(client);
  });
}

/** Resolves when every client has answered the close; those that do not in time are cut. */
async function closed({ clients }: { readonly clients: ReadonlySet<LiveSocket> }): Promise<void> {
  const open = [...clients];
  const cut = setTimeout(() => open.forEach((ws) => ws.terminate()), STOP_MS);
  await Promise.all(
    open.filter((ws) => ws.readyState !== ws.CLOSED).map((ws) => new Promise((done) => ws.once('close', done))),
  );
  clearTimeout(cut);
}

/** Waits, but no longer than that. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}
