import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ChatEntry } from '@floorwalk/core/protocol';
import { done, openScene, SECRET, TENANT, type Scene } from './support/scene.ts';

// The attacker's list, part two: what other systems told without showing a text: counts, times, signs, errors, replays.

let scene: Scene & { close(): Promise<void> };
before(async () => void (scene = await openScene()));
after(() => scene.close());

const entriesHeard = (): ChatEntry[] => scene.tab.all('entries').flatMap(({ entries }) => entries as ChatEntry[]);
/** What the customer's tab is sent while this happens. */
const meanwhile = async (act: () => unknown): Promise<readonly string[]> => {
  await scene.house.settle();
  const before = scene.tab.texts.length;
  await act();
  await scene.house.settle();
  return scene.tab.texts.slice(before);
};

test('[P2] leak: unread counts and sequence numbers (LiveHelperChat 08b0a5310)', async () => {
  const before = entriesHeard().at(-1)?.offset ?? 0;
  for (let n = 0; n < 5; n++) await done(scene.note('ana'));
  await done(scene.say('ana', 'Here it is.'));
  await scene.house.settle();
  assert.deepEqual(
    entriesHeard().map(({ offset }) => offset),
    Array.from({ length: before + 1 }, (_, index) => index + 1),
  );
  const again = await scene.reopen();
  assert.equal(again.all('welcome')[0]?.['offset'], before + 1);
  await scene.house.pass(10_000);
  assert.equal(scene.tab.all('heartbeat').at(-1)?.['offset'], before + 1);
});

test('[P2] leak: typing dots while an agent writes a note (chatwoot 3287)', async () => {
  const ana = await scene.house.panel(TENANT, 'ana');
  const ines = await scene.house.panel(TENANT, 'ines');
  const jonas = await scene.house.panel(TENANT, 'jonas');
  const type = (panel: typeof ana, plane: string): void =>
    panel.send({ type: 'typing', conversation: scene.conversation, plane });
  assert.deepEqual(
    await meanwhile(() => {
      type(ana, 'internal');
      type(ines, 'internal');
      type(jonas, 'public');
      type(jonas, 'internal');
    }),
    [],
  );
  assert.deepEqual(await meanwhile(() => type(ana, 'public')), ['{"type":"typing","name":"Ana"}']);
});

test('[P2] leak: monitoring shows in read receipts, or breaks them (AmazonConnectSDK 9)', async () => {
  const heard = await meanwhile(async () => {
    const jonas = await scene.house.panel(TENANT, 'jonas');
    jonas.send({ type: 'subscribe', id: 'w', topic: { kind: 'conversation', conversation: scene.conversation } });
    await jonas.type('conversation', 'w');
    await done(scene.as('jonas', 'POST', scene.path('/monitor'), {}));
    await done(scene.as('jonas', 'GET', scene.path('/messages')));
    jonas.cut();
    await done(scene.as('jonas', 'POST', scene.path('/unmonitor'), {}));
  });
  assert.deepEqual(heard, []);
  const notice = entriesHeard().findLast(({ type }) => type === 'notice');
  scene.tab.send({ type: 'seen', notice: notice?.id });
  await scene.house.settle();
  const { json } = await done(scene.as('ines', 'GET', scene.path()));
  const receipts = json['receipts'] as Record<string, { seenAt: number | null }>;
  assert.equal(receipts[notice?.id ?? '']?.seenAt, scene.house.clock.now());
});

test('[P2] leak: a customer acknowledges an internal notice, or learns that its id exists', async () => {
  const staff = await done(scene.as('ana', 'GET', scene.path('/messages')));
  const inside = (staff.json['items'] as { id: string; plane: string }[]).filter(({ plane }) => plane === 'internal');
  assert.ok(inside.length > 3);
  const heard = await meanwhile(() => {
    for (const { id } of inside.slice(0, 10)) scene.tab.send({ type: 'seen', notice: id });
    for (const id of ['constructor', 'toString', 'valueOf']) scene.tab.send({ type: 'seen', notice: id });
  });
  assert.deepEqual(heard, []);
  const { json } = await done(scene.as('ines', 'GET', scene.path()));
  for (const { id } of inside) assert.ok(!Object.hasOwn(json['receipts'] as object, id));
});

test('[P2] leak: an idempotency replay answers with somebody else’s result, or refuses an id for being taken inside', async () => {
  await done(scene.note('ana', SECRET, 'guessed-1'));
  await done(scene.note('ines', SECRET, 'guessed-2'));
  const heard = await meanwhile(async () => {
    for (const id of ['guessed-1', 'guessed-2', 'never-used']) {
      scene.tab.send({ type: 'say', id, text: `Text of ${id}` });
      await scene.tab.next(({ id: answered }) => answered === id);
    }
  });
  assert.deepEqual(
    heard.filter((text) => !text.includes('"entries"')),
    ['guessed-1', 'guessed-2', 'never-used'].map((id) => JSON.stringify({ type: 'accepted', id })),
  );
  const key = { 'idempotency-key': 'one-key' };
  const ask = async (person: string): Promise<string> => {
    const token = await scene.house.token(TENANT, person);
    const body = { agent: 'ben' };
    return (await scene.house.call(token, 'POST', scene.path('/transfer?dryRun=1'), { body, headers: key })).text;
  };
  await ask('ines');
  assert.match(await ask('ben'), /"refusal":"role"/u);
});

test('[P2] leak: last activity: a note keeps a conversation open or moves when it closes', async () => {
  const before = await done(scene.crm('GET', scene.path()));
  const row = (await done(scene.as('ines', 'GET', scene.path()))).json;
  await scene.house.pass(5_000);
  await done(scene.note('ana'));
  await done(scene.note('ines'));
  assert.equal((await done(scene.crm('GET', scene.path()))).text, before.text, 'an integration sees no trace either');
  const after = (await done(scene.as('ines', 'GET', scene.path()))).json;
  for (const field of ['version', 'since', 'autoCloseAt', 'lastReplyMs', 'medianReplyMs'])
    assert.deepEqual(after[field], row[field], field);
});

test('[F1] leak: the wait clock: a note answers the customer, or looks as if they waited', async () => {
  await done(scene.say('ana', 'One moment'));
  scene.tab.send({ type: 'say', id: 'waiting-1', text: 'Hello?' });
  await scene.tab.type('accepted', 'waiting-1');
  const waits = async () => (await done(scene.as('ines', 'GET', scene.path()))).json['waitSince'];
  const since = await waits();
  assert.equal(since, scene.house.clock.now());
  await scene.house.pass(10_000);
  await done(scene.note('ana'));
  assert.equal(await waits(), since);
  await done(scene.say('ana', 'Yes'));
  assert.equal(await waits(), null);
  await done(scene.note('ines'));
  assert.equal(await waits(), null);
});

test('[S1] leak: sentiment is computed from what staff say of the customer', async () => {
  const score = async () => (await done(scene.as('ines', 'GET', scene.path()))).json['scores'];
  const before = await score();
  await done(scene.note('ana', 'terrible awful horrible hate worst disaster'));
  await scene.house.settle();
  assert.deepEqual(await score(), before);
});

test('[P2] leak: error answers name states, winners, versions or people', async () => {
  const heard = await meanwhile(async () => {
    for (const message of [
      { type: 'say', id: 'e1', text: '   ' },
      { type: 'say', id: 'e2', text: 'x'.repeat(9_000) },
      { type: 'say', id: 'e3' },
      { type: 'command', id: 'e4', command: { type: 'join', conversation: scene.conversation } },
      { type: 'subscribe', id: 'e5', topic: { kind: 'conversation', conversation: scene.conversation } },
    ])
      scene.tab.send(message);
  });
  assert.equal(heard.length, 5);
  for (const text of heard) {
    assert.deepEqual(Object.keys(JSON.parse(text) as object).toSorted(), ['detail', 'id', 'refusal', 'type']);
    assert.doesNotMatch(text, /state|winner|version|ines|jonas|internal|staff|supervisor/iu);
  }
  for (const body of [{ workstream: 'nowhere' }, { queue: 'nowhere' }, { workstream: '__proto__' }, { customer: 7 }]) {
    const said = await scene.house.call(undefined, 'POST', '/v1/chat', { body });
    assert.ok(said.status >= 400 && said.status < 500);
    assert.deepEqual(Object.keys(said.json).toSorted(), ['detail', 'refusal', 'status', 'title', 'type']);
  }
});

test('[P2] leak: heartbeats are delayed, hurried or left out while staff are busy', async () => {
  const quiet = scene.tab.all('heartbeat').length;
  await scene.house.pass(30_000);
  const apart = (from: number): number[] => {
    const beats = scene.tab
      .all('heartbeat')
      .slice(from)
      .map(({ now }) => now as number);
    return beats.slice(1).map((at, index) => at - (beats[index] ?? 0));
  };
  const usual = apart(quiet);
  const from = scene.tab.all('heartbeat').length;
  for (let n = 0; n < 6; n++) {
    await done(scene.note('ana'));
    await done(scene.as('jonas', 'GET', scene.path('/messages')));
    await scene.house.pass(5_000);
  }
  assert.deepEqual(apart(from), usual);
  assert.ok(usual.length >= 2 && usual.every((ms) => ms === 10_000), String(usual));
});
