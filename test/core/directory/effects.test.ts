import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveEffects, type Person } from '../../../core/directory/index.ts';
import { world } from '../../support/world.ts';

const at = () => {
  const { floor } = world();
  const watcher = (id: string) => ({ id, since: 0, connections: [] });
  floor.rosters.set('c-engaged', {
    id: 'c-engaged',
    version: 1,
    watchers: [watcher('ines'), watcher('jonas')],
  } as never);
  return floor;
};
const person = (floor: ReturnType<typeof at>, id: string, more: Partial<Person>): Person => {
  const before = floor.people.get(id);
  assert.ok(before);
  return { ...before, ...more };
};

test('[R3] turning monitoring off says how many people stop watching; turning it on who may again, and saving what is, nothing', () => {
  const floor = at();
  const { policy } = floor;
  const off = { ...policy, switches: { ...policy.switches, monitor: false } };
  const supervisors = [...floor.people.values()].filter(({ roles }) => roles.includes('supervisor')).length;
  assert.deepEqual(saveEffects(floor, { kind: 'policy', value: off }), [
    { effect: 'watchersEnd', count: 2 },
    { effect: 'supervisorsLose', count: supervisors, what: 'monitor' },
  ]);
  assert.deepEqual(saveEffects(floor, { kind: 'policy', value: policy }), []);
  floor.policy = off;
  assert.deepEqual(saveEffects(floor, { kind: 'policy', value: policy }), [
    { effect: 'supervisorsGain', count: supervisors, what: 'monitor' },
  ]);
});

test('[R3] a role or scope taken from a supervisor ends what they watch', () => {
  const floor = at();
  const effects = (more: Partial<Person>) => saveEffects(floor, { kind: 'person', value: person(floor, 'ines', more) });
  assert.deepEqual(effects({ roles: [] }), [{ effect: 'watchersEnd', count: 1 }]);
  assert.deepEqual(effects({ scope: [] }), [{ effect: 'watchersLoseScope', count: 1 }]);
  assert.deepEqual(effects({ name: 'Ines C.' }), []);
});

test('[C7] an agent who is disabled is signed out and gives up what they hold', () => {
  const floor = at();
  const held = floor.ledger.get('ana')?.size ?? 0;
  assert.ok(held > 0);
  const value = person(floor, 'ana', { disabled: true });
  assert.deepEqual(saveEffects(floor, { kind: 'person', value }), [
    { effect: 'signsOut', count: 1 },
    { effect: 'conversationsGoBack', count: held },
    { effect: 'queuesLoseLastMember', count: 1 },
  ]);
});

test('the last administrator is told before they lock everybody out', () => {
  const floor = at();
  const admins = [...floor.people.values()].filter(({ roles }) => roles.includes('administrator'));
  assert.equal(admins.length, 1);
  const value = person(floor, admins[0]?.id ?? '', { roles: [] });
  assert.deepEqual(saveEffects(floor, { kind: 'person', value }).at(-1), { effect: 'cannotBeAdministered', count: 1 });
});

test('[C7] [K3] a queue that is closed takes nothing new; conversations keep the units that they were opened with', () => {
  const floor = at();
  const [queue] = [...floor.queues.values()];
  const workstream = floor.workstreams.get('live-chat');
  assert.ok(queue && workstream);
  const here = [...floor.conversations.values()].filter((c) => c.queue === queue.id);
  const effects = saveEffects(floor, { kind: 'queue', value: { ...queue, disabled: true } });
  const counts = new Map(effects.map(({ effect, count }) => [effect, count]));
  assert.equal(counts.get('takesNothingNew'), here.length);
  assert.equal(counts.get('conversationsWait'), here.filter(({ state }) => state === 'open').length);
  assert.ok(counts.has('workstreamsEnterHere'));
  assert.ok((counts.get('agentsLoseOnlyQueue') ?? 0) > 0);
  const heavier = saveEffects(floor, { kind: 'workstream', value: { ...workstream, units: 9 } });
  const live = [...floor.conversations.values()].filter((c) => c.workstream === 'live-chat').length;
  assert.deepEqual(heavier, live > 0 ? [{ effect: 'keepTheirTerms', count: live }] : []);
});
