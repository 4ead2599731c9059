// From a customer's `say` on their socket to the supervisor's conversation frame, on each store: one process for the
// server, this one for the load. `npm run bench:latency -- [--rounds 1]`
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openLine } from '../server/demo/line.ts';
import { createClient, type FloorwalkClient } from '../server/replay/floorwalk-client.ts';
import { prepare, REPLAY_WORKSTREAM, SUPERVISOR } from '../server/replay/prepare.ts';
import { openChat, type ReplayCustomer } from '../server/replay/replay-customer.ts';
import { openDesk } from '../server/replay/replay-desk.ts';
import { freePort, startProcess } from '../test/faults/server-process.ts';
import { startRedis } from '../test/support/redis.ts';

const CONVERSATIONS = 30;
const A_SECOND = 20;
const SECONDS = 20;
/** A round that takes longer than this has failed. */
const ROUND_MS = 60_000;

interface Figures {
  readonly sent: number;
  readonly heard: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
}

/** Thirty live conversations, each in an agent's hands. */
async function openConversations(client: FloorwalkClient): Promise<readonly ReplayCustomer[]> {
  const contacts = Array.from({ length: CONVERSATIONS }, (_, i) => ({
    id: `bench-${i}`,
    queue: 'bench',
    openedAt: 0,
    servedAt: 0,
    overAt: 0,
    agent: `agent-${10 + (i % 15)}`,
  }));
  const agents = await prepare(client, contacts);
  await Promise.all(agents.map((agent) => openDesk(client, agent)));
  const customers: ReplayCustomer[] = [];
  for (const { id, queue, agent } of contacts) {
    const customer = await openChat(client, { workstream: REPLAY_WORKSTREAM, queue, customer: { name: id } });
    const at = `/v1/conversations/${customer.conversation}`;
    await client.post(`${at}/assign`, { agent }, SUPERVISOR);
    await client.post(`${at}/accept`, {}, `agent ${agent}`);
    customers.push(customer);
  }
  return customers;
}

/** A supervisor's page that monitors them all; calls `heard` with each message's id. */
async function monitorAll(
  client: FloorwalkClient,
  customers: readonly ReplayCustomer[],
  heard: (id: string) => void,
): Promise<void> {
  const address = new URL('/v1/live', client.url);
  address.protocol = 'ws:';
  const welcomed = Promise.withResolvers<void>();
  const following = new Set<unknown>();
  const followed = Promise.withResolvers<void>();
  const line = openLine({
    url: address.href,
    hello: async () => ({ type: 'hello', version: 1, token: await client.token('supervisor', 'ines') }),
    heard: (message) => {
      if (message.type === 'welcome') welcomed.resolve();
      if (message.type !== 'conversation') return;
      following.add(message['id']);
      if (following.size === customers.length) followed.resolve();
      for (const { type, id } of message['entries'] as { type: string; id: string }[])
        if (type === 'message') heard(id);
    },
  });
  await welcomed.promise;
  for (const { conversation } of customers)
    line.send({ type: 'subscribe', id: conversation, topic: { kind: 'conversation', conversation } });
  await followed.promise;
}

/** Says at a fixed rate whatever the server does, so that a late answer delays nothing that follows. */
async function measure(url: string): Promise<Figures> {
  const client = createClient(url, Date.now);
  const customers = await openConversations(client);
  const saidAt = new Map<string, number>();
  const took: number[] = [];
  const total = A_SECOND * SECONDS;
  const all = Promise.withResolvers<void>();
  await monitorAll(client, customers, (id) => {
    const at = saidAt.get(id);
    if (at === undefined) return;
    took.push(performance.now() - at);
    if (took.length === total) all.resolve();
  });
  const start = performance.now();
  const answers: Promise<void>[] = [];
  for (let i = 0; i < total; i++) {
    await after(Math.max(0, start + (i * 1_000) / A_SECOND - performance.now()));
    const id = `word-${i}`;
    saidAt.set(id, performance.now());
    const said = customers[i % customers.length]?.say(id, `Word ${i}: my parcel is not here and I need it today.`);
    if (said) answers.push(said);
  }
  await Promise.all([...answers, all.promise]);
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { sent: total, heard: sorted.length, p50: at(0.5), p99: at(0.99), worst: at(1) };
}

/** Runs one round against a server of its own and clears up behind it. */
async function round(env: Readonly<Record<string, string>>): Promise<Figures> {
  const server = await startProcess({
    ...env,
    FLOORWALK_DEMO: '1',
    FLOORWALK_RATE_LIMIT: '10000000',
    PORT: String(await freePort()),
  });
  const late = after(ROUND_MS, undefined, { ref: false }).then(() => {
    throw new Error(`The round was not over after ${ROUND_MS} ms.`);
  });
  try {
    return await Promise.race([measure(server.url), late]);
  } finally {
    await server.kill();
  }
}

async function onSqlite(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  try {
    return await round({ FLOORWALK_DATA: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onRedis(): Promise<Figures> {
  const redis = await startRedis({ args: ['--appendonly', 'yes', '--appendfsync', 'everysec'] });
  try {
    return await round({ REDIS_URL: redis.url });
  } finally {
    await redis.close();
  }
}

const cell = (value: string | number, width: number): string => String(value).padStart(width);
const ms = (value: number): string => value.toFixed(2);
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '1' } } });
const rounds = Math.min(10, Math.max(1, Math.floor(Number(values.rounds)) || 1));
say(
  `${CONVERSATIONS} live conversations, ${A_SECOND} words a second for ${SECONDS} s; ${cpus()[0]?.model}, ` +
    `${availableParallelism()} cores, load before ${loadavg()[0]?.toFixed(1)}`,
);
say(`store         round   sent  heard   p50 ms   p99 ms  worst ms`);
for (const [name, run] of Object.entries({ SQLite: onSqlite, Redis: onRedis })) {
  const all: Figures[] = [];
  for (let i = 1; i <= rounds; i++) {
    const one = await run();
    all.push(one);
    say(
      `${name.padEnd(12)}${cell(i, 7)}${cell(one.sent, 7)}${cell(one.heard, 7)}${cell(ms(one.p50), 9)}${cell(ms(one.p99), 9)}${cell(ms(one.worst), 10)}`,
    );
  }
  say(
    `${name.padEnd(12)} median${' '.repeat(14)}${cell(ms(median(all.map(({ p50 }) => p50))), 9)}${cell(ms(median(all.map(({ p99 }) => p99))), 9)}`,
  );
}
// The desks and the supervisor's line would wait for servers that do not come back.
process.exit(0);
