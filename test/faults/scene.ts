import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '../../server/replay/floorwalk-client.ts';
import { prepare } from '../../server/replay/prepare.ts';
import { madeUpDay } from '../support/made-up-day.ts';
import { seeded } from '../support/random.ts';
import { openCentre, type Centre } from './centre.ts';
import { differencesAtRest } from './compare.ts';
import { examine } from './examine.ts';
import { startLoad, type Load } from './load.ts';
import { Tally } from './tally.ts';

/** Whether this is `npm run test:faults`, with real leases and large numbers, and not the short pass of `npm test`. */
export const isLong = process.env['FLOORWALK_FAULTS'] === 'long';
const SEED = Number(process.env['FLOORWALK_FAULTS_SEED'] ?? 7);
/** In the short pass the clock of the rules is this much faster than the machine's. */
export const CLOCK_FACTOR = isLong ? 1 : 6;
/** The length of a lease, and of the look that finds it ended, on the machine's clock. */
export const LEASE_OVER_MS = 36_000 / CLOCK_FACTOR;
const WORKS_MS = isLong ? 4_000 : 400;

/** A centre under load, and the questions that are asked of it after each fault. */
export interface Scene {
  readonly centre: Centre;
  readonly load: Load;
  readonly tally: Tally;
  readonly random: () => number;
  /** Under load, breaks something and lets it mend; then nothing may be lost, doubled or left out, and everybody agrees. */
  during(t: TestContext, breaks: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Opens one; the moments of its faults and the people's choices follow from the seed. */
export async function openScene(): Promise<Scene> {
  const tally = new Tally();
  const random = seeded(SEED);
  const centre = await openCentre({ clockFactor: CLOCK_FACTOR });
  const agents = await prepare(createClient(centre.urls[0], Date.now), madeUpDay());
  const pick = (): string => centre.urls[random() < 0.5 ? 0 : 1];
  const load = await startLoad({ pick, agents, tally, width: isLong ? 12 : 8, random });
  return {
    centre,
    load,
    tally,
    random,
    async during(t, breaks) {
      const before = tally.acknowledged;
      load.go();
      await delay(WORKS_MS * (0.5 + random()));
      await breaks();
      await delay(WORKS_MS);
      await load.hold();
      const differences = await differencesAtRest(centre.urls, load);
      const debts = [...load.debts.values()];
      const found = await examine(createClient(centre.urls[1], Date.now), debts);
      tally.losses += found.lost.length;
      tally.duplicates.push(...found.twice);
      tally.gaps.push(...found.gaps);
      t.diagnostic(`${tally.acknowledged - before} commands, ${debts.length} contacts; so far ${tally.line}`);
      assert.deepEqual(load.surprises, []);
      assert.deepEqual(differences, []);
      assert.deepEqual(found.lost, []);
      assert.deepEqual([tally.duplicates, tally.gaps], [[], []]);
      for (const { acknowledged, contact } of debts) if (acknowledged === 'closed') load.debts.delete(contact.id);
    },
    async close() {
      await load.stop();
      await centre.close();
      tally.report();
    },
  };
}

/** Waits for something that has to come true; rejects where it does not in time. */
export async function until(what: string, withinMs: number, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await isSo())) {
    assert.ok(Date.now() < giveUpAt, `${what}: not within ${withinMs} ms`);
    await delay(20);
  }
}
