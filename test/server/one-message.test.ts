import assert from 'node:assert/strict';
import { connect, Socket } from 'node:net';
import { test } from 'node:test';
import { openRedisStore } from '../../server/store/redis/index.ts';
import { integration, startEngine } from '../support/engine.ts';
import { startRedis } from '../support/redis.ts';
import { entriesOf } from './live/support/watching.ts';
import { startLive, type Server } from './live/support/live.ts';
import type { Client } from './live/support/client.ts';

const WORD = 'zebra';

/** Counts, while it does something, what is made and read that has the word in it, and the servers' writes of it. */
async function counted(act: () => Promise<void>) {
  const { stringify, parse } = JSON;
  const { write } = Socket.prototype;
  const counts = { serialised: 0, parsed: 0, writes: 0 };
  // The tests' own clients do the same in this process.
  const isServers = (): boolean => !/live\/support\/client\.ts/u.test(new Error().stack ?? '');
  Object.assign(JSON, {
    stringify: (...given: unknown[]): string => {
      const text = Reflect.apply(stringify, JSON, given) as string;
      if (text?.includes(WORD) && isServers()) counts.serialised += 1;
      return text;
    },
    parse: (...given: [string]): unknown => {
      if (given[0].includes(WORD) && isServers()) counts.parsed += 1;
      return Reflect.apply(parse, JSON, given) as unknown;
    },
  });
  Socket.prototype.write = function (this: Socket & { readonly server?: unknown }, ...given: unknown[]) {
    if (this.server && Buffer.from(given[0] as Buffer).includes(WORD)) counts.writes += 1;
    return Reflect.apply(write, this, given) as boolean;
  };
  try {
    await act();
  } finally {
    Object.assign(JSON, { stringify, parse });
    Socket.prototype.write = write;
  }
  return counts;
}

/** Pages of one supervisor that follow these conversations, and have been sent something since. */
async function watch(on: Server, pages: number, conversations: readonly string[]): Promise<readonly Client[]> {
  const clients: Client[] = [];
  for (let i = 0; i < pages; i++) {
    const client = await on.staff('ines');
    for (const conversation of conversations) {
      client.send({ type: 'subscribe', id: conversation, topic: { kind: 'conversation', conversation } });
      await client.type('conversation', conversation);
    }
    clients.push(client);
  }
  for (const conversation of conversations) await on.say(on.actor('ana'), conversation, 'public', 'Good morning');
  await on.settle();
  return clients;
}

for (const pages of [2, 20])
  test(`a message is read and encoded as often for ${pages} who watch as for one, and written to each once`, async (t) => {
    const on = await startLive(t);
    await on.open('c1', 'ana');
    const clients = await watch(on, pages, ['c1']);
    const ana = await on.staff('ana');
    const counts = await counted(async () => {
      const command = { type: 'say', conversation: 'c1', message: 'm1', text: WORD, plane: 'public' };
      ana.send({ type: 'command', id: 'k1', command });
      await ana.type('answer');
      await on.settle();
    });
    for (const client of clients) assert.equal(entriesOf(client, 'c1').at(-1)?.id, 'm1');
    // Its state, its entry on the plane, its entry in the feed, and one frame; the command.
    assert.deepEqual(counts, { serialised: 4, parsed: 1, writes: pages });
  });

test('what is said in ten conversations in one turn leaves in one write to each who watches them', async (t) => {
  const on = await startLive(t);
  const conversations = Array.from({ length: 10 }, (_, i) => `c${i}`);
  await on.editPerson('ana', { capacity: 100 });
  for (const conversation of conversations) await on.open(conversation, 'ana');
  const clients = await watch(on, 3, conversations);
  const { writes, serialised } = await counted(async () => {
    const say = async (id: string): Promise<unknown> => {
      const command = { type: 'Say', plane: 'public', id: `m-${id}`, text: WORD } as const;
      return on.tenant.run(on.actor('ana'), { of: 'conversation', id, command });
    };
    await Promise.all(conversations.map(say));
    await on.settle();
  });
  for (const client of clients)
    for (const conversation of conversations)
      assert.equal(entriesOf(client, conversation).at(-1)?.id, `m-${conversation}`);
  assert.deepEqual([writes, serialised], [clients.length, 4 * conversations.length]);
});

test('a command is one round trip to Redis', async () => {
  const redis = await startRedis();
  const store = await openRedisStore({ url: redis.url, onError: (error) => assert.fail(String(error)) });
  const on = await startEngine({ store });
  const monitor = connect(redis.url.replace('unix:', ''));
  try {
    await on.must(integration, 'c1', { type: 'Open', workstream: 'live-chat', customer: { name: 'Marta' } });
    await on.must(on.actor('ines'), 'c1', { type: 'AssignToAgent', agent: 'ana' });
    await on.must(on.actor('ana'), 'c1', { type: 'Accept' });
    let heard = '';
    const listening = Promise.withResolvers<void>();
    monitor.on('data', (data) => {
      heard += data.toString();
      if (heard.includes('+OK')) listening.resolve();
    });
    monitor.write('MONITOR\r\n');
    await listening.promise;
    const says = Array.from(
      { length: 20 },
      (_, i) => ({ type: 'Say', plane: 'public', id: `m${i}`, text: WORD }) as const,
    );
    for (const command of says) await on.tenant.run(on.actor('ana'), { of: 'conversation', id: 'c1', command });
    await redis.command('ECHO', 'over');
    const over = Promise.withResolvers<void>();
    const look = (): void => void (heard.includes('"over"') && over.resolve());
    monitor.on('data', look);
    look();
    await over.promise;
    // What a script does inside Redis is marked as its own.
    const calls = heard.split('\r\n').filter((line) => line.includes(' "') && !line.includes(' lua] '));
    const ours = calls.filter((line) => !/"(ECHO|HELLO|CLIENT)"/u.test(line));
    assert.equal(ours.length, says.length, ours.map((line) => line.slice(0, 120)).join('\n'));
    assert.ok(ours.every((line) => line.includes('"EVALSHA"')));
  } finally {
    monitor.destroy();
    await on.close();
    await store.close();
    await redis.close();
  }
});
