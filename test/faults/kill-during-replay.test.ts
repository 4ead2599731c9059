import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { createClient, type FloorwalkClient } from '../../server/replay/floorwalk-client.ts';
import { prepare } from '../../server/replay/prepare.ts';
import { openDesk } from '../../server/replay/replay-desk.ts';
import { stepsOf } from '../../server/replay/steps.ts';
import { madeUpDay, madeUpTalks } from '../support/made-up-day.ts';
import { startRedis } from '../support/redis.ts';
import { playUntil, type Debt } from './acknowledged.ts';
import { examine } from './examine.ts';
import { isLong } from './scene.ts';
import { freePort, startProcess } from './server-process.ts';

const slice = madeUpDay().slice(20, 60);
const steps = stepsOf(slice, madeUpTalks);
/** About as many commands as the slice has; moments are drawn from its middle. */
const COMMANDS = 270;

interface Place {
  readonly env: Readonly<Record<string, string>>;
  /** What dies with the server, and how it comes back. */
  readonly crash?: { kill(): Promise<void>; start(): Promise<void> };
}

const places: Readonly<Record<string, (t: TestContext) => Promise<Place>>> = {
  SQLite: async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    return { env: { FLOORWALK_DATA: folder } };
  },
  'Redis that flushes every second': async (t) => {
    const redis = await startRedis({ args: ['--appendonly', 'yes', '--appendfsync', 'everysec'] });
    t.after(() => redis.close());
    return { env: { REDIS_URL: redis.url } };
  },
  'Redis that flushes always, killed with it': async (t) => {
    const redis = await startRedis({ appendOnly: true });
    t.after(() => redis.close());
    return { env: { REDIS_URL: redis.url }, crash: redis };
  },
};

for (const [name, place] of Object.entries(places)) {
  for (const seed of isLong ? [1, 2, 3] : [1]) {
    const reach = momentOf(`${name} ${seed}`);
    test(`[P4] kill -9 after ${reach} acknowledged commands on ${name} loses and doubles nothing`, async (t) => {
      const { env, crash } = await place(t);
      const settings = {
        ...env,
        FLOORWALK_DEMO: '1',
        FLOORWALK_RATE_LIMIT: '10000000',
        PORT: String(await freePort()),
      };
      const first = await startProcess({ ...settings, FLOORWALK_CLOCK_FACTOR: '20' });
      t.after(() => first.kill());
      const before = createClient(first.url, Date.now);
      const agents = await prepare(before, slice);
      const desks = await Promise.all(agents.map((agent) => openDesk(before, agent)));
      const { debts, count } = await playUntil(before, steps, {
        width: 10,
        reach,
        enough: async () => {
          await Promise.all([first.kill(), crash?.kill()]);
          for (const signOff of desks) signOff();
        },
      });
      assert.ok(count() >= reach, `only ${count()} of ${reach} commands were acknowledged before all was played`);

      await crash?.start();
      const second = await startProcess(settings);
      t.after(() => second.kill());
      const after = createClient(second.url, Date.now);
      const found = await examine(after, debts.values());
      const unanswered = await repeatAll(after, debts.values());
      const again = await examine(after, debts.values());
      t.diagnostic(
        `${name}: ${count()} commands acknowledged (${found.messages} messages, ${found.conversations} conversations), ` +
          `${unanswered} messages without an answer sent again, ${found.lost.length} lost, ${again.twice.length} doubled, ${again.gaps.length} gaps`,
      );
      assert.deepEqual(found.lost, []);
      assert.deepEqual(found.twice, []);
      assert.deepEqual(found.gaps, []);
      assert.deepEqual([again.lost, again.twice, again.gaps], [[], [], []]);
      await assertItWouldNotice(after, debts.values());
      assert.deepEqual((await after.get<{ items: unknown[] }>('/v1/audit/ledger', 'administrator ada')).items, []);
    });
  }
}

/** The examination itself is examined: a word, a step and an agent that never were are missed. */
async function assertItWouldNotice(client: FloorwalkClient, debts: Iterable<Debt>): Promise<void> {
  const real = [...debts].find(({ acknowledged, asked }) => acknowledged === 'engaged' && asked === 'engaged');
  assert.ok(real, 'somebody was being served at the kill');
  const forged: Debt = {
    ...real,
    holder: 'nobody',
    acknowledged: 'wrap-up',
    asked: 'wrap-up',
    said: new Map([['never', 'said']]),
    sent: new Map([['never', { text: 'said', from: 'agent' }]]),
  };
  assert.equal((await examine(client, [forged])).lost.length, 4);
}

/** As a client does that heard no answer: the same text under the same id, and what was answered already once more too. Answers how many had had no answer. */
async function repeatAll(client: FloorwalkClient, debts: Iterable<Debt>): Promise<number> {
  let unanswered = 0;
  for (const debt of debts) {
    if (debt.acknowledged !== 'engaged' || debt.asked !== 'engaged') continue;
    const path = `/v1/conversations/${debt.conversation}/messages`;
    for (const [id, { text, from }] of debt.sent) {
      if (!debt.said.has(id)) unanswered += 1;
      const body = { id, text, plane: 'public' };
      if (from === 'agent') await client.post(path, body, `agent ${debt.contact.agent}`);
      else await client.post(path, { ...body, from: { customer: {} } }, 'integration crm');
      debt.said.set(id, text);
    }
  }
  return unanswered;
}

/** A moment in the middle of the slice, the same in every run. */
function momentOf(text: string): number {
  let hash = 2_166_136_261;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  // Neighbouring texts must not give neighbouring moments.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return Math.floor(COMMANDS * (0.15 + 0.65 * (((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32)));
}
