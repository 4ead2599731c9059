import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close } from '@floorwalk/core/protocol';
import type { Client } from '../server/live/support/client.ts';
import { openScene, TENANT, type Scene } from './support/scene.ts';

// What a hostile client does to a live connection, on both endpoints of the whole server.

let scene: Scene & { close(): Promise<void> };
before(async () => {
  scene = await openScene({ env: { FLOORWALK_ORIGINS: 'https://crm.example', FLOORWALK_SOCKETS_PER_ADDRESS: '40' } });
});
after(() => scene.close());

type Path = '/v1/live' | '/v1/chat';
const paths: readonly Path[] = ['/v1/live', '/v1/chat'];
const greeted = async (path: Path): Promise<Client> =>
  path === '/v1/live' ? scene.house.panel(TENANT, 'jonas') : scene.house.tab(scene.token);

for (const path of paths) {
  test(`${path}: a message beyond measure, in one frame or in many, closes the connection`, async () => {
    const one = await greeted(path);
    one.send('x'.repeat(70_000));
    assert.equal((await one.closed).code, 1009);
    const many = await greeted(path);
    for (let n = 0; n < 10; n++) many.ws.send('x'.repeat(10_000), { fin: false });
    assert.equal((await many.closed).code, 1009);
  });

  test(`${path}: broken UTF-8 and binary messages close the connection`, async () => {
    const broken = await greeted(path);
    broken.ws.send(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), { binary: false });
    assert.equal((await broken.closed).code, 1007);
    const binary = await greeted(path);
    binary.ws.send(Buffer.from('{"type":"pong"}'), { binary: true });
    assert.equal((await binary.closed).code, close.malformed.code);
  });

  test(`${path}: who says nothing, or never finishes a message, is closed`, async () => {
    const silent = await scene.house.connect(path);
    const unfinished = await greeted(path);
    unfinished.answers = false;
    unfinished.ws.send('{"type":', { fin: false });
    for (let seconds = 0; seconds < 40; seconds += 5) await scene.house.pass(5_000);
    assert.equal((await silent.closed).code, close.helloFirst.code);
    assert.equal((await unfinished.closed).code, close.noAnswer.code);
  });

  test(`${path}: who sends without end is refused, then closed, and holds nobody else up`, async () => {
    const flood = await greeted(path);
    for (let n = 0; n < 2_000; n++) flood.send({ type: 'typing', conversation: scene.conversation, plane: 'internal' });
    assert.equal((await flood.closed).code, close.tooMany.code);
    scene.tab.send({ type: 'say', id: `meanwhile${path.replaceAll('/', '-')}`, text: 'Hello?' });
    await scene.tab.type('accepted');
  });

  test(`${path}: a page of another origin is not let in, and one address has so many connections`, async () => {
    const { house } = scene;
    await assert.rejects(house.connect(path, { origin: 'https://evil.example' }), /403/u);
    await assert.rejects(house.connect(path, { origin: 'null' }), /403/u);
    (await house.connect(path, { origin: 'https://crm.example' })).cut();
    const open: Client[] = [];
    await assert.rejects(async () => {
      for (let n = 0; n < 50; n++) open.push(await house.connect(path));
    }, /429/u);
    for (const client of open) client.cut();
    await Promise.all(open.map(({ closed }) => closed));
  });
}

test('a connection has so many subscriptions and no more', async () => {
  const panel = await scene.house.panel(TENANT, 'jonas');
  for (let n = 0; n < 201; n++) panel.send({ type: 'subscribe', id: `s${n}`, topic: { kind: 'agents' } });
  const refused = await panel.type('refused', 's200');
  assert.equal((refused['refusal'] as { refusal: string }).refusal, 'tooManySubscriptions');
});
