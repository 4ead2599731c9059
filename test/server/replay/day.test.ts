import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { situationOf } from '@floorwalk/core/conversation';
import { auditLedger } from '@floorwalk/core/floor';
import { steppedClock } from '../../../server/clock.ts';
import { readConfig } from '../../../server/config.ts';
import { silentLogger } from '../../../server/log.ts';
import { readContacts, type Contact } from '../../../server/replay/contacts.ts';
import { createClient } from '../../../server/replay/floorwalk-client.ts';
import { observeFloor } from '../../../server/replay/observe-floor.ts';
import { playDay, type DayPlayer } from '../../../server/replay/play-day.ts';
import { prepare } from '../../../server/replay/prepare.ts';
import { minutesOf, pictureAt, type Picture } from '../../../server/replay/recompute.ts';
import { openDesk } from '../../../server/replay/replay-desk.ts';
import { stepsOf } from '../../../server/replay/steps.ts';
import { readTalks, type Talk } from '../../../server/replay/texts.ts';
import { startServer, type Running } from '../../../server/start-server.ts';
import { openRedisStore } from '../../../server/store/redis/index.ts';
import { openSqliteStore } from '../../../server/store/sqlite/index.ts';
import type { Store } from '../../../server/store/store.ts';
import { meddle, WHISPER } from '../../support/meddle.ts';
import { madeUpDay, madeUpTalks } from '../../support/made-up-day.ts';
import { startRedis } from '../../support/redis.ts';
import { NOW } from '../../support/world.ts';

// The recorded day where it lies beside the project; else a made-up one of the same shape, so that the test always runs.
const data = join(import.meta.dirname, '../../../../shared/data');
const isRecorded = existsSync(join(data, 'floor-day.csv'));
const day: readonly Contact[] = isRecorded ? readContacts(join(data, 'floor-day.csv')) : madeUpDay();
const talks: readonly Talk[] = isRecorded ? readTalks(join(data, 'care-conversations.jsonl')) : madeUpTalks;

/** A store, and what clears up behind it. */
interface Opened {
  readonly store: Store;
  readonly release: () => Promise<void>;
}

interface Replayed {
  readonly server: Running;
  readonly store: Store;
  readonly player: DayPlayer;
  readonly seen: readonly Picture[];
}

/** Steps a server's clock through the day and looks at the floor once a minute. */
async function replay(
  t: TestContext,
  { store, release }: Opened,
  contacts: readonly Contact[],
  meddler?: typeof meddle,
): Promise<Replayed> {
  const clock = steppedClock(NOW);
  const config = readConfig({ FLOORWALK_DEMO: '1', PORT: '0', FLOORWALK_RATE_LIMIT: '10000000' });
  const server = await startServer(config, { log: silentLogger, store, clock });
  // The server goes before its store.
  t.after(() => server.close().then(release));
  const client = createClient(server.url, () => clock.now());
  const agents = await prepare(client, contacts);
  const desks = await Promise.all(agents.map((agent) => openDesk(client, agent)));
  t.after(() => desks.forEach((signOff) => signOff()));
  const player = playDay(client);
  t.after(() => player.stop());
  const queues = [...new Set(contacts.map(({ queue }) => queue))];
  const midnight = NOW - Math.min(...contacts.map((c) => c.openedAt)) * 1_000;
  const observe = observeFloor(client, queues, () => clock.now());
  const minutes = minutesOf(contacts);
  const seen: Picture[] = [];
  let minute = minutes.next();
  const stepTo = (second: number): void => clock.step(Math.max(0, midnight + second * 1_000 - clock.now()));
  const lookUntil = async (second: number): Promise<void> => {
    for (; !minute.done && minute.value < second; minute = minutes.next()) {
      stepTo(minute.value);
      seen.push(await observe(minute.value));
    }
  };
  for (const step of stepsOf(contacts, talks)) {
    await lookUntil(step.at);
    stepTo(step.at);
    await player.play(step);
    await meddler?.(client, player, step);
  }
  await lookUntil(Infinity);
  return { server, store, player, seen };
}

const stores = {
  sqlite: async (): Promise<Opened> => {
    const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
    const release = (): Promise<void> => rm(folder, { recursive: true, force: true });
    return { store: await openSqliteStore({ folder }), release };
  },
  redis: async (): Promise<Opened> => {
    const redis = await startRedis();
    return { store: await openRedisStore({ url: redis.url, onError: () => {} }), release: () => redis.close() };
  },
};

for (const [name, open] of Object.entries(stores)) {
  test(`[F1] the whole day on ${name} shows, minute by minute, what the contacts say: open, active, abandoned, longest wait`, async (t) => {
    const { seen } = await replay(t, await open(), day);
    const expected = [...minutesOf(day)].map((at) => pictureAt(day, at));
    assert.deepEqual(seen, expected);
    const peak = (of: (p: Picture) => number) => Math.max(...seen.map(of));
    t.diagnostic(
      `${isRecorded ? 'recorded' : 'made-up'} day on ${name}: ${seen.length} minutes equal; peak open ${peak((p) => p.open)}, ` +
        `peak active ${peak((p) => p.active)}, abandoned ${seen.at(-1)?.abandoned}, longest wait ${peak((p) => p.longestWait)} s`,
    );
  });
}

for (const [name, open] of Object.entries(stores))
  test(`[P2][C2][K3] with supervisors monitoring, whispering, assigning and transferring at random on ${name} no internal word reaches a customer, and custody and ledger hold`, async (t) => {
    const hours = day.filter(({ openedAt }) => openedAt >= 36_000 && openedAt < 39_600);
    const { server, store, player } = await replay(t, await open(), hours, meddle);
    const { floor } = await server.engine.tenant('demo');
    let frames = 0;
    for (const { id } of hours) {
      for (const frame of player.customerOf(id)?.frames ?? []) {
        frames += 1;
        assert.ok(!frame.includes(WHISPER), `a whisper reached the customer of ${id}`);
      }
    }
    assert.ok(frames > hours.length, 'the customers heard something');
    assert.deepEqual(auditLedger(floor, (await store.snapshot('demo')).ledger), []);
    for (const c of floor.conversations.values()) if (situationOf(c) === 'engaged') assert.ok('primary' in c);
    t.diagnostic(`${hours.length} contacts on ${name}, ${frames} frames to customers looked through`);
  });
