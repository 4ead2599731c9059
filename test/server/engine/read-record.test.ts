import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuditLine } from '@floorwalk/core/policy';
import type { Store } from '../../../server/store/store.ts';
import { openSqliteStore } from '../../../server/store/sqlite/index.ts';
import { startEngine } from '../../support/engine.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An engine whose store answers the next commits with a line of a read as told, and the lines that there are. */
async function reading() {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  const store = await openSqliteStore({ folder });
  const faults: ('away' | 'epoch' | 'slow')[] = [];
  const { promise: slow, resolve: goOn } = Promise.withResolvers<void>();
  const commit: Store['commit'] = async (tenant, commits) => {
    const isRead = commits.some(({ audit }) => audit.some((line) => line.includes('RecordRead')));
    const fault = isRead ? faults.shift() : undefined;
    if (fault === 'slow') await slow;
    if (fault === 'away' || fault === 'slow') throw new Error('The store is away.');
    if (fault === 'epoch') return commits.map(() => ({ outcome: 'epoch', epoch: 'another' }));
    return store.commit(tenant, commits);
  };
  const faulty = new Proxy(store, {
    get: (target, key) => {
      if (key === 'commit') return commit;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (...args: unknown[]): unknown => Reflect.apply(value, target, args) : value;
    },
  });
  const on = await startEngine({ store: faulty });
  const ines = on.actor('ines');
  const lines = async (): Promise<number> =>
    (await on.tenant.readAudit(0, 1_000)).filter(({ body }) => (JSON.parse(body) as AuditLine).what === 'RecordRead')
      .length;
  return {
    faults,
    goOn,
    lines,
    read: () => on.tenant.noteRead(ines, 'RecordRead', 'c1'),
    close: async () => {
      await on.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

test('[M8] a read whose line could not be written is no read: the next one leaves the line', async (t) => {
  const { faults, lines, read, close } = await reading();
  t.after(close);
  faults.push('away');
  await assert.rejects(read(), /away/u);
  assert.equal(await lines(), 0);
  await read();
  assert.equal(await lines(), 1);
  await read();
  assert.equal(await lines(), 1, 'going on reading leaves no second line');
});

test('[M8] who reads at the same time waits for the same line', async (t) => {
  const { faults, goOn, lines, read, close } = await reading();
  t.after(close);
  faults.push('slow');
  const both = Promise.allSettled([read(), read()]);
  goOn();
  assert.deepEqual(
    (await both).map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  await Promise.all([read(), read()]);
  assert.equal(await lines(), 1);
});

test('[M8] a read on a history that is over leaves its line in the one that is', async (t) => {
  const { faults, lines, read, close } = await reading();
  t.after(close);
  faults.push('epoch');
  await read();
  assert.equal(await lines(), 1);
});
