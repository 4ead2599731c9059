import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import { startEngine, type Running } from '../../support/engine.ts';
import { toRequest } from '../../../server/commands/to-request.ts';

const conversation = 'c-1';

test('[T2] a transfer names an agent or a queue, not both and not neither', () => {
  const both = toRequest({ type: 'transfer', conversation, agent: 'ben', queue: 'delivery' }, 'ines');
  const neither = toRequest({ type: 'transfer', conversation }, 'ines');
  assert.ok(isRefusal(both) && both.refusal === 'malformed');
  assert.ok(isRefusal(neither) && neither.refusal === 'malformed');
  assert.deepEqual(toRequest({ type: 'transfer', conversation, queue: 'delivery' }, 'ines'), {
    of: 'conversation',
    id: conversation,
    command: { type: 'TransferToQueue', queue: 'delivery' },
  });
});

test('[T2] a transfer to a queue is refused unless the tenant switched it on, and then moves it there open', async (t) => {
  const on: Running = await startEngine({
    edit: (entries) =>
      entries.map((entry) => {
        if (entry.kind === 'queue') return { ...entry, value: { ...entry.value, distribution: 'external' as const } };
        if (entry.kind !== 'policy') return entry;
        return { ...entry, value: { ...entry.value, switches: { ...entry.value.switches, transferToQueue: true } } };
      }),
  });
  t.after(() => on.close());
  await on.must({ kind: 'integration', id: 'crm', rights: ['open'] }, conversation, {
    type: 'Open',
    workstream: 'live-chat',
    customer: { name: 'Marta' },
  });
  await on.must(on.actor('ines'), conversation, { type: 'AssignToAgent', agent: 'ana' });
  await on.must(on.actor('ana'), conversation, { type: 'Accept' });
  const request = toRequest({ type: 'transfer', conversation, queue: 'delivery' }, 'ines');
  assert.ok(!isRefusal(request));
  const moved = await on.tenant.run(on.actor('ines'), request);
  assert.ok(!isRefusal(moved) && moved.state === 'open');
  assert.equal(on.tenant.floor.conversations.get(conversation)?.queue, 'delivery');
});
