import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customerOf, integration, pickedByHand, startEngine, type Running } from '../../support/engine.ts';

async function opened(t: { after(fn: () => Promise<void>): void }): Promise<Running> {
  const on = await startEngine({ edit: pickedByHand });
  t.after(() => on.close());
  await on.must(integration, 'c1', { type: 'Open', workstream: 'live-chat', customer: { name: 'Marta' } });
  return on;
}
const customer = customerOf('c1');
const say = (id: string) => ({ type: 'Say', plane: 'public', id, text: `Text ${id}` }) as const;
const texts = async (on: Running, conversation = ''): Promise<readonly string[]> =>
  (await on.tenant.readPlane(conversation, 'public', 0, 100)).flatMap((e) => (e.type === 'message' ? [e.id] : []));

test('[P4] a text that was stored before the end and is sent again after it opens nothing', async (t) => {
  const on = await opened(t);
  const first = await on.must(customer, 'c1', say('m-1'));
  await on.must(customer, 'c1', { type: 'CustomerEnd' });
  assert.deepEqual(await on.must(customer, 'c1', say('m-1')), first);
  assert.equal(on.tenant.floor.conversations.size, 0);
});

test('[P4] the text that opened the next conversation is stored once and answered as the first time', async (t) => {
  const on = await opened(t);
  await on.must(customer, 'c1', { type: 'CustomerEnd' });
  const first = await on.must(customer, 'c1', say('m-1'));
  await on.must(customer, 'c1', say('m-2'));
  assert.deepEqual(await on.must(customer, 'c1', say('m-1')), first);
  assert.deepEqual(await texts(on, first.movedTo), ['m-1', 'm-2']);
});

test('[C1] two texts after the end on two servers at once reach the same new conversation, and neither is lost', async (t) => {
  const on = await opened(t);
  await on.must(customer, 'c1', { type: 'CustomerEnd' });
  const other = await startEngine({ store: on.store, clock: on.clock, edit: () => [] });
  const [a, b] = await Promise.all([on.must(customer, 'c1', say('m-1')), other.must(customer, 'c1', say('m-2'))]);
  await other.quiet();
  await other.close();
  assert.equal(a.movedTo, b.movedTo);
  assert.deepEqual((await texts(on, a.movedTo)).toSorted(), ['m-1', 'm-2']);
});
