import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import { createDemoIssuer } from '../../../server/auth/demo-issuer.ts';

test('[R3] the demonstration’s tokens last an hour and are nobody else’s', async () => {
  let now = Date.now();
  const one = await createDemoIssuer(() => now);
  const other = await createDemoIssuer(() => now);
  const token = await one.issue('ines', 'supervisor');
  const claims = await one.verify(token);
  assert.ok(!isRefusal(claims));
  assert.deepEqual([claims.user, claims.tenant, claims.roles, claims.scope], ['ines', 'demo', ['supervisor'], 'all']);
  assert.ok(isRefusal(await other.verify(token)));
  now += 60 * 60_000 + 1_000;
  assert.ok(isRefusal(await one.verify(token)));
});
