import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Detail, TimelineEntry } from '@floorwalk/core/protocol';
import type { Client } from '../support/client.ts';
import { seeded } from '../support/seeded.ts';
import { customerOf, startLive, type Server } from '../support/live.ts';

type Message = Readonly<Record<string, unknown>>;
const entriesOf = (client: Client, id = 'w'): TimelineEntry[] =>
  client.all('conversation', id).flatMap(({ entries }) => entries as TimelineEntry[]);
const textsOf = (entries: readonly TimelineEntry[]): string[] =>
  entries.flatMap((entry) => (entry.type === 'message' ? [entry.text] : []));
const detailOf = (message: Message | undefined): Detail => message?.['detail'] as Detail;
const refusalOf = (message: Message): string => (message['refusal'] as { refusal: string }).refusal;
const lastDetail = (client: Client): Detail =>
  client
    .all('conversation')
    .reduce<Detail>(
      (known, { detail, changes }) => (detail as Detail | null) ?? Object.assign({}, known, changes),
      detailOf({ type: 'none' }),
    );

async function watch(client: Client, since?: object): Promise<Message> {
  client.send({
    type: 'subscribe',
    id: 'w',
    topic: { kind: 'conversation', conversation: 'c1', ...(since && { since }) },
  });
  return client.type('conversation', 'w');
}

async function watched(t: Parameters<typeof startLive>[0]): Promise<{ on: Server; client: Client }> {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const client = await on.staff('ines');
  await watch(client);
  return { on, client };
}

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

test('[M3] supervisors see each other; a cut connection leaves the roster within its lease', async (t) => {
  const { on, client } = await watched(t);
  await on.must(on.actor('ines'), 'c1', { type: 'Join' });
  const other = await on.staff('jonas');
  await watch(other);
  await on.settle();
  assert.deepEqual(
    lastDetail(client).watchers?.map(({ id }) => id),
    ['ines', 'jonas'],
  );
  other.cut();
  await other.closed;
  await on.pass(15_000);
  assert.deepEqual(
    lastDetail(client).watchers?.map(({ id }) => id),
    ['ines', 'jonas'],
  );
  await on.pass(5_100);
  assert.deepEqual(
    lastDetail(client).watchers?.map(({ id }) => id),
    ['ines'],
  );
});

test('[M3] a supervisor who unsubscribes leaves the roster at once', async (t) => {
  const { on, client } = await watched(t);
  client.send({ type: 'unsubscribe', id: 'w' });
  await on.settle();
  assert.deepEqual(on.tenant.floor.rosters.get('c1')?.watchers ?? [], []);
});

test('[M5] a consultant leaves when their last lease ends, and not while another page stands', async (t) => {
  const { on, client } = await watched(t);
  client.send({ type: 'command', id: 'j', command: { type: 'join', conversation: 'c1' } });
  await client.type('answer', 'j');
  const second = await on.staff('ines');
  assert.equal(detailOf(await watch(second)).role, 'consultant');
  const consultants = (): unknown => on.tenant.floor.conversations.get('c1')?.consultants.map(({ id }) => id);
  client.cut();
  await client.closed;
  await on.pass(25_000);
  assert.deepEqual(consultants(), ['ines']);
  second.cut();
  await second.closed;
  await on.pass(15_000);
  assert.deepEqual(consultants(), ['ines']);
  await on.pass(5_100);
  assert.deepEqual(consultants(), []);
});

test('[M5] leaving takes the consultant back to monitoring', async (t) => {
  const { on, client } = await watched(t);
  await on.must(on.actor('ines'), 'c1', { type: 'Join' });
  await on.must(on.actor('ines'), 'c1', { type: 'Leave' });
  await on.settle();
  assert.equal(lastDetail(client).role, 'watcher');
  assert.deepEqual(client.all('ended'), []);
});

test('[M6] a conversation that closes ends the subscription at once', async (t) => {
  const { on, client } = await watched(t);
  await on.must(on.actor('ines'), 'c1', { type: 'ForceClose', reason: 'Abuse' });
  const ended = await client.type('ended', 'w');
  assert.deepEqual([refusalOf(ended), ended['resumes']], ['state', false]);
  assert.equal((ended['refusal'] as { state: string }).state, 'closed');
});

test('[M6] a conversation that is given to the watcher ends the subscription', async (t) => {
  const on = await startLive(t);
  await on.editPerson('ana', { roles: ['agent', 'supervisor'], scope: 'all' });
  await on.open('c1', 'ben');
  const client = await on.staff('ana', { desk: true });
  await watch(client);
  await on.must(on.actor('ines'), 'c1', { type: 'Transfer', agent: 'ana' });
  await on.must(on.actor('ana'), 'c1', { type: 'Accept' });
  assert.equal(refusalOf(await client.type('ended', 'w')), 'isPrimary');
});

for (const [what, change, refusal] of [
  [
    'the switch',
    (on: Server) => on.editPolicy({ switches: { ...on.tenant.floor.policy.switches, monitor: false } }),
    'switchedOff',
  ],
  ['the scope', (on: Server) => on.editPerson('ines', { scope: ['delivery'] }), 'outOfScope'],
  ['the role', (on: Server) => on.editPerson('ines', { roles: ['administrator'] }), 'role'],
] as const)
  test(`[R3] ${what} withdrawn ends the subscription at once`, async (t) => {
    const { on, client } = await watched(t);
    await change(on);
    const ended = await client.type('ended', 'w');
    assert.deepEqual([refusalOf(ended), ended['resumes']], [refusal, false]);
    await on.say(customerOf('c1'), 'c1', 'public', 'not for you');
    await on.settle();
    assert.deepEqual(textsOf(entriesOf(client)), []);
    assert.deepEqual(on.tenant.floor.rosters.get('c1')?.watchers ?? [], []);
  });

test('[M6] a released conversation rests, says nothing meanwhile, and resumes by itself without gap or repeat', async (t) => {
  const { on, client } = await watched(t);
  await on.say(customerOf('c1'), 'c1', 'public', 'one');
  await on.must(on.actor('ana'), 'c1', { type: 'Release' });
  const ended = await client.type('ended', 'w');
  assert.deepEqual([(ended['refusal'] as { state: string }).state, ended['resumes']], ['open', true]);
  await on.say(customerOf('c1'), 'c1', 'public', 'two');
  await on.settle();
  assert.deepEqual(textsOf(entriesOf(client)), ['one']);
  await on.pass(300_000);
  await on.must(on.actor('ines'), 'c1', { type: 'AssignToAgent', agent: 'ben' });
  await on.must(on.actor('ben'), 'c1', { type: 'Accept' });
  await on.settle();
  assert.deepEqual(textsOf(entriesOf(client)), ['one', 'two']);
  assert.deepEqual(
    on.tenant.floor.rosters.get('c1')?.watchers.map(({ id }) => id),
    ['ines'],
  );
});

test('[M6] after ten minutes it does not resume', async (t) => {
  const { on, client } = await watched(t);
  await on.must(on.actor('ana'), 'c1', { type: 'Release' });
  await on.pass(601_000);
  assert.deepEqual(
    client.all('ended').map(({ resumes }) => resumes),
    [true, false],
  );
});

test('[M6] a consultant stays a participant of a conversation that was released', async (t) => {
  const { on, client } = await watched(t);
  await on.must(on.actor('ines'), 'c1', { type: 'Join' });
  await on.must(on.actor('ana'), 'c1', { type: 'Release' });
  await on.say(customerOf('c1'), 'c1', 'public', 'still here');
  await on.settle();
  assert.deepEqual(textsOf(entriesOf(client)), ['still here']);
  assert.deepEqual(client.all('ended'), []);
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

test('what was read is resumed after cuts at random points without a gap or a repeat', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const random = seeded(20_261_122);
  const seen: TimelineEntry[] = [];
  let since: object | undefined;
  let client = await on.staff('ines');
  await watch(client);
  const keep = (): void => {
    for (const message of client.all('conversation')) {
      if (message['whole']) seen.length = 0;
      seen.push(...(message['entries'] as TimelineEntry[]));
      since = message['position'] as object;
    }
  };
  for (let i = 0; i < 150; i++) {
    const plane = random() < 0.4 ? 'internal' : 'public';
    const said = on.say(
      plane === 'public' && random() < 0.5 ? customerOf('c1') : on.actor('ana'),
      'c1',
      plane,
      `m${i}`,
    );
    if (random() < 0.2) {
      if (random() < 0.5) await said;
      client.cut();
      await client.closed;
      keep();
      client = await on.staff('ines');
      await watch(client, since);
    }
    await said;
  }
  await on.settle();
  keep();
  assert.deepEqual(
    textsOf(seen),
    Array.from({ length: 150 }, (_, i) => `m${i}`),
  );
});

test('a reader of another history gets everything anew', async (t) => {
  const { on } = await watched(t);
  await on.say(customerOf('c1'), 'c1', 'public', 'one');
  const client = await on.staff('ines');
  const first = await watch(client, { epoch: 'another', public: 3, internal: 1 });
  assert.equal(first['whole'], true);
  assert.deepEqual(textsOf(first['entries'] as TimelineEntry[]), ['one']);
});
