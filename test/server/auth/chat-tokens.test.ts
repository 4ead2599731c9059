import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import { createChatTokens } from '../../../server/auth/chat-tokens.ts';

const secret = new TextEncoder().encode('a secret of this deployment only');
let now = Date.now();
const tokens = createChatTokens(secret, () => now);
const claim = { tenant: 'acme', conversation: 'c1' };

test('[R2] a customer’s token opens one conversation of one tenant for a day', async () => {
  const token = await tokens.sign(claim);
  const expiresAt = (Math.floor(now / 1_000) + 24 * 60 * 60) * 1_000;
  assert.deepEqual(await tokens.verify(token), { ...claim, expiresAt });
  now += 24 * 60 * 60_000 + 1_000;
  assert.ok(isRefusal(await tokens.verify(token)));
});

test('a customer’s token of another secret, changed, or not one at all is refused without a reason', async () => {
  const other = createChatTokens(new TextEncoder().encode('another secret altogether, yes?!'), () => now);
  const [head, , signature] = (await tokens.sign(claim)).split('.');
  const changed = Buffer.from(JSON.stringify({ ...claim, conversation: 'c2', iss: 'floorwalk:chat', exp: 9e9 }));
  for (const token of [await other.sign(claim), `${head}.${changed.toString('base64url')}.${signature}`, 'x', '']) {
    const answer = await tokens.verify(token);
    assert.ok(isRefusal(answer));
    assert.deepEqual(Object.keys(answer).toSorted(), ['detail', 'refusal']);
  }
});
