import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimelineEntry } from '@floorwalk/core/protocol';
import { customerOf, startLive } from '../support/live.ts';
import { detailOf, entriesOf, lastDetail, refusalOf, textsOf, watch, watched } from '../support/watching.ts';

test('[M2] monitoring shows both planes in the order in which things were said, and what follows', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  await on.say(customerOf('c1'), 'c1', 'public', 'one');
  await on.say(on.actor('ana'), 'c1', 'internal', 'note');
  await on.say(on.actor('ana'), 'c1', 'public', 'two');
  const client = await on.staff('ines');
  const first = await watch(client);
  assert.equal(first['whole'], true);
  assert.equal(detailOf(first).role, 'watcher');
  assert.deepEqual(textsOf(first['entries'] as TimelineEntry[]), ['one', 'note', 'two']);
  await on.say(on.actor('ana'), 'c1', 'internal', 'another note');
  await on.say(customerOf('c1'), 'c1', 'public', 'three');
  await on.settle();
  assert.deepEqual(textsOf(entriesOf(client)), ['one', 'note', 'two', 'another note', 'three']);
  assert.ok(client.all('conversation').every(({ whole }, index) => whole === (index === 0)));
});

test('[M2] monitoring writes nothing to the conversation, and a watcher can neither write nor be seen to type', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const before = on.tenant.floor.conversations.get('c1');
  const agent = await on.staff('ana');
  agent.send({ type: 'subscribe', id: 'w', topic: { kind: 'conversation', conversation: 'c1' } });
  await agent.type('conversation', 'w');
  const client = await on.staff('ines');
  await watch(client);
  client.send({ type: 'typing', conversation: 'c1', plane: 'internal' });
  const say = { type: 'say', conversation: 'c1', message: 'm1', text: 'Psst', plane: 'internal' };
  client.send({ type: 'command', id: 'x', command: say });
  assert.equal(refusalOf(await client.type('refused', 'x')), 'notParticipant');
  await on.settle();
  assert.equal(on.tenant.floor.conversations.get('c1'), before);
  assert.deepEqual(
    agent.messages.filter(({ type }) => type === 'typing'),
    [],
  );
});

test('[M1] a subscription that the rule refuses ends with its reason', async (t) => {
  const on = await startLive(t);
  await on.open('c1');
  for (const [person, conversation, refusal] of [
    ['ines', 'c1', 'state'],
    ['ines', 'nowhere', 'unknownConversation'],
    ['ada', 'c1', 'role'],
    ['kofi', 'c1', 'role'],
  ] as const) {
    const client = await on.staff(person);
    client.send({ type: 'subscribe', id: 'w', topic: { kind: 'conversation', conversation } });
    const ended = await client.type('ended', 'w');
    assert.deepEqual([refusalOf(ended), ended['resumes']], [refusal, false]);
  }
});

test('[P1] an offeree gets the public plane and the card only, and everything once they have accepted', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  await on.say(customerOf('c1'), 'c1', 'public', 'one');
  await on.say(on.actor('ana'), 'c1', 'internal', 'note');
  const handover = {
    reason: '',
    wants: 'A refund',
    tried: '',
    promised: '',
    promisedBy: '',
    lastQuestion: '',
    sentiment: '',
  };
  await on.must(on.actor('ines'), 'c1', { type: 'Transfer', agent: 'ben', handover });
  const client = await on.staff('ben');
  const first = await watch(client);
  assert.deepEqual([detailOf(first).role, detailOf(first).handover?.wants], ['offeree', 'A refund']);
  await on.say(on.actor('ana'), 'c1', 'internal', 'second note');
  await on.settle();
  assert.deepEqual(textsOf(entriesOf(client)), ['one']);
  assert.ok(entriesOf(client).every(({ plane }) => plane === 'public'));
  await on.must(on.actor('ben'), 'c1', { type: 'Accept' });
  const whole = await client.next(({ type, whole: all }) => type === 'conversation' && all === true);
  assert.equal(detailOf(whole).role, 'primary');
  assert.deepEqual(textsOf(whole['entries'] as TimelineEntry[]), ['one', 'note', 'second note']);
});

test('[M7] the agent sees who monitors only where the policy says so', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const agent = await on.staff('ana');
  await watch(agent);
  const client = await on.staff('ines');
  await watch(client);
  await on.settle();
  const silent = agent.all('conversation').length;
  assert.equal(lastDetail(agent).watchers, null);
  assert.equal(silent, 1);
  await on.editPolicy({ monitoringVisibleToAgent: true });
  await on.settle();
  assert.deepEqual(
    lastDetail(agent).watchers?.map(({ id }) => id),
    ['ines'],
  );
});

test('[M2] who types is shown to the readers of that plane and to nobody else', async (t) => {
  const { on, client } = await watched(t);
  await on.must(on.actor('ines'), 'c1', { type: 'Transfer', agent: 'ben' });
  const offeree = await on.staff('ben');
  await watch(offeree);
  const agent = await on.staff('ana');
  await watch(agent);
  agent.send({ type: 'typing', conversation: 'c1', plane: 'internal' });
  const sign = await client.type('typing', 'w');
  assert.deepEqual([sign['who'], sign['plane']], [{ kind: 'agent', id: 'ana', name: 'Ana' }, 'internal']);
  agent.send({ type: 'typing', conversation: 'c1', plane: 'public' });
  await on.settle();
  assert.deepEqual(
    offeree.all('typing').map(({ plane }) => plane),
    ['public'],
  );
  assert.deepEqual(agent.all('typing'), []);
});

test('[P1] [B3] a raised hand and its line reach who reads the internal plane, and no offeree', async (t) => {
  const { on, client } = await watched(t);
  await on.must(on.actor('ines'), 'c1', { type: 'Transfer', agent: 'ben' });
  const offeree = await on.staff('ben');
  await watch(offeree);
  offeree.send({ type: 'subscribe', id: 'd', topic: { kind: 'desk' } });
  await on.must(on.actor('ana'), 'c1', { type: 'RaiseHand', text: 'a line for the house' });
  await on.must(on.actor('ines'), 'c1', { type: 'Claim' });
  await on.settle();
  assert.equal(lastDetail(client).hand?.text, 'a line for the house');
  assert.deepEqual([lastDetail(client).may['lowerHand'], lastDetail(client).may['claim']], [null, 'handClaimed']);
  assert.equal(lastDetail(offeree).hand, null);
  assert.doesNotMatch(offeree.texts.join(), /line for the house|handRaised/u);
});
