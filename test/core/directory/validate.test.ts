import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person, Policy, Queue, Workstream } from '../../../core/directory/index.ts';
import { defaultPolicy, directoryId, saveRefusal } from '../../../core/directory/index.ts';
import { world } from '../../support/world.ts';

const w = world();
const workstream = (change: Partial<Workstream>, id = 'live-chat'): string | undefined =>
  saveRefusal(w.floor, { kind: 'workstream', value: { ...w.workstream(id), ...change } })?.refusal;
const queue = (change: Partial<Queue>, id = 'billing'): string | undefined =>
  saveRefusal(w.floor, { kind: 'queue', value: { ...w.queue(id), ...change } })?.refusal;
const person = (change: Partial<Person>, id = 'ana'): string | undefined =>
  saveRefusal(w.floor, { kind: 'person', value: { ...w.person(id), ...change } })?.refusal;
const policy = (change: Partial<Policy>): string | undefined =>
  saveRefusal(w.floor, { kind: 'policy', value: { ...defaultPolicy, ...change } })?.refusal;

test('[C7] what is there can be saved as it is', () => {
  for (const id of w.floor.workstreams.keys()) assert.equal(workstream({}, id), undefined);
  for (const id of w.floor.queues.keys()) assert.equal(queue({}, id), undefined);
  for (const id of w.floor.people.keys()) assert.equal(person({}, id), undefined);
  assert.equal(policy({}), undefined);
});

test('[C7] an empty set of allowed presences is refused', () => {
  assert.equal(workstream({ allowedPresences: [] }), 'emptyAllowedPresences');
});

test('[C7] a workstream needs a queue that exists, of its kind, and that takes something new', () => {
  assert.equal(workstream({ queue: 'nowhere' }), 'unknownQueue');
  assert.equal(workstream({ queue: 'phones' }), 'queueKind');
  const closed = world();
  closed.edit('queue', 'billing', { disabled: true });
  const entry = { kind: 'workstream', value: closed.workstream('live-chat') } as const;
  assert.equal(saveRefusal(closed.floor, entry)?.refusal, 'targetDisabled');
  assert.equal(saveRefusal(closed.floor, { ...entry, value: { ...entry.value, disabled: true } }), null);
});

test('[C7] conversations never change kind: a used workstream keeps its channel, a used queue its kind', () => {
  assert.equal(workstream({ channel: 'sms' }), 'inUse');
  assert.equal(queue({ kind: 'voice' }), 'inUse');
  assert.equal(queue({ id: 'spare', kind: 'voice' }), undefined);
});

test('[C7] entries in use can be disabled', () => {
  assert.equal(workstream({ disabled: true }), undefined);
  assert.equal(queue({ disabled: true }), undefined);
  assert.equal(person({ disabled: true }), undefined);
});

test('[C7] a person is a member of, and supervises, queues that exist', () => {
  assert.equal(person({ queues: ['billing', 'nowhere'] }), 'unknownQueue');
  assert.equal(person({ scope: ['nowhere'] }), 'unknownQueue');
  assert.equal(person({ scope: 'all' }), undefined);
});

test('[R2] one identity signs in one person', () => {
  const entra = { entra: { tenant: 't', object: 'o' } };
  const oidc = { issuer: 'https://id.example', subject: 'ben' };
  const taken = world();
  taken.edit('person', 'ben', { identities: [oidc, entra] });
  for (const identity of [oidc, entra]) {
    const value = { ...taken.person('ana'), identities: [identity] };
    assert.equal(saveRefusal(taken.floor, { kind: 'person', value })?.refusal, 'identifierReused');
  }
  const own = { kind: 'person', value: taken.person('ben') } as const;
  assert.equal(saveRefusal(taken.floor, own), null);
});

test('[K1] custom presences have ids of their own', () => {
  const lunch = { id: 'lunch', name: 'Lunch', base: 'away' } as const;
  assert.equal(policy({ customPresences: [lunch] }), undefined);
  assert.equal(policy({ customPresences: [lunch, lunch] }), 'identifierReused');
  assert.equal(policy({ customPresences: [{ ...lunch, id: 'inactive' }] }), 'identifierReused');
});

test('[C7] each entry is one aggregate, and a tenant has one policy', () => {
  assert.equal(directoryId({ kind: 'queue', value: w.queue('billing') }), 'queue:billing');
  assert.equal(directoryId({ kind: 'policy', value: defaultPolicy }), 'policy:policy');
});
