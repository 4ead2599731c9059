import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import { auditLedger, ledgerLines } from '@floorwalk/core/floor';
import { openSqliteStore } from '../../../server/store/sqlite/index.ts';
import { customerOf, integration, pickedByHand, startEngine, type Running } from '../../support/engine.ts';

const open = (on: Running, id: string, workstream = 'live-chat') =>
  on.must(integration, id, {
    type: 'Open',
    workstream,
    customer: { name: 'Marta Olsen', id: 'm1' },
    context: { type: 'case', id: '7' },
  });

async function running(t: { after(fn: () => Promise<void>): void }, options = {}): Promise<Running> {
  const on = await startEngine(options);
  t.after(() => on.close());
  return on;
}

test('[D1] an open conversation is offered by push, and expiry offers it to somebody else', async (t) => {
  const on = await running(t);
  await open(on, 'c1');
  await on.quiet();
  const first = on.tenant.floor.conversations.get('c1');
  assert.equal(first?.state === 'active' && first.phase, 'offered');
  const asked = first?.state === 'active' && first.phase === 'offered' ? first.offer.agent : '';
  await on.step(120_000);
  const second = on.tenant.floor.conversations.get('c1');
  assert.ok(second?.state === 'active' && second.phase === 'offered');
  assert.notEqual(second.offer.agent, asked);
});

test('[A6] exactly one of many supervisors wins, and each loser is told who', async (t) => {
  const on = await running(t, { edit: pickedByHand });
  await open(on, 'c1');
  const asks = ['ines', 'jonas', 'ines', 'jonas'].map((who, i) =>
    on.ask(on.actor(who), 'c1', { type: 'AssignToAgent', agent: i % 2 ? 'ana' : 'ben' }, { commandId: `cmd-${i}` }),
  );
  const answers = await Promise.all(asks);
  assert.equal(answers.filter((a) => !isRefusal(a)).length, 1);
  for (const answer of answers.filter(isRefusal)) {
    assert.equal(answer.refusal, 'state');
    assert.equal(answer.state, 'offered');
    assert.equal(answer.winner?.person, 'Ines');
  }
});

test('[P4] a repeated message is stored once and answers as the first time', async (t) => {
  const on = await running(t, { edit: pickedByHand });
  await open(on, 'c1');
  const customer = customerOf('c1');
  const say = { type: 'Say', plane: 'public', id: 'm-1', text: 'Hello' } as const;
  const first = await on.must(customer, 'c1', say);
  assert.deepEqual(await on.must(customer, 'c1', say), first);
  const plane = await on.tenant.readPlane('c1', 'public', 0, 100);
  assert.equal(plane.filter((entry) => entry.type === 'message').length, 1);
  const other = await on.ask(on.actor('ana'), 'c1', say);
  assert.ok(isRefusal(other));
});

test('[C1] a customer who writes after the end opens a new conversation in the same queue and is never refused', async (t) => {
  const on = await running(t, { edit: pickedByHand });
  await open(on, 'c1');
  await on.must(customerOf('c1'), 'c1', { type: 'CustomerEnd' });
  const said = await on.must(customerOf('c1'), 'c1', {
    type: 'Say',
    plane: 'public',
    id: 'm-1',
    text: 'One more thing',
  });
  assert.ok(said.movedTo);
  const next = on.tenant.floor.conversations.get(said.movedTo);
  assert.equal(next?.previous, 'c1');
  assert.equal(next?.queue, 'billing');
  assert.equal(next?.lastPublic?.text, 'One more thing');
  const again = await on.must(customerOf('c1'), 'c1', { type: 'Say', plane: 'public', id: 'm-2', text: 'And this' });
  assert.equal(again.movedTo, said.movedTo);
});

test('[K5] an agent unreachable past the limit loses live chats to the queue and keeps asynchronous ones waiting', async (t) => {
  const on = await running(t, { edit: pickedByHand });
  await open(on, 'live');
  await open(on, 'sms', 'whatsapp');
  for (const id of ['live', 'sms']) {
    await on.must(on.actor('ines'), id, { type: 'AssignToAgent', agent: 'ana' });
    await on.must(on.actor('ana'), id, { type: 'Accept' });
  }
  await on.tenant.run(
    { kind: 'system' },
    { of: 'agent', id: 'ana', command: { type: 'Disconnect', connection: 'desk-ana' } },
  );
  await on.step(149_000);
  assert.equal(on.tenant.floor.conversations.get('live')?.state, 'active');
  await on.step(2_000);
  assert.equal(on.tenant.floor.conversations.get('live')?.state, 'open');
  assert.equal(on.tenant.floor.conversations.get('sms')?.state, 'waiting');
});

test('[K3] the stored ledger equals what the states imply through offer, transfer and end', async (t) => {
  const on = await running(t, { edit: pickedByHand });
  await open(on, 'c1');
  const agrees = async () => {
    const { ledger } = await on.store.snapshot('acme');
    assert.deepEqual(auditLedger(on.tenant.floor, ledger), []);
    assert.deepEqual(auditLedger(on.tenant.floor, ledgerLines(on.tenant.floor.ledger)), []);
  };
  await on.must(on.actor('ines'), 'c1', { type: 'AssignToAgent', agent: 'ana' });
  await agrees();
  await on.must(on.actor('ana'), 'c1', { type: 'Accept' });
  await on.must(on.actor('ines'), 'c1', { type: 'Transfer', agent: 'ben' });
  await agrees();
  await on.must(on.actor('ben'), 'c1', { type: 'Accept' });
  await agrees();
  await on.must(on.actor('ben'), 'c1', { type: 'End' });
  await agrees();
  await on.must(on.actor('ben'), 'c1', { type: 'Close' });
  await agrees();
});

test('[C4] an open live chat closes by itself at its exact deadline, and a public message restarts the clock', async (t) => {
  const on = await running(t, { edit: pickedByHand });
  await open(on, 'c1');
  await on.step(19 * 60_000);
  await on.must(customerOf('c1'), 'c1', { type: 'Say', plane: 'public', id: 'm-1', text: 'Still here' });
  await on.step(19 * 60_000);
  assert.equal(on.tenant.floor.conversations.get('c1')?.state, 'open');
  await on.step(60_000 + 10);
  const closed = await on.tenant.conversation('c1');
  assert.equal(closed?.state === 'closed' && closed.outcome, 'unanswered');
});

test('[A7] what if answers by the same rules and writes nothing', async (t) => {
  const on = await running(t, { edit: pickedByHand });
  await open(on, 'c1');
  const before = on.tenant.offset;
  const answer = await on.ask(on.actor('ines'), 'c1', { type: 'AssignToAgent', agent: 'ana' }, { dryRun: true });
  assert.ok(!isRefusal(answer) && answer.state === 'offered');
  assert.equal(on.tenant.offset, before);
});

test('[R4] assigning, joining and leaving leave one audit line each, and messages leave none', async (t) => {
  const on = await running(t, { edit: pickedByHand });
  await open(on, 'c1');
  await on.must(on.actor('ines'), 'c1', { type: 'AssignToAgent', agent: 'ana' });
  await on.must(on.actor('ana'), 'c1', { type: 'Accept' });
  await on.must(on.actor('ines'), 'c1', { type: 'Join' });
  await on.must(on.actor('ines'), 'c1', { type: 'Say', plane: 'internal', id: 'w-1', text: 'secret whisper' });
  await on.must(on.actor('ines'), 'c1', { type: 'Leave' });
  const lines = (await on.tenant.readAudit(0, 1_000)).map(
    ({ body }) => JSON.parse(body) as { what: string; who: string },
  );
  const about = lines.filter(({ what }) =>
    ['ConversationOffered', 'ConsultantJoined', 'ConsultantLeft'].includes(what),
  );
  assert.deepEqual(
    about.map(({ what, who }) => `${who} ${what}`),
    ['ines ConversationOffered', 'ines ConsultantJoined', 'ines ConsultantLeft'],
  );
  assert.ok(!JSON.stringify(lines).includes('whisper'));
});

test('[R4] [M7] watching that closing ended names whom it was of, as its beginning did', async (t) => {
  const on = await running(t, { edit: pickedByHand });
  await open(on, 'c1');
  await on.must(on.actor('ines'), 'c1', { type: 'AssignToAgent', agent: 'ana' });
  await on.must(on.actor('ana'), 'c1', { type: 'Accept' });
  const roster = (type: 'Watch' | 'Unwatch') =>
    on.tenant.run(on.actor('ines'), { of: 'roster', id: 'c1', command: { type, connection: 'page' } });
  await roster('Watch');
  await on.must(on.actor('ines'), 'c1', { type: 'ForceClose', reason: 'Done' });
  await roster('Unwatch');
  const lines = (await on.tenant.readAudit(0, 1_000)).map(
    ({ body }) => JSON.parse(body) as { what: string; about: readonly string[] },
  );
  assert.deepEqual(
    lines.filter(({ what }) => what.startsWith('Watch')).map(({ what, about }) => [what, about]),
    [
      ['WatchStarted', ['ines', 'ana']],
      ['WatchEnded', ['ines', 'ana']],
    ],
  );
});

test('[M3] monitoring is on the roster by lease and writes nothing to the conversation', async (t) => {
  const on = await running(t, { edit: pickedByHand });
  await open(on, 'c1');
  await on.must(on.actor('ines'), 'c1', { type: 'AssignToAgent', agent: 'ana' });
  await on.must(on.actor('ana'), 'c1', { type: 'Accept' });
  const before = on.tenant.floor.conversations.get('c1');
  const watched = await on.tenant.run(on.actor('ines'), {
    of: 'roster',
    id: 'c1',
    command: { type: 'Watch', connection: 'p1' },
  });
  assert.ok(!isRefusal(watched));
  assert.deepEqual(
    on.tenant.floor.rosters.get('c1')?.watchers.map(({ id }) => id),
    ['ines'],
  );
  assert.equal(on.tenant.floor.conversations.get('c1'), before);
});

test('what one engine committed, another reads back from the store as it was', async (t) => {
  const on = await running(t, { edit: pickedByHand });
  await open(on, 'c1');
  await on.must(on.actor('ines'), 'c1', { type: 'AssignToAgent', agent: 'ana' });
  const again = await startEngine({ store: on.store, clock: on.clock, edit: () => [] });
  const { conversations, ledger } = again.tenant.floor;
  await again.close();
  assert.deepEqual(conversations, on.tenant.floor.conversations);
  assert.deepEqual(ledger, on.tenant.floor.ledger);
});

test('[C3] a conversation is found again by its record, its customer and its predecessor', async (t) => {
  const on = await running(t, { edit: pickedByHand });
  await open(on, 'c1');
  await on.must(customerOf('c1'), 'c1', { type: 'CustomerEnd' });
  const said = await on.must(customerOf('c1'), 'c1', { type: 'Say', plane: 'public', id: 'm-1', text: 'Again' });
  assert.ok(said.movedTo);
  assert.deepEqual(await on.tenant.find('context:case:7', 5), [said.movedTo, 'c1']);
  assert.deepEqual(await on.tenant.find('customer:m1', 5), [said.movedTo, 'c1']);
  assert.deepEqual(await on.tenant.find('previous:c1', 5), [said.movedTo]);
});

test('staff are asked to come back when the store cannot keep up, and customers never are', async (t) => {
  // Commits wait for a store that answers nothing, and grow old.
  const { promise: gate, resolve: openGate } = Promise.withResolvers<void>();
  let isSlow = false;
  let time = 0;
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  const store = await openSqliteStore({ folder });
  const slow = new Proxy(store, {
    get(target, key, receiver): unknown {
      const value: unknown = Reflect.get(target, key, receiver);
      if (key !== 'commit') return typeof value === 'function' ? value.bind(target) : value;
      return async (...args: Parameters<typeof store.commit>) => {
        if (isSlow) await gate;
        return target.commit(...args);
      };
    },
  });
  const on = await startEngine({ store: slow, edit: pickedByHand, machineTime: () => time });
  t.after(async () => {
    await on.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const ids = ['c1', 'c2', 'c3', 'c4'];
  for (const id of ids) await open(on, id);
  isSlow = true;
  const assign = (id: string) =>
    on.ask(on.actor('ines'), id, { type: 'AssignToAgent', agent: 'ana', override: { reason: 'r' } });
  // Two groups are under way; the third waits and grows old.
  const waiting: Promise<unknown>[] = [];
  for (const id of ['c1', 'c2', 'c3']) {
    waiting.push(assign(id));
    for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => void setImmediate(resolve));
  }
  time = 251;
  const refused = await assign('c4');
  assert.ok(isRefusal(refused) && refused.refusal === 'busy');
  const said = on.ask(customerOf('c4'), 'c4', { type: 'Say', plane: 'public', id: 'm-1', text: 'Still here' });
  openGate();
  assert.ok(!isRefusal(await said));
  for (const answer of await Promise.all(waiting)) assert.ok(!isRefusal(answer));
});
