import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { done, openScene, SECRET, TENANT, type Scene } from './support/scene.ts';

// The attacker's list, part five: what leaves the house in one piece, and what is said while it is taken out for good.

let scene: Scene & { close(): Promise<void> };
before(async () => void (scene = await openScene({ tenants: [TENANT, 'globex'] })));
after(() => scene.close());

const customer = (): string => `/v1/customers/conversation:${scene.conversation}`;
/** Everybody who is no administrator, by what they would send. */
async function others(): Promise<Readonly<Record<string, string | undefined>>> {
  const people = await Promise.all(
    ['ines', 'jonas', 'ana', 'ben', 'assistant'].map(async (id) => [id, await scene.house.token(TENANT, id)] as const),
  );
  return { ...Object.fromEntries(people), crm: scene.house.key(TENANT), customer: scene.token, nobody: undefined };
}

test('[P3] leak: the record’s streamed export is read by others, or says what was said and by whom it was asked', async () => {
  for (const [who, token] of Object.entries(await others())) {
    const said = await scene.house.call(token, 'GET', '/v1/audit/export');
    assert.ok(said.status === 401 || said.status === 403, `${who}: ${said.status}`);
    assert.match(said.type, /problem\+json/u, `${who}: nothing was streamed before it was refused`);
  }
  const all = await done(scene.as('ada', 'GET', '/v1/audit/export'));
  assert.match(all.type, /ndjson/u);
  const lines = all.text.trimEnd().split('\n');
  assert.ok(lines.length > 10 && lines.every((line) => typeof JSON.parse(line) === 'object'));
  assert.doesNotMatch(all.text, /Marta|parcel|looking for it/u);
  // The reason of an override is the one thing that staff type into the record.
  assert.ok(!lines.filter((line) => !line.includes('"override"')).some((line) => line.includes(SECRET)));
  const elsewhere = await scene.house.call(await scene.house.token('globex', 'ada'), 'GET', '/v1/audit/export');
  assert.equal(elsewhere.status, 200);
  assert.ok(!elsewhere.text.includes(scene.conversation), 'of another tenant');
});

test('[P3][R6] leak: what a customer is handed holds whispers, or is handed to others', async () => {
  for (const [who, token] of Object.entries(await others())) {
    const said = await scene.house.call(token, 'GET', customer());
    assert.ok(said.status === 401 || said.status === 403, `${who}: ${said.status}`);
  }
  const handed = await done(scene.as('ada', 'GET', customer()));
  assert.match(handed.text, /parcel/u);
  assert.ok(!handed.text.includes(SECRET));
  assert.doesNotMatch(handed.text, /"plane":"internal"|"(ines|jonas|ana)"/u);
  const elsewhere = await scene.house.call(await scene.house.token('globex', 'ada'), 'GET', customer());
  assert.deepEqual([elsewhere.status, elsewhere.json['total']], [200, 0], 'of another tenant');
});

test('[P2][R6] leak: an erasure is tried by others, sends a customer anything, or leaves something to read', async () => {
  for (const [who, token] of Object.entries(await others())) {
    const said = await scene.house.call(token, 'DELETE', customer());
    assert.ok(said.status === 401 || said.status === 403, `${who}: ${said.status}`);
  }
  const early = await scene.as('ada', 'DELETE', customer());
  assert.equal(early.json['refusal'], 'state', 'while somebody talks to them');
  assert.ok(!early.text.includes(SECRET));
  await done(scene.as('ines', 'POST', scene.path('/force-close'), { reason: 'Done' }));
  await scene.house.settle();
  const heard = scene.heard();
  const planned = await done(scene.as('ada', 'DELETE', `${customer()}?dryRun=1`));
  const elsewhere = await scene.house.call(await scene.house.token('globex', 'ada'), 'DELETE', customer());
  assert.deepEqual(elsewhere.json['conversations'], []);
  const erased = await done(scene.as('ada', 'DELETE', customer()));
  assert.deepEqual([planned.json, erased.json], Array(2).fill({ conversations: [scene.conversation] }));
  await scene.house.settle();
  assert.equal(scene.heard(), heard, 'the customer hears nothing of it');
  const left = await Promise.all([
    ...['ines', 'ana', 'ada'].map((who) => scene.as(who, 'GET', scene.path('/messages'))),
    scene.as('ines', 'GET', '/v1/floor'),
    scene.as('ada', 'GET', customer()),
    scene.as('ada', 'GET', '/v1/audit?limit=1000&order=newest'),
  ]);
  for (const { text } of left) assert.doesNotMatch(text, /Marta|parcel|looking for it/u);
  const tab = await scene.house.tab(scene.token);
  await scene.house.settle();
  assert.doesNotMatch(tab.texts.join('\n'), new RegExp(`Marta|parcel|${SECRET}`, 'u'));
});
