import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { defaultPolicy } from '@floorwalk/core/directory';
import { close } from '@floorwalk/core/protocol';
import type { Client } from '../server/live/support/client.ts';
import { done, openScene, TENANT, type Scene } from './support/scene.ts';

// R3: what is taken away is gone from connections that are open, within five seconds, and from the next request at once.

let scene: Scene & { close(): Promise<void> };
let panel: Client;
before(async () => void (scene = await openScene()));
after(() => scene.close());
beforeEach(async () => {
  panel = await scene.house.panel(TENANT, 'jonas');
  panel.send({ type: 'subscribe', id: 'c', topic: { kind: 'conversation', conversation: scene.conversation } });
  panel.send({ type: 'subscribe', id: 'f', topic: { kind: 'floor' } });
  await panel.type('floor', 'f');
});
afterEach(async () => {
  panel.cut();
  await scene.house.editPerson(TENANT, 'jonas', { roles: ['supervisor'], scope: ['billing'], disabled: false });
  await scene.house.save(TENANT, { kind: 'policy', value: defaultPolicy });
  await scene.house.settle();
});

/** What the panel is sent of a text that is said five seconds after something was withdrawn. */
async function hearsAfterwards(text: string): Promise<boolean> {
  await scene.house.pass(5_000);
  await done(scene.say('ana', text));
  await scene.house.settle();
  return panel.texts.some((frame) => frame.includes(text));
}

test('[R3] what nobody withdrew stays', async () => assert.equal(await hearsAfterwards('said-1'), true));

test('[R3] a switch turned off ends monitoring', async () => {
  const switches = { ...defaultPolicy.switches, monitor: false };
  await scene.house.save(TENANT, { kind: 'policy', value: { ...defaultPolicy, switches } });
  assert.equal((await panel.type('ended', 'c'))['resumes'], false);
  assert.equal(
    await hearsAfterwards('said-2').then(() =>
      panel.all('conversation', 'c').some((m) => JSON.stringify(m).includes('said-2')),
    ),
    false,
  );
});

test('[R3] a scope without the queue ends monitoring and empties the floor', async () => {
  await scene.house.editPerson(TENANT, 'jonas', { scope: ['delivery'] });
  assert.equal(await hearsAfterwards('said-3'), false);
  assert.equal(panel.all('floor', 'f').at(-1)?.['total'], 0);
  assert.equal((await scene.as('jonas', 'GET', scene.path('/messages'))).json['refusal'], 'outOfScope');
});

test('[R3] a role taken away closes the panel of who has none left', async () => {
  await scene.house.editPerson(TENANT, 'jonas', { roles: [] });
  assert.deepEqual(await panel.closed, close.withdrawn);
  assert.equal(await hearsAfterwards('said-4'), false);
  assert.equal((await scene.as('jonas', 'GET', '/v1/floor')).json['refusal'], 'role');
});

test('[R3] a disabled person is out', async () => {
  await scene.house.editPerson(TENANT, 'jonas', { disabled: true });
  assert.deepEqual(await panel.closed, close.withdrawn);
  assert.equal((await scene.as('jonas', 'GET', '/v1/floor')).status, 401);
});

test('[R3] a token that ends closes the panel within five seconds, unless a fresh one came', async () => {
  const { house } = scene;
  const short = (): Promise<string> => {
    const seconds = Math.floor(house.clock.now() / 1_000);
    return house.token(TENANT, 'jonas', { iat: seconds, exp: seconds + 60 });
  };
  const [renewed, left] = [await house.panel(TENANT, 'jonas'), await house.connect('/v1/live')];
  // A token is not answered; what is asked with it afterwards was checked after it.
  const renew = async (token: string): Promise<void> => {
    renewed.send({ type: 'token', token });
    await renewed.sync();
    for (let n = 0; n < 5; n++) assert.equal((await house.call(token, 'GET', '/v1/floor')).status, 200);
    await house.settle();
  };
  const token = await short();
  left.send({ type: 'hello', version: 1, token });
  await left.type('welcome');
  await renew(token);
  await house.pass(50_000);
  await renew(await short());
  await house.pass(15_000);
  assert.deepEqual(await left.closed, close.tokenExpired);
  assert.equal(renewed.ws.readyState, renewed.ws.OPEN);
  renewed.cut();
});

test('[R3] a fresh token that is not accepted, or somebody else’s, closes the panel', async () => {
  const roles = await scene.house.panel(TENANT, 'jonas');
  roles.send({ type: 'token', token: await scene.house.token(TENANT, 'ines') });
  assert.deepEqual(await roles.closed, close.unauthenticated);
  const garbage = await scene.house.panel(TENANT, 'jonas');
  garbage.send({ type: 'token', token: `${await scene.house.token(TENANT, 'jonas')}x` });
  assert.deepEqual(await garbage.closed, close.unauthenticated);
});

test('[R2] a stolen customer’s token reads its one conversation, changes nobody else’s, and ends after a day', async () => {
  const { house } = scene;
  const thief = await house.tab(scene.token);
  assert.ok(thief.all('entries').length > 0 || thief.all('welcome').length === 1);
  const other = await done(house.call(undefined, 'POST', '/v1/chat', { body: { customer: { name: 'Other' } } }));
  const [head, payload = '', signature] = scene.token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const changed = { ...claims, conversation: other.json['conversation'] };
  const forged = await house.tab(`${head}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`);
  assert.equal((await forged.closed).code, close.unauthenticated.code);
  await house.pass(10_000);
  assert.equal(thief.ws.readyState, thief.ws.OPEN);
  house.clock.step(24 * 60 * 60_000);
  assert.equal((await thief.closed).code < 4_500, true, 'closed, by its end or by the silence of a day');
  assert.equal((await (await house.tab(scene.token)).closed).code, close.unauthenticated.code);
});

test('[R2] the customer’s connection that answers every heartbeat still ends with its token', async () => {
  const { house } = scene;
  const started = await done(house.call(undefined, 'POST', '/v1/chat', { body: {} }));
  // Half a minute before its end the token still lets its customer in.
  house.clock.step(24 * 60 * 60_000 - 30_000);
  const tab = await house.tab(String(started.json['token']));
  assert.equal(tab.ws.readyState, tab.ws.OPEN);
  await house.pass(45_000);
  assert.deepEqual(await tab.closed, close.tokenExpired);
});
