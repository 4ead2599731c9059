import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'node:test';
import { openRedisStore } from '../../../../server/store/redis/index.ts';
import { redisKeys } from '../../../../server/store/redis/keys.ts';
import type { RedisOptions } from '../../../../server/store/redis/index.ts';
import type { Store } from '../../../../server/store/store.ts';
import { commitOf, conversation, floorLog, line, say, TENANT } from '../../../contracts/store-fixture.ts';
import { startCuttingProxy } from '../../../support/cutting-proxy.ts';
import { startRedis } from '../../../support/redis.ts';

const redis = await startRedis();
const proxy = await startCuttingProxy(redis.url);
const stores: Store[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await redis.command('FLUSHALL');
});
after(async () => {
  await proxy.close();
  await redis.close();
});

async function open(options: Partial<RedisOptions> = {}): Promise<Store> {
  const store = await openRedisStore({ url: redis.url, onError: () => {}, ...options });
  stores.push(store);
  return store;
}

const keys = redisKeys('floorwalk').ofTenant(TENANT);
const note = (epoch: string, commandId: string) =>
  commitOf(epoch, { commandId, append: [say('c1', 'public', commandId)], floor: `"${commandId}"`, answer: '"done"' });

describe('a connection that is lost', () => {
  it('[P4] sends a group again whose reply was lost, and answers what it did the first time', async () => {
    const store = await open({ url: proxy.url });
    const { epoch } = (await store.snapshot(TENANT)).position;
    await store.commit(TENANT, [note(epoch, 'before')]);
    const lost = proxy.lost;
    proxy.loseReplyTo('named');
    const outcomes = await store.commit(TENANT, [
      note(epoch, 'named'),
      commitOf(epoch, { append: [say('c1', 'public', 'nameless')], floor: '"nameless"' }),
      commitOf(epoch, { expect: [conversation('c1', 4)] }),
      note(epoch, 'before'),
    ]);
    assert.equal(proxy.lost, lost + 1, 'the reply was really lost');
    assert.deepEqual(outcomes, [
      { outcome: 'committed', floorOffset: 2, appended: [2] },
      { outcome: 'committed', floorOffset: 3, appended: [3] },
      { outcome: 'conflict', versions: [0] },
      { outcome: 'repeated', answer: '"done"' },
    ]);
    assert.equal((await store.readPlane(TENANT, 'c1', 'public', 0, 99)).length, 3, 'and did it once');
  });

  it('leaves no hole in what is followed, whatever was published meanwhile', async () => {
    const [follower, writer] = [await open({ url: proxy.url }), await open()];
    const { epoch } = (await writer.snapshot(TENANT)).position;
    const log = floorLog();
    await follower.follow(TENANT, { epoch, offset: 0 }, log.listener, log.onLost);
    for (let i = 1; i <= 300; i += 1) {
      if (i % 60 === 0) proxy.cutAll();
      await writer.commit(TENANT, [note(epoch, `k${i}`)]);
      if (i % 60 === 30) await log.until(i);
    }
    await log.until(300);
    assert.deepEqual(
      log.entries.map(({ commandId }) => commandId),
      Array.from({ length: 300 }, (_, i) => `k${i + 1}`),
    );
  });

  it('rejects after its patience where the database stays away', async () => {
    const own = await startRedis();
    const store = await openRedisStore({ url: own.url, onError: () => {}, patienceMs: 1_000 });
    const { epoch } = (await store.snapshot(TENANT)).position;
    await own.kill();
    await assert.rejects(store.commit(TENANT, [note(epoch, 'k1')]));
    await assert.rejects(store.ping());
    await store.close();
    await own.close();
  });

  it('[P4] gives a Redis up that stands still with its connections open, and does once what it was sent before', async () => {
    const own = await startRedis();
    const troubles: string[] = [];
    const onError = (cause: Error): void => void troubles.push(cause.message);
    const store = await openRedisStore({ url: own.url, onError, patienceMs: 2_000, silentForMs: 300 });
    const { epoch } = (await store.snapshot(TENANT)).position;
    own.freeze();
    // Written to its socket, and carried out when it goes on.
    const asked = note(epoch, 'k1');
    await assert.rejects(store.commit(TENANT, [asked]));
    assert.ok(troubles.length > 0);
    own.thaw();
    const [again] = await store.commit(TENANT, [asked]);
    assert.match(String(again?.outcome), /^(?:committed|repeated)$/u);
    assert.equal((await store.readPlane(TENANT, 'c1', 'public', 0, 99)).length, 1);
    await store.close();
    await own.close();
  });

  it('tells onError instead of ending the process', async () => {
    const seen = Promise.withResolvers<Error>();
    await open({ url: proxy.url, onError: seen.resolve });
    proxy.cutAll();
    assert.ok((await seen.promise) instanceof Error);
  });
});

describe('a history that was lost', () => {
  it('is ended when Redis comes back without its newest entries: old commits are refused, followers are told', async () => {
    const own = await startRedis();
    const [a, b] = [
      await openRedisStore({ url: own.url, onError: () => {} }),
      await openRedisStore({ url: own.url, onError: () => {} }),
    ];
    const { epoch } = (await a.snapshot(TENANT)).position;
    const logs = [floorLog(), floorLog()] as const;
    await a.commit(TENANT, [note(epoch, 'kept')]);
    await own.command('SAVE');
    await a.follow(TENANT, { epoch, offset: 0 }, logs[0].listener, logs[0].onLost);
    await b.follow(TENANT, { epoch, offset: 0 }, logs[1].listener, logs[1].onLost);
    await a.commit(TENANT, [note(epoch, 'lost')]);
    await Promise.all(logs.map((log) => log.until(2)));

    await own.kill();
    await own.start();
    await Promise.all(logs.map(({ lost }) => lost));
    const { position } = await a.snapshot(TENANT);
    assert.notEqual(position.epoch, epoch);
    assert.equal(position.offset, 1);
    assert.deepEqual(await b.commit(TENANT, [note(epoch, 'late')]), [{ outcome: 'epoch', epoch: position.epoch }]);
    const [anew] = await b.commit(TENANT, [note(position.epoch, 'lost')]);
    assert.deepEqual(anew, { outcome: 'committed', floorOffset: 2, appended: [2] });
    await Promise.all([a.close(), b.close()]);
    await own.close();
  });

  it('goes on under the same epoch when Redis comes back with everything', async () => {
    const own = await startRedis({ appendOnly: true });
    const store = await openRedisStore({ url: own.url, onError: () => {} });
    const { epoch } = (await store.snapshot(TENANT)).position;
    const log = floorLog();
    await store.follow(TENANT, { epoch, offset: 0 }, log.listener, log.onLost);
    await store.commit(TENANT, [note(epoch, 'k1')]);
    await own.kill();
    const waiting = store.commit(TENANT, [note(epoch, 'k2')]);
    await own.start();
    assert.deepEqual(await waiting, [{ outcome: 'committed', floorOffset: 2, appended: [2] }]);
    await log.until(2);
    await store.close();
    await own.close();
  });
});

describe('the script', () => {
  it('is sent whole to a server that does not know it', async () => {
    const store = await open();
    const { epoch } = (await store.snapshot(TENANT)).position;
    await redis.command('SCRIPT', 'FLUSH');
    assert.equal((await store.commit(TENANT, [note(epoch, 'k1')]))[0]?.outcome, 'committed');
  });

  it('[P4] is sent again to a server that forgets it under load, and each command runs once', async () => {
    const store = await open();
    const { epoch } = (await store.snapshot(TENANT)).position;
    let isOver = false;
    const flushing = (async () => {
      for (; !isOver; await new Promise(setImmediate)) await redis.command('SCRIPT', 'FLUSH');
    })();
    const outcomes = await Promise.all(
      Array.from({ length: 400 }, async (_, i) => (await store.commit(TENANT, [note(epoch, `k${i}`)]))[0]?.outcome),
    );
    isOver = true;
    await flushing;
    assert.deepEqual(new Set(outcomes), new Set(['committed']));
    assert.equal((await store.snapshot(TENANT)).position.offset, 400);
    assert.equal((await store.readPlane(TENANT, 'c1', 'public', 0, 1_000)).length, 400);
  });

  it('writes nothing at all where one key holds another type', async () => {
    const store = await open();
    const { epoch } = (await store.snapshot(TENANT)).position;
    await redis.command('SET', keys.ledger('bob'), 'not a ledger');
    const commit = (agent: string) =>
      commitOf(epoch, { expect: [conversation(agent, 0)], ledger: [line(agent, 'c1', 1)], floor: '{}', audit: ['{}'] });
    await assert.rejects(store.commit(TENANT, [commit('ann'), commit('bob')]), /WRONGTYPE/);
    assert.deepEqual((await store.snapshot(TENANT)).aggregates, []);
    assert.equal((await store.snapshot(TENANT)).position.offset, 0);
    assert.equal(await redis.command('EXISTS', keys.floor, keys.audit, keys.versions), 0);
  });

  it('writes nothing when memory is full', async () => {
    const store = await open();
    const { epoch } = (await store.snapshot(TENANT)).position;
    await redis.command('CONFIG', 'SET', 'maxmemory', '1');
    try {
      await assert.rejects(store.commit(TENANT, [note(epoch, 'k1')]), /OOM/);
      await assert.rejects(store.ping(), /Redis takes no command: its memory is full: raise its maxmemory/);
    } finally {
      await redis.command('CONFIG', 'SET', 'maxmemory', '0');
    }
    assert.equal((await store.snapshot(TENANT)).position.offset, 0);
    assert.deepEqual((await store.commit(TENANT, [note(epoch, 'k1')]))[0]?.outcome, 'committed');
  });

  it('writes every command wholly or not at all when memory fills up under load', async () => {
    const store = await open();
    const { epoch } = (await store.snapshot(TENANT)).position;
    const used = Number(/used_memory:(\d+)/.exec(String(await redis.command('INFO', 'memory')))?.[1]);
    await redis.command('CONFIG', 'SET', 'maxmemory', String(used + 300_000));
    const text = 'x'.repeat(2_000);
    const commit = (i: number) =>
      commitOf(epoch, {
        commandId: `k${i}`,
        expect: [conversation(`c${i}`, 0)],
        append: [say(`c${i}`, 'public', text), say(`c${i}`, 'internal', text)],
        floor: `"${i}"`,
        audit: ['{}'],
      });
    const results = await Promise.allSettled(Array.from({ length: 300 }, (_, i) => store.commit(TENANT, [commit(i)])));
    await redis.command('CONFIG', 'SET', 'maxmemory', '0');
    const done = results.flatMap(({ status }, i) => (status === 'fulfilled' ? [`c${i}`] : []));
    assert.ok(done.length > 0 && done.length < 300, `${done.length} fitted`);
    const { aggregates, position } = await store.snapshot(TENANT);
    assert.deepEqual(aggregates.map(({ id }) => id).toSorted(), done.toSorted());
    assert.equal(position.offset, done.length);
    assert.equal((await store.readAudit(TENANT, 0, 1_000)).length, done.length);
    for (const id of done) {
      assert.equal((await store.readPlane(TENANT, id, 'public', 0, 9)).length, 1);
      assert.equal((await store.readPlane(TENANT, id, 'internal', 0, 9)).length, 1);
    }
  });

  it('lets what it remembers expire', async () => {
    const store = await open({ rememberMs: 60_000 });
    const { epoch } = (await store.snapshot(TENANT)).position;
    await store.commit(TENANT, [note(epoch, 'k1')]);
    const lifetimes = [await redis.command('PTTL', keys.answersEven), await redis.command('PTTL', keys.answersOdd)];
    const [left] = lifetimes.filter((lifetime) => lifetime !== -2);
    assert.ok(Number(left) > 60_000 && Number(left) <= 120_000, `${String(left)} ms`);
  });
});

describe('opening', () => {
  it('says what an acknowledged message is worth', async () => {
    assert.match((await open()).worth, /in Redis’s memory only/);
  });

  it('refuses a server that evicts, and says how to mend it', async () => {
    await redis.command('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
    try {
      await assert.rejects(open(), /allkeys-lru.*set it to noeviction \(CONFIG SET maxmemory-policy noeviction/);
    } finally {
      await redis.command('CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
    }
  });

  it('refuses what a newer release wrote', async () => {
    await redis.command('SET', redisKeys('floorwalk').schema, '7');
    await assert.rejects(open(), /written by a newer release \(schema 7, this one knows 1\)/);
  });

  it('says where nobody answers, without the password', async () => {
    const url = 'redis://user:secret@127.0.0.1:1/0';
    const failed = openRedisStore({ url, onError: () => {}, patienceMs: 50 });
    await assert.rejects(failed, (cause: Error) =>
      /at redis:\/\/127\.0\.0\.1:1\/0: it does not answer/.test(cause.message),
    );
  });
});
