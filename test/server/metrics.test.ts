import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusals } from '@floorwalk/core';
import { createMetrics } from '../../server/metrics.ts';

test('every series has help and starts at zero, and none names a tenant or a person', async () => {
  const text = await createMetrics().text();
  for (const refusal of Object.keys(refusals))
    assert.ok(text.includes(`floorwalk_refusals_total{refusal="${refusal}"} 0`));
  const names = [...text.matchAll(/^# TYPE (floorwalk_\w+)/gmu)].map(([, name]) => name);
  for (const name of names) assert.match(text, new RegExp(`^# HELP ${name} \\S`, 'mu'));
  assert.doesNotMatch(text, /\{[^}]*(tenant|customer=|person|agent=)/u);
});

test('two servers in one process count apart', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.sockets.set({ endpoint: 'staff' }, 7);
  assert.match(await one.text(), /floorwalk_sockets\{endpoint="staff"\} 7/u);
  assert.match(await other.text(), /floorwalk_sockets\{endpoint="staff"\} 0/u);
});
