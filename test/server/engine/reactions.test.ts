import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import { situationOf } from '@floorwalk/core/conversation';
import type { DirectoryEntry } from '@floorwalk/core/directory';
import { integration, must, pickedByHand, startEngine, systemActor, type Running } from '../../support/engine.ts';
import { world } from '../../support/world.ts';

/** The world's directory with ana as the only member of billing who is there, for one live chat at a time. */
const anaAlone = (entries: DirectoryEntry[]): DirectoryEntry[] =>
  entries.map((entry) => {
    if (entry.kind === 'workstream') return { ...entry, value: { ...entry.value, wrapUpUnits: 'never' as const } };
    if (entry.kind !== 'person' || entry.value.id === 'ines') return entry;
    const { id } = entry.value;
    return { ...entry, value: { ...entry.value, queues: id === 'ana' ? ['billing'] : [], capacity: 2 } };
  });

async function started(
  t: { after(fn: () => Promise<void>): void },
  edit: (entries: DirectoryEntry[]) => DirectoryEntry[] = anaAlone,
): Promise<Running> {
  const on = await startEngine({ edit });
  t.after(() => on.close());
  return on;
}
const open = async (on: Running, id: string) => {
  await on.must(integration, id, { type: 'Open', workstream: 'live-chat', customer: { name: 'Marta' } });
  await on.quiet();
};
const at = (on: Running, id: string) => situationOf(on.tenant.floor.conversations.get(id));

test('[D1] push never offers beyond capacity, and offers the next when units are free again', async (t) => {
  const on = await started(t);
  await open(on, 'c1');
  await open(on, 'c2');
  await on.must(on.actor('ana'), 'c1', { type: 'Accept' });
  await on.quiet();
  assert.deepEqual([at(on, 'c1'), at(on, 'c2')], ['engaged', 'open']);
  await on.must(on.actor('ana'), 'c1', { type: 'End' });
  await on.quiet();
  assert.equal(at(on, 'c2'), 'offered');
});

test('[D1] who rejected is asked again ten minutes later and not before', async (t) => {
  const on = await started(t);
  await open(on, 'c1');
  await on.must(on.actor('ana'), 'c1', { type: 'Reject' });
  await on.step(599_000);
  assert.equal(at(on, 'c1'), 'open');
  await on.step(1_000);
  assert.equal(at(on, 'c1'), 'offered');
});

test('[K5] an agent who becomes unreachable loses the offer at once and gets no other', async (t) => {
  const on = await started(t);
  await open(on, 'c1');
  assert.equal(at(on, 'c1'), 'offered');
  must(
    await on.tenant.run(systemActor, {
      of: 'agent',
      id: 'ana',
      command: { type: 'Disconnect', connection: 'desk-ana' },
    }),
  );
  await on.quiet();
  assert.equal(at(on, 'c1'), 'open');
});

test('[K5] sign-out gives up what the agent holds at once', async (t) => {
  const on = await started(t);
  await open(on, 'c1');
  await on.must(on.actor('ana'), 'c1', { type: 'Accept' });
  const out = await on.tenant.run(on.actor('ana'), { of: 'agent', id: 'ana', command: { type: 'SignOut' } });
  assert.ok(!isRefusal(out));
  await on.quiet();
  assert.equal(at(on, 'c1'), 'open');
});

test('[C7] an agent disabled in the directory loses what they hold at once', async (t) => {
  const on = await started(t);
  await open(on, 'c1');
  await on.must(on.actor('ana'), 'c1', { type: 'Accept' });
  const ana = on.tenant.floor.people.get('ana');
  assert.ok(ana);
  const entry = { kind: 'person', value: { ...ana, disabled: true } } as const;
  must(await on.tenant.run(systemActor, { of: 'directory', entry }));
  await on.quiet();
  assert.equal(at(on, 'c1'), 'open');
});

test('[C4] a changed workstream moves the deadlines of what is open already', async (t) => {
  const on = await started(t, pickedByHand);
  await open(on, 'c1');
  const value = { ...world().workstream('live-chat') };
  const autoClose = { ...value.autoClose, open: 300_000 };
  must(
    await on.tenant.run(systemActor, {
      of: 'directory',
      entry: { kind: 'workstream', value: { ...value, autoClose } },
    }),
  );
  await on.step(299_000);
  assert.equal(at(on, 'c1'), 'open');
  await on.step(1_000);
  assert.equal(on.tenant.floor.conversations.has('c1'), false);
});
