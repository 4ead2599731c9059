import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close } from '@floorwalk/core/protocol';
import { done, openScene } from './support/scene.ts';

// An error that nobody catches ends this test's process as it would end the server's.

test('a panel that subscribes and breaks the protocol in the same moment ends itself and nobody else', async (t) => {
  const scene = await openScene();
  t.after(() => scene.close());
  const panel = await scene.house.panel('acme', 'jonas');
  const topic = { kind: 'conversation', conversation: scene.conversation };
  panel.socket.cork();
  panel.send({ type: 'subscribe', id: 'c', topic });
  panel.send('{{{');
  panel.socket.uncork();
  assert.equal((await panel.closed).code, close.malformed.code);
  await scene.house.settle();
  await done(scene.say('ana', 'Still here'));
});

test('panels that come, read and go while the store is away end themselves and nobody else, and leave no ghost', async (t) => {
  const scene = await openScene();
  t.after(() => scene.close());
  const { house, conversation } = scene;
  const topic = { kind: 'conversation', conversation };
  const leaving = await house.panel('acme', 'jonas');
  leaving.send({ type: 'subscribe', id: 'c', topic });
  await leaving.type('conversation', 'c');
  const [coming, unknown] = [await house.panel('acme', 'jonas'), await house.panel('acme', 'ben')];
  const watchers = async (): Promise<unknown> =>
    (await house.tenant('acme')).floor.rosters.get(conversation)?.watchers.length;
  assert.equal(await watchers(), 1);
  house.setStoreAway(true);
  leaving.send({ type: 'unsubscribe', id: 'c' });
  coming.send({ type: 'subscribe', id: 'c', topic });
  unknown.send({ type: 'subscribe', id: 'c', topic: { ...topic, conversation: 'not-loaded' } });
  scene.tab.send({ type: 'say', id: 'away', text: 'Hello?' });
  assert.equal((await unknown.closed).code, close.reloaded.code);
  assert.equal((await scene.tab.type('refused', 'away'))['refusal'], 'busy');
  assert.equal((await scene.as('ana', 'GET', scene.path('/messages'))).status, 500);
  assert.equal((await house.call(undefined, 'GET', '/readyz')).status, 503);
  await house.settle();
  house.setStoreAway(false);
  for (const panel of [leaving, coming]) panel.cut();
  await house.pass(60_000);
  assert.equal((await house.call(undefined, 'GET', '/readyz')).status, 200);
  const watching = (await house.tenant('acme')).floor.rosters.get(conversation)?.watchers ?? [];
  assert.deepEqual(watching.flatMap(({ connections }) => Object.keys(connections)).length, 1, 'the scene’s own panel');
});
