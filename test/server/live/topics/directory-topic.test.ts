import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import { openSqliteStore } from '../../../../server/store/sqlite/index.ts';
import type { Client } from '../support/client.ts';
import { startLive, type Server } from '../support/live.ts';

type Json = Readonly<Record<string, unknown>>;
interface Save {
  readonly entry: string;
  readonly version: number;
  readonly at: number;
  readonly by: { readonly id: string; readonly name: string };
}

const follow = (client: Client): Promise<Json> => {
  client.send({ type: 'subscribe', id: 'd', topic: { kind: 'directory' } });
  return client.type('directory', 'd');
};
const saves = (message: Json): readonly Save[] => message['saves'] as readonly Save[];
const rename = async (on: Server, name: string): Promise<void> => {
  const billing = on.tenant.floor.queues.get('billing');
  assert.ok(billing);
  const entry = { kind: 'queue', value: { ...billing, name } } as const;
  assert.ok(!isRefusal(await on.tenant.run(on.actor('ada'), { of: 'directory', entry })));
};

test('[C7] an administrator is told at once who saved which entry, and its version', async (t) => {
  const on = await startLive(t);
  const ada = await on.staff('ada');
  await follow(ada);
  await on.pass(300);
  const version = on.tenant.floor.directoryVersions.get('queue:billing') ?? 0;
  await rename(on, 'Bills');
  const [save] = saves(await ada.type('directory', 'd'));
  assert.deepEqual(
    [save?.entry, save?.version, save?.by],
    ['queue:billing', version + 1, { id: 'ada', name: on.tenant.floor.people.get('ada')?.name }],
  );
});

test('[C7] who comes back is told of the saves that they missed', async (t) => {
  const on = await startLive(t);
  const first = await on.staff('ada');
  await follow(first);
  first.cut();
  await rename(on, 'Bills');
  const again = saves(await follow(await on.staff('ada')));
  assert.equal(again.at(-1)?.entry, 'queue:billing');
});

test('[C7] who saved last is told after a restart as before it: it is in the record', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  const store = await openSqliteStore({ folder });
  const on = await startLive(t, {}, { store });
  await rename(on, 'Bills');
  const again = await startLive(t, {}, { store, edit: () => [] });
  t.after(() => store.close().then(() => rm(folder, { recursive: true, force: true })));
  const ada = await again.staff('ada');
  assert.deepEqual(saves(await follow(ada)), []);
  const told = saves(await ada.type('directory', 'd'));
  assert.deepEqual(
    told.map(({ entry, version, by }) => [entry, version, by.id]),
    [['queue:billing', on.tenant.floor.directoryVersions.get('queue:billing'), 'ada']],
  );
  assert.deepEqual(told[0]?.at, on.tenant.floor.directorySaves.at(-1)?.at);
});

test('[C7] of many saves a hundred are kept, and each is told once', async (t) => {
  const on = await startLive(t);
  for (let n = 0; n < 130; n++) await rename(on, `Bills ${n}`);
  assert.equal(on.tenant.floor.directorySaves.length, 100);
  const ada = await on.staff('ada');
  assert.equal(saves(await follow(ada)).length, 100);
  await on.pass(300);
  await rename(on, 'Bills');
  assert.equal(saves(await ada.type('directory', 'd')).length, 1);
});

test('[R2] [R3] only administrators are told, and no longer than they are', async (t) => {
  const on = await startLive(t);
  for (const person of ['ana', 'ines']) {
    const client = await on.staff(person);
    client.send({ type: 'subscribe', id: 'd', topic: { kind: 'directory' } });
    assert.equal(((await client.type('ended', 'd'))['refusal'] as { refusal: string }).refusal, 'role');
  }
  const ada = await on.staff('ada');
  await follow(ada);
  await on.editPerson('ada', { roles: ['agent'] });
  assert.equal(((await ada.type('ended', 'd'))['refusal'] as { refusal: string }).refusal, 'role');
});
