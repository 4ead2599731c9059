import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import { integration, pickedByHand, startEngine, systemActor, type Running } from '../../support/engine.ts';

async function closing(t: { after(fn: () => Promise<void>): void }, locale?: string): Promise<Running> {
  const on = await startEngine({ edit: pickedByHand });
  t.after(() => on.close());
  const customer = { name: 'Marta', ...(locale !== undefined && { locale }) };
  await on.must(integration, 'c1', { type: 'Open', workstream: 'live-chat', customer });
  return on;
}

const policy = async (on: Running, change: object): Promise<void> => {
  const value = { ...on.tenant.floor.policy, ...change };
  assert.ok(!isRefusal(await on.tenant.run(systemActor, { of: 'directory', entry: { kind: 'policy', value } })));
};

/** What a supervisor is shown before, and that nothing has happened by that. */
async function shown(on: Running): Promise<unknown> {
  const close = { type: 'ForceClose', reason: 'Abuse' } as const;
  const done = await on.ask(on.actor('ines'), 'c1', close, { dryRun: true });
  assert.ok(!isRefusal(done));
  assert.equal((await on.tenant.conversation('c1'))?.state, 'open');
  return done.customerReads;
}

test('[B1] before a forced close is what the customer will read: in their language, and the tenant’s own words', async (t) => {
  const on = await closing(t, 'de-AT');
  assert.deepEqual(await shown(on), { words: 'Die Unterhaltung wurde geschlossen.', lang: 'de' });
  await policy(on, { wording: { 'de:customer:forceClosed': 'Wir beenden dieses Gespräch.' } });
  assert.deepEqual(await shown(on), { words: 'Wir beenden dieses Gespräch.', lang: 'de-AT' });
});

test('[B1] a customer of no language of ours reads English, and one who is not told reads nothing', async (t) => {
  const on = await closing(t, 'pt');
  assert.deepEqual(await shown(on), { words: 'The conversation was closed.', lang: 'en' });
  await policy(on, { silencedNotices: ['liveChat:forceClosed'] });
  assert.equal(await shown(on), null);
});
