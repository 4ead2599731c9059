import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { candidates as schema, type AgentCandidate, type Candidates } from '../../../core/protocol/floor.ts';
import { candidatesFor } from '../../../core/floor/index.ts';
import { world, type World } from '../../support/world.ts';

const assign = (w: World, id = 'c-open', all = false, actor = 'ines'): Candidates =>
  candidatesFor(w.floor, w.conversation(id), w.actor(actor), 'assign', all);
const transfer = (w: World, id = 'c-engaged', all = false): Candidates =>
  candidatesFor(w.floor, w.conversation(id), w.actor('ines'), 'transfer', all);
const ids = ({ agents }: Candidates): readonly string[] => agents.map(({ id }) => id);
const one = ({ agents }: Candidates, id: string): AgentCandidate | undefined => agents.find((agent) => agent.id === id);

test('[A2] agents with an allowed presence are listed, members of the queue first, then by free capacity', () => {
  const w = world();
  w.edit('person', 'ben', { capacity: 10 });
  w.edit('person', 'kofi', { capacity: 40 });
  assert.deepEqual(ids(assign(w)), ['ben', 'ana', 'kofi']);
  assert.deepEqual(
    assign(w).agents.map(({ member }) => member),
    [true, true, false],
  );
});

test('[A2] presence decides who is listed, capacity is shown and does not', () => {
  const w = world();
  w.edit('agent', 'ana', { manual: { presence: 'away', custom: null, by: 'ana', at: w.now } });
  w.edit('person', 'ben', { capacity: 5 });
  const ben = one(assign(w), 'ben');
  assert.deepEqual(ids(assign(w)), ['ben', 'kofi']);
  assert.deepEqual([ben?.load, ben?.capacity, ben?.units, ben?.excess], [4, 5, 2, 1]);
});

test('[A2] bots are never listed, supervisors who are agents are, themselves included', () => {
  const w = world();
  w.edit('person', 'ines', { roles: ['supervisor', 'agent'] });
  w.addAgent('ida', { roles: ['supervisor', 'agent'] });
  const listed = ids(assign(w, 'c-open', true));
  assert.ok(!listed.includes('assistant') && !listed.includes('jonas'));
  assert.ok(listed.includes('ines') && listed.includes('ida'));
});

test('[A3] queues of the same kind except the current one, with what leaves the floor', () => {
  const w = world();
  w.floor.queues.set('empty', { ...w.queue('delivery'), id: 'empty', name: 'Empty' });
  const { queues } = assign(w, 'c-open', false, 'jonas');
  assert.deepEqual(
    queues.map(({ id, members, open, leavesFloor, refusal }) => [id, members, open, leavesFloor, refusal]),
    [
      ['delivery', 2, 1, true, null],
      ['empty', 0, 0, true, 'queueWithoutMembers'],
    ],
  );
  assert.deepEqual(assign(w, 'c-record').queues, []);
  assert.equal(assign(w).queues[0]?.leavesFloor, false);
});

test('[A3] a disabled member does not make a queue fit, and a disabled queue is no target', () => {
  const w = world();
  for (const id of ['ana', 'kofi']) w.edit('person', id, { disabled: true });
  assert.equal(assign(w).queues[0]?.refusal, 'queueWithoutMembers');
  w.edit('queue', 'delivery', { disabled: true });
  assert.deepEqual(assign(w).queues, []);
});

test('[A4] show all lists the others, each with what an override can and cannot do', () => {
  const w = world();
  w.edit('agent', 'ana', { manual: { presence: 'away', custom: null, by: 'ana', at: w.now } });
  w.edit('person', 'ben', { capacity: 5 });
  const listed = assign(w, 'c-open', true);
  const verdict = (id: string): readonly unknown[] => [one(listed, id)?.refusal, one(listed, id)?.overridable];
  assert.deepEqual(verdict('ana'), ['presenceNotAllowed', true]);
  assert.deepEqual(verdict('ben'), ['overCapacity', true]);
  assert.deepEqual(verdict('kofi'), [null, false]);
  assert.deepEqual(verdict('lena'), ['agentUnreachable', false]);
});

test('[T2] the present primary and bots are never a transfer’s target', () => {
  const w = world();
  assert.deepEqual(ids(transfer(w, 'c-engaged', true)).includes('ana'), false);
  assert.deepEqual(ids(transfer(w)), ['ben', 'kofi']);
});

test('[T2] a transfer overrides capacity, not presence', () => {
  const w = world();
  w.edit('agent', 'kofi', { manual: { presence: 'away', custom: null, by: 'kofi', at: w.now } });
  w.edit('person', 'ben', { capacity: 5 });
  const listed = transfer(w, 'c-engaged', true);
  assert.deepEqual([one(listed, 'kofi')?.refusal, one(listed, 'kofi')?.overridable], ['presenceNotAllowed', false]);
  assert.deepEqual([one(listed, 'ben')?.refusal, one(listed, 'ben')?.overridable], ['overCapacity', true]);
});

test('[T2] a transfer lists queues only where the tenant has switched that on', () => {
  const w = world();
  assert.deepEqual(transfer(w).queues, []);
  w.floor.policy = { ...w.floor.policy, switches: { ...w.floor.policy.switches, transferToQueue: true } };
  assert.deepEqual(
    transfer(w).queues.map(({ id }) => id),
    ['delivery'],
  );
});

test('[A7] the list is in the shape of the protocol, and no agent takes it off the floor', () => {
  const w = world();
  for (const all of [true, false]) {
    const listed = assign(w, 'c-open', all, 'jonas');
    assert.deepEqual(v.parse(schema, listed), listed);
    assert.ok(listed.agents.every(({ leavesFloor }) => !leavesFloor));
  }
});
