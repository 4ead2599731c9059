import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHouse } from '../security/support/house.ts';
import { startSite } from '../support/site.ts';

test('while it stops, sockets are told when to come back and who waits is answered', async () => {
  const site = await startSite();
  const crm = await site.token('integration', 'crm');
  const { body } = await site.call(crm, 'GET', '/v1/outbox?workstream=live-chat');
  const after = encodeURIComponent(String(body['next']));
  const socket = new WebSocket(`${site.url.replace('http', 'ws')}/v1/live`);
  const heard: string[] = [];
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  const welcomed = Promise.withResolvers<void>();
  socket.addEventListener('message', ({ data }) => {
    heard.push((JSON.parse(String(data)) as { type: string }).type);
    welcomed.resolve();
  });
  await new Promise<void>((resolve) => socket.addEventListener('open', () => resolve()));
  socket.send(JSON.stringify({ type: 'hello', version: 1, token: await site.token('supervisor', 'ines') }));
  await welcomed.promise;
  const waiting = site.call(crm, 'GET', `/v1/outbox?workstream=live-chat&after=${after}&wait=25`);
  // The wait is on the server once a later request of the same connection pool has been answered.
  await site.call(crm, 'GET', '/v1/queues');
  await site.close();
  assert.equal((await waiting).status, 200);
  assert.equal(await closed, 4001);
  assert.ok(heard.includes('shuttingDown'), heard.join());
});

test('closing twice is closing once', async () => {
  const site = await startSite();
  await Promise.all([site.server.close(), site.close()]);
  await assert.rejects(fetch(`${site.url}/healthz`));
});

test('[R6] a start says how long conversations are kept, and loudly where nobody has decided it', async () => {
  const said = async (env: Readonly<Record<string, string>>): Promise<string> => {
    const house = await openHouse({ env });
    await house.close();
    return house.logged.filter((line) => line.includes('conversationsDays')).join('');
  };
  assert.match(await said({ FLOORWALK_KEEP_CONVERSATIONS_DAYS: '' }), /"level":(40|"warn").*NOBODY HAS DECIDED/u);
  assert.match(await said({ FLOORWALK_KEEP_CONVERSATIONS_DAYS: '0' }), /kept for ever, as the settings say/u);
  assert.match(await said({ FLOORWALK_KEEP_CONVERSATIONS_DAYS: '30' }), /"conversationsDays":30.*lose their content/u);
});
