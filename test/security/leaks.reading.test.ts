import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { done, openScene, SECRET, type Scene } from './support/scene.ts';

// The attacker's list, part one: texts that other systems showed to whom they were not for. Each name says what leaked where.

let scene: Scene & { close(): Promise<void> };
before(async () => void (scene = await openScene()));
after(() => scene.close());

const clean = (text: string, what: string): void =>
  assert.ok(!text.includes(SECRET), `${what}: ${text.slice(0, 2_000)}`);

test('[P1] leak: the transcript that a customer gets on every reconnect (LiveHelperChat 1734)', async () => {
  for (const hello of [{}, { since: { epoch: 'guessed', offset: 0 } }, { since: { epoch: '', offset: 99 } }]) {
    const tab = await scene.reopen(hello);
    assert.ok(tab.texts.some((text) => text.includes('I am looking for it.')));
    clean(tab.texts.join('\n'), 'transcript');
  }
  clean(scene.heard(), 'everything heard');
});

test('[P3] leak: last-message previews on the floor, in lists and in what integrations read (LiveHelperChat 3c6d62581)', async () => {
  await done(scene.note('ana'));
  const readers = [
    () => scene.as('ines', 'GET', '/v1/floor'),
    () => scene.as('jonas', 'GET', '/v1/conversations'),
    () => scene.as('ana', 'GET', '/v1/conversations'),
    () => scene.crm('GET', '/v1/conversations'),
    () => scene.crm('GET', scene.path()),
    () => scene.as('ines', 'GET', '/v1/agents'),
    () => scene.crm('GET', '/v1/agents'),
  ];
  for (const read of readers) clean((await done(read())).text, 'preview');
  const floor = await scene.as('ines', 'GET', '/v1/floor');
  assert.match(floor.text, /I am looking for it\./u);
});

test('[P3] leak: the public API of another client answers notes (chatwoot 7075)', async () => {
  const read = await done(scene.crm('GET', scene.path('/messages')));
  clean(read.text, 'integration');
  assert.match(read.text, /I am looking for it\./u);
  const own = await done(scene.as('ana', 'GET', scene.path('/messages')));
  assert.ok(own.text.includes(SECRET), 'what is looked for can be found');
});

test('[P3] leak: webhooks for a private note, or a public one with its text (chatwoot 11208, 14023)', async () => {
  const asked = '/v1/outbox?workstream=live-chat';
  const { next } = (await done(scene.crm('GET', asked))).json;
  await done(scene.note('ana'));
  await done(scene.note('ines'));
  const aside = (await done(scene.crm('GET', `${asked}&after=${String(next)}`))).json;
  assert.deepEqual([aside['items'], aside['next']], [[], next], 'a note moves nothing, not even the position');
  await done(scene.say('ana', 'It is on its way.'));
  const page = await done(scene.crm('GET', `${asked}&after=${String(next)}`));
  assert.equal((page.json['items'] as unknown[]).length, 1);
  clean(page.text, 'outbox');
});

test('[P3] leak: search finds what the searcher may not read, or says that it is there', async () => {
  for (const person of ['ines', 'jonas', 'ana'])
    assert.equal((await done(scene.as(person, 'GET', `/v1/floor?text=${SECRET}`))).json['total'], 0, person);
  for (const key of [`context=${SECRET}`, `customer=${SECRET}`])
    assert.equal((await done(scene.crm('GET', `/v1/conversations?${key}`))).json['total'], 0);
});

test('[P1] leak: exports and records for an integration (ab85659e6)', async () => {
  for (const path of ['/v1/audit', '/v1/audit/ledger', '/v1/directory', scene.path('/candidates?for=transfer')])
    assert.ok((await scene.crm('GET', path)).status >= 400, path);
  const record = await done(scene.as('ada', 'GET', '/v1/audit'));
  assert.doesNotMatch(record.text, new RegExp(`${SECRET} \\d`, 'u'), 'the record holds no text of a message');
});

test('[P1] leak: the administrator’s configuration role reads conversations', async () => {
  for (const [method, rest] of [
    ['GET', '/messages'],
    ['POST', '/monitor'],
    ['POST', '/join'],
    ['GET', '/handover-draft'],
  ] as const) {
    const said = await scene.as('ada', method, scene.path(rest), method === 'POST' ? {} : undefined);
    assert.ok(said.status === 403 || said.status === 404, `${rest}: ${said.status}`);
    clean(said.text, rest);
  }
});

test('[P1] leak: an offeree reads the internal plane before they accept', async () => {
  await done(scene.as('ines', 'POST', scene.path('/transfer'), { agent: 'ben', reason: 'Speaks Danish' }));
  const offeree = await scene.as('ben', 'GET', scene.path('/messages'));
  clean(offeree.text, 'offeree');
  const panel = await scene.house.panel('acme', 'ben');
  panel.send({ type: 'subscribe', id: 'c', topic: { kind: 'conversation', conversation: scene.conversation } });
  panel.send({ type: 'subscribe', id: 'd', topic: { kind: 'desk' } });
  await scene.house.settle();
  assert.ok(
    panel.texts.some((text) => text.includes('Speaks Danish')),
    'the handover card is theirs',
  );
  clean(panel.texts.join('\n'), 'offeree’s panel');
  await done(scene.as('ines', 'POST', scene.path('/cancel-transfer'), {}));
});

test('[P1] leak: whoever lost the race for it keeps reading (Rocket.Chat 22206)', async () => {
  const panel = await scene.house.panel('acme', 'ben');
  panel.send({ type: 'subscribe', id: 'c', topic: { kind: 'conversation', conversation: scene.conversation } });
  await scene.house.settle();
  await done(scene.say('ana', 'Only for you'));
  await done(scene.note('ana'));
  await scene.house.settle();
  assert.doesNotMatch(panel.texts.slice(1).join('\n'), new RegExp(`${SECRET}|Only for you`, 'u'));
});

test('[P1] leak: a former agent who left reads on', async () => {
  const panel = await scene.house.panel('acme', 'ana');
  panel.send({ type: 'subscribe', id: 'c', topic: { kind: 'conversation', conversation: scene.conversation } });
  await panel.type('conversation', 'c');
  await done(scene.as('ines', 'POST', scene.path('/transfer'), { agent: 'ben' }));
  await done(scene.as('ben', 'POST', scene.path('/accept'), {}));
  await done(scene.as('ana', 'POST', scene.path('/leave'), {}));
  await scene.house.settle();
  const before = panel.texts.length;
  await done(scene.note('ben'));
  await scene.house.settle();
  clean(panel.texts.slice(before).join('\n'), 'former agent');
  assert.ok((await scene.as('ana', 'GET', scene.path('/messages'))).status >= 400);
});
