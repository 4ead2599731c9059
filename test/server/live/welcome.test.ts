import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseJson, serverMessage } from '@floorwalk/core/protocol';
import type { PersonActor } from '../../../server/live/auth-port.ts';
import { Hub } from '../../../server/live/hub.ts';
import { Welcomes } from '../../../server/live/welcome.ts';
import { Wheel } from '../../../server/live/wheel.ts';
import { startLive } from './support/live.ts';

const HEARTBEAT = 10_000;

test('a hello is answered with who somebody is, what they may name, and the time of now', async (t) => {
  const on = await startLive(t);
  const welcomes = new Welcomes(on.tenant);
  const ines = on.actor('ines') as PersonActor;
  const first = welcomes.textFor(ines, HEARTBEAT);
  const parsed = parseJson(serverMessage, first);
  assert.ok(parsed.ok && parsed.value.type === 'welcome');
  assert.deepEqual(parsed.value.person, { id: 'ines', name: ines.name, roles: [...ines.roles] });
  assert.equal(parsed.value.now, on.tenant.now());
  assert.equal(parsed.value.epoch, on.tenant.epoch);
  assert.equal(parsed.value.heartbeat, HEARTBEAT);
  on.clock.step(1_000);
  const now = String(on.tenant.now());
  assert.equal(welcomes.textFor(ines, HEARTBEAT), first.replace(/(?<="now":)\d+/u, now));
});

test('[R2] supervisors of the same queues may name the same, those of others do not, and agents name themselves', async (t) => {
  const on = await startLive(t);
  const welcomes = new Welcomes(on.tenant);
  const told = (actor: PersonActor) => {
    const parsed = parseJson(serverMessage, welcomes.textFor(actor, HEARTBEAT));
    assert.ok(parsed.ok && parsed.value.type === 'welcome');
    const { person, queues, agents } = parsed.value;
    return { person: person.id, queues: queues.map(({ id }) => id), agents: agents.map(({ id }) => id) };
  };
  const ines = on.actor('ines') as PersonActor;
  const all = told(ines);
  assert.ok(all.queues.length > 1 && all.agents.length > 1);
  assert.deepEqual(told({ ...ines, id: 'nora', name: 'Nora' }), { ...all, person: 'nora' });
  assert.deepEqual(told({ ...ines, id: 'nora', scope: ['billing'] }), { ...all, person: 'nora', queues: ['billing'] });
  assert.deepEqual(told(ines), all);
  assert.deepEqual(told({ ...ines, id: 'ana', roles: ['agent'] }).agents, ['ana']);
});

test('[R3] who comes after the directory was changed is told what it says now, with the same rights', async (t) => {
  const on = await startLive(t);
  const queue = on.tenant.floor.queues.get('billing');
  assert.ok(queue);
  const hub = new Hub(on.tenant, new Wheel(on.clock));
  t.after(async () => hub.close());
  const jonas = on.actor('jonas') as PersonActor;
  const queues = (): unknown => (JSON.parse(hub.welcomes.textFor(jonas, HEARTBEAT)) as { queues: unknown }).queues;
  assert.deepEqual(queues(), [{ id: 'billing', name: 'Billing' }]);
  await on.saveDirectory({ kind: 'queue', value: { ...queue, name: 'Invoices' } });
  assert.deepEqual(queues(), [{ id: 'billing', name: 'Invoices' }]);
});
