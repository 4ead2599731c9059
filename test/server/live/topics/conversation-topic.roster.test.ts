import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detailOf, lastDetail, watch, watched } from '../support/watching.ts';

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

test('[M3] a page that comes back within its lease goes on under it: nothing is written, and it stays', async (t) => {
  const { on, client } = await watched(t);
  const leases = (): unknown => on.tenant.floor.rosters.get('c1')?.watchers.map(({ connections }) => connections);
  const [before, offset] = [leases(), on.tenant.offset];
  client.cut();
  await client.closed;
  await on.settle();
  const again = await on.staff('ines');
  assert.equal(detailOf(await watch(again)).role, 'watcher');
  await on.pass(30_000);
  assert.deepEqual(leases(), before);
  assert.equal(on.tenant.offset, offset);
  again.cut();
  await again.closed;
  await on.pass(20_100);
  assert.deepEqual(leases(), []);
});

test('[M3] of two pages that were cut one comes back: it keeps one lease, and the other ends', async (t) => {
  const { on, client } = await watched(t);
  const second = await on.staff('ines');
  await watch(second);
  for (const page of [client, second]) {
    page.cut();
    await page.closed;
  }
  await on.settle();
  await watch(await on.staff('ines'));
  await on.pass(20_100);
  const [ines] = on.tenant.floor.rosters.get('c1')?.watchers ?? [];
  assert.equal(Object.keys(ines?.connections ?? {}).length, 1);
});

test('[M5] monitoring that was ended while a page was away begins anew when it comes back', async (t) => {
  const { on, client } = await watched(t);
  client.cut();
  await client.closed;
  await on.settle();
  const command = { type: 'Unwatch', connection: '', person: 'ines' } as const;
  await on.tenant.run(on.actor('ines'), { of: 'roster', id: 'c1', command });
  assert.deepEqual(on.tenant.floor.rosters.get('c1')?.watchers, []);
  const lines = (await on.tenant.readAudit(0, 1_000)).length;
  await watch(await on.staff('ines'));
  assert.deepEqual(
    on.tenant.floor.rosters.get('c1')?.watchers.map(({ id }) => id),
    ['ines'],
  );
  assert.equal((await on.tenant.readAudit(0, 1_000)).length, lines + 1, 'the record says that it began again');
});
