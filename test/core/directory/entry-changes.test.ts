import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeDetails, defaultPolicy, entryChanges } from '../../../core/directory/index.ts';
import { world } from '../../support/world.ts';

const w = world();
const queue = { kind: 'queue', value: w.queue('billing') } as const;

test('[R4] a save is told field by field, before and after, wherever it lies', () => {
  const after = { kind: 'queue', value: { ...queue.value, name: 'Bills', sentimentAlert: 2 } } as const;
  assert.deepEqual(entryChanges(queue, after), [
    { field: 'name', was: queue.value.name, now: 'Bills' },
    { field: 'sentimentAlert', was: null, now: 2 },
  ]);
  const off = { ...defaultPolicy, switches: { ...defaultPolicy.switches, monitor: false } };
  const [change] = entryChanges({ kind: 'policy', value: defaultPolicy }, { kind: 'policy', value: off });
  assert.deepEqual(change, { field: 'switches.monitor', was: true, now: false });
});

test('[R4] people and lists are said as text, whatever their order', () => {
  const ana = w.person('ana');
  const before = { kind: 'person', value: { ...ana, queues: ['a', 'b'] } } as const;
  const moved = { kind: 'person', value: { ...ana, queues: ['b', 'a'] } } as const;
  assert.deepEqual(entryChanges(before, moved), []);
  const identities = [{ entra: { tenant: 't', object: 'o' } }, { issuer: 'i', subject: 's' }];
  const known = { kind: 'person', value: { ...before.value, identities } } as const;
  assert.deepEqual(entryChanges(before, known), [{ field: 'identities', was: '', now: 'Entra t o, i s' }]);
});

test('[R4] what is new has no before, and long texts are cut in the record', () => {
  const made = entryChanges(undefined, queue);
  assert.ok(made.every(({ was }) => was === null));
  const details = changeDetails([{ field: 'name', was: null, now: 'x'.repeat(10_000) }]);
  assert.equal(details['was.name'], null);
  assert.equal(String(details['now.name']).length, 301);
});
