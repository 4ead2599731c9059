import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '../../server/replay/floorwalk-client.ts';
import { REPLAY_WORKSTREAM } from '../../server/replay/prepare.ts';
import type { StaffLine } from './staff-line.ts';
import { CLOCK_FACTOR, isLong, LEASE_OVER_MS, openScene, until, type Scene } from './scene.ts';

/** How often each fault comes; the short pass has each once. */
const TIMES = isLong ? 2 : 1;
const CUTS = isLong ? 300 : 30;

let scene: Scene;
before(async () => {
  scene = await openScene();
});
after(() => scene?.close());

for (let time = 1; time <= TIMES; time += 1) {
  test(`[P4] kill -9 of a server loses nothing (${time})`, (t) =>
    scene.during(t, async () => {
      const { centre, tally, random } = scene;
      const which = random() < 0.5 ? 0 : 1;
      tally.faults += 1;
      await centre.server(which).kill();
      await delay(500 * random());
      await centre.restart(which);
    }));

  test(`[P4] kill -9 of Redis, which reads its append-only file again, loses nothing (${time})`, (t) =>
    scene.during(t, async () => {
      const { centre, tally, random } = scene;
      tally.faults += 1;
      await centre.redis.kill();
      await delay(1_000 * random());
      await centre.redis.start();
    }));

  test(`[P4][M3][K5] a server that stood still until its leases were over comes back with an old view and harms nothing (${time})`, (t) =>
    scene.during(t, async () => {
      const { centre, tally } = scene;
      tally.faults += 1;
      centre.server(1).pause();
      await delay(LEASE_OVER_MS);
      centre.server(1).resume();
    }));

  test(`[P4] connections between servers and Redis are cut at any byte ${CUTS} times (${time})`, (t) =>
    scene.during(t, async () => {
      const { centre, tally, random } = scene;
      const cuts = (): number => centre.proxies.reduce((sum, proxy) => sum + proxy.cuts, 0);
      const before_ = cuts();
      for (const proxy of centre.proxies) proxy.cutAfter(() => 1 + Math.floor(20_000 * random() ** 2));
      await until('so many cuts', 300_000, () => cuts() - before_ >= CUTS);
      for (const proxy of centre.proxies) proxy.cutAfter(null);
      tally.cuts += cuts() - before_;
      tally.faults += cuts() - before_;
    }));

  test(`[P4] a subscription whose output buffer is full is closed by Redis, and what it missed is read (${time})`, (t) =>
    scene.during(t, async () => {
      const { centre, tally } = scene;
      const subscribers = async (): Promise<readonly string[]> => {
        const list = String(await centre.redis.command('CLIENT', 'LIST', 'TYPE', 'pubsub'));
        return [...list.matchAll(/^id=(\d+)/gmu)].map(([, id]) => id ?? '');
      };
      const before_ = await subscribers();
      // Nobody's news, which followers pass over: it fills what lies between Redis and a server that does not read.
      const noise = `nobody;0;0\n${'x'.repeat(100_000)}`;
      const isClosed = async (): Promise<boolean> => {
        for (const channel of [await centre.redis.command('PUBSUB', 'CHANNELS', '*')].flat())
          await centre.redis.command('PUBLISH', String(channel), noise);
        const now = await subscribers();
        return before_.some((id) => !now.includes(id));
      };
      await centre.redis.command('CONFIG', 'SET', 'client-output-buffer-limit', 'pubsub 1000000 0 0');
      centre.proxies[1]?.stall(true);
      try {
        await until('a full buffer', 30_000, isClosed);
      } finally {
        centre.proxies[1]?.stall(false);
      }
      await centre.redis.command('CONFIG', 'SET', 'client-output-buffer-limit', 'pubsub 33554432 8388608 60');
      tally.faults += 1;
    }));

  test(`[P4] a client that does not read for a while has everything in the end (${time})`, (t) =>
    scene.during(t, async () => {
      const { load, tally } = scene;
      tally.faults += 1;
      const deaf = [...load.staff, ...load.customers].map(({ line }) => line);
      for (const line of deaf.filter((_, index) => index % 3 === 0)) line.readsNot(true);
      await delay(isLong ? 12_000 : 1_500);
      for (const line of deaf) line.readsNot(false);
    }));

  test(`[X1][K5] a clock that jumps ahead and back makes nobody unreachable and loses nothing (${time})`, async (t) => {
    const { centre, tally } = scene;
    const before_ = tally.passing;
    await scene.during(t, async () => {
      tally.faults += 2;
      centre.server(0).jump(40_000);
      await delay(12_000 / CLOCK_FACTOR);
      centre.server(0).jump(-40_000);
    });
    // A busy machine is no reason to fail: on the fast clock of the short pass a lease is but seconds long.
    if (isLong) assert.equal(tally.passing, before_);
  });

  test(`[P4][K5] a rolling restart: everybody comes back, nothing but busy is refused, and offers stand (${time})`, async (t) => {
    const { centre, load, tally } = scene;
    const before_ = tally.passing;
    await scene.during(t, async () => {
      for (const which of [0, 1]) {
        tally.faults += 1;
        const isThere = ({ role, line }: StaffLine): boolean => role === 'agent' && line.url === centre.urls[which];
        const desk = load.staff.find(isThere);
        const offered = isLong && desk ? await offer(desk) : undefined;
        const stopped = centre.server(which).stop();
        if (desk && offered) {
          await until('the desk is elsewhere', 20_000, () => desk.line.isUp && !isThere(desk));
          assert.deepEqual(await desk.act({ type: 'accept', conversation: offered }), { ok: true });
          assert.deepEqual(await desk.act({ type: 'end', conversation: offered }), { ok: true });
          assert.deepEqual(await desk.act({ type: 'close', conversation: offered }), { ok: true });
        }
        await stopped;
        await centre.restart(which);
        await until('everybody is back', 20_000, () => load.staff.every(({ line }) => line.isUp));
      }
    });
    if (isLong) assert.equal(tally.passing, before_);
  });
}

/** Gives somebody a conversation that nobody has accepted yet. */
async function offer(desk: StaffLine): Promise<string> {
  const { id: conversation } = await createClient(desk.line.url, Date.now).post<{ id: string }>(
    '/v1/conversations',
    { workstream: REPLAY_WORKSTREAM, customer: { name: 'A pending offer' } },
    'integration crm',
  );
  const boss = scene.load.staff.find(({ role }) => role === 'supervisor');
  const command = { type: 'assign', conversation, agent: desk.user, override: { reason: 'as recorded' } } as const;
  assert.deepEqual(await boss?.act(command), { ok: true });
  return conversation;
}
