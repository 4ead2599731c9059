import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Tenant } from '../../server/engine/engine.ts';
import { must } from '../support/engine.ts';
import { done, openScene, SECRET, TENANT, type Scene } from './support/scene.ts';

// The attacker's list, part three: other ways out of the house, and acts that say something in public by mistake.

let scene: Scene & { close(): Promise<void> };
let tenant: Tenant;
before(async () => {
  scene = await openScene();
  tenant = await scene.house.tenant(TENANT);
});
after(() => scene.close());

const clean = (text: string, what: string): void =>
  assert.ok(!text.includes(SECRET), `${what}: ${text.slice(0, 2_000)}`);

test('[P3] leak: one forgotten word sends a note to the customer: a plane is never assumed (chatwoot 15605)', async () => {
  const body = { id: 'planeless', text: SECRET };
  for (const plane of [undefined, null, '', 'Internal', 'private', 0, ['internal'], { internal: true }]) {
    const said = await scene.as('ana', 'POST', scene.path('/messages'), { ...body, plane });
    assert.deepEqual([said.status, said.json['refusal']], [400, 'malformed'], JSON.stringify(plane));
    const panel = await scene.house.panel(TENANT, 'ana');
    const command = { type: 'say', conversation: scene.conversation, message: 'planeless', text: SECRET, plane };
    panel.send({ type: 'command', id: 'p', command });
    assert.equal(((await panel.type('refused', 'p'))['refusal'] as { refusal: string }).refusal, 'malformed');
    panel.cut();
  }
  await scene.house.settle();
  clean(scene.heard(), 'customer');
});

test('[P3] leak: a note’s attachment at an address that can be guessed (chatwoot 1073): there are no attachments', async () => {
  const token = await scene.house.token(TENANT, 'ana');
  const form = { 'content-type': 'multipart/form-data; boundary=x' };
  const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhello\r\n--x--\r\n';
  const said = await scene.house.call(token, 'POST', scene.path('/messages'), { body, headers: form });
  assert.deepEqual([said.status, said.json['refusal']], [415, 'attachmentsNotSupported']);
});

test('[C6] leak: a bot reads notes and answers them in public (Tiledesk 157)', async () => {
  const id = 'held-by-a-bot';
  const open = { type: 'Open', workstream: 'live-chat', bot: 'assistant', customer: { name: 'Bo' } } as const;
  must(await tenant.run({ kind: 'system' }, { of: 'conversation', id, command: open }));
  const path = `/v1/conversations/${id}`;
  for (const person of ['ines', 'ana', 'ben']) {
    const note = { id: `note-${person}`, text: SECRET, plane: 'internal' };
    assert.ok((await scene.as(person, 'POST', `${path}/messages`, note)).status >= 400, person);
    assert.ok((await scene.as(person, 'POST', `${path}/join`, {})).status >= 400, person);
  }
  const say = { id: 'b1', text: 'I am a machine', plane: 'public' };
  await done(scene.as('assistant', 'POST', `${path}/messages`, say));
  assert.ok(
    (await scene.as('assistant', 'POST', `${path}/messages`, { ...say, id: 'b2', plane: 'internal' })).status >= 400,
  );
  await done(scene.as('assistant', 'POST', `${path}/hand-over`, {}));
  await done(scene.as('ines', 'POST', `${path}/assign`, { agent: 'ben' }));
  await done(scene.as('ben', 'POST', `${path}/accept`, {}));
  await done(scene.as('ben', 'POST', `${path}/messages`, { id: 'n1', text: SECRET, plane: 'internal' }));
  for (const rest of ['/messages', '', '/candidates?for=transfer', '/handover-draft']) {
    const read = await scene.as('assistant', 'GET', `${path}${rest}`);
    clean(read.text, `bot ${rest}`);
  }
  assert.ok((await scene.as('assistant', 'GET', `${path}/messages`)).status >= 400, 'it handed over and reads no more');
  assert.ok((await scene.as('assistant', 'GET', scene.path('/messages'))).status >= 400, 'nor what it never had');
});

test('[P1] leak: a bot gets a panel', async () => {
  const panel = await scene.house.panel(TENANT, 'assistant');
  assert.deepEqual(await panel.closed, { code: 4502, reason: 'The token is not accepted.' });
});

test('[B1] leak: the reason of a force close, an override or a transfer is sent to the customer', async () => {
  await done(
    scene.as('ines', 'POST', scene.path('/transfer'), { agent: 'ben', reason: SECRET, handover: { wants: SECRET } }),
  );
  await done(scene.as('ben', 'POST', scene.path('/accept'), {}));
  await done(scene.as('ines', 'POST', scene.path('/force-close'), { reason: SECRET }));
  await scene.house.settle();
  assert.match(scene.heard(), /"kind":"transferred".*"kind":"forceClosed"/su);
  clean(scene.heard(), 'customer');
  scene.tab.send({ type: 'say', id: 'afterwards', text: 'Hello?' });
  const moved = await scene.tab.type('moved', 'afterwards');
  const next = await scene.house.tab(String(moved['token']));
  await scene.house.settle();
  clean(next.texts.join('\n'), 'the conversation that follows');
});

test('[P1] leak: customers see ids, accounts and scopes of people, where they need a name', () => {
  const people = [...tenant.floor.people.values()].map(({ id }) => id);
  for (const id of people) assert.doesNotMatch(scene.heard(), new RegExp(`"${id}"`, 'u'));
  assert.doesNotMatch(scene.heard(), /"(scope|roles|identities|capacity|presence|load|after|twin|queue)"/u);
});

test('[P1] leak: a customer’s token opens the staff’s endpoint, and a member of staff’s the customer’s', async () => {
  const panel = await scene.house.connect('/v1/live');
  panel.send({ type: 'hello', version: 1, token: scene.token });
  assert.equal((await panel.closed).code, 4502);
  for (const person of ['ana', 'ines']) {
    const tab = await scene.house.tab(await scene.house.token(TENANT, person));
    assert.equal((await tab.closed).code, 4502);
  }
  const byKey = await scene.house.tab(scene.house.key(TENANT));
  assert.equal((await byKey.closed).code, 4502);
  for (const path of [
    '/v1/floor',
    scene.path(),
    scene.path('/messages'),
    '/v1/outbox?workstream=live-chat',
    '/v1/policy',
  ])
    assert.equal((await scene.house.call(scene.token, 'GET', path)).status, 401, path);
});

test('[P1] leak: the interface’s own description, its metrics and its health name people or what they said', async () => {
  for (const path of ['/openapi.json', '/metrics', '/healthz', '/readyz']) {
    const said = await done(scene.house.call(undefined, 'GET', path));
    clean(said.text, path);
    assert.doesNotMatch(said.text, /Marta|marta|"ines"|"ana"|parcel/u, path);
    for (const { id } of tenant.floor.conversations.values()) assert.ok(!said.text.includes(id), path);
  }
});

test('[P1] leak: logs hold texts, names of customers, tokens or keys, even at their most talkative', async () => {
  await scene.as('ana', 'POST', scene.path('/messages'), { id: 'x'.repeat(200), text: SECRET, plane: 'internal' });
  await scene.house.call(scene.house.key(TENANT), 'POST', '/v1/conversations', { body: `{"text":"${SECRET}"` });
  await scene.house.call(undefined, 'GET', `/v1/floor?text=${SECRET}&access_token=${scene.token}`);
  await scene.house.call(`${SECRET}.${SECRET}.x`, 'GET', `/%E0%A4%A?${SECRET}`);
  const panel = await scene.house.connect('/v1/live');
  panel.send(`{"type":"hello","version":1,"token":"${SECRET}"`);
  await panel.closed;
  const log = scene.house.logged.join('');
  assert.ok(scene.house.logged.length > 10, 'it logs');
  clean(log, 'log');
  assert.doesNotMatch(log, /Marta|parcel|question|eyJ|key-of-crm/u);
});
