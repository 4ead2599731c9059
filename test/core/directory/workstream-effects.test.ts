import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveEffects, type Workstream } from '../../../core/directory/index.ts';
import { MINUTE_MS } from '../../../core/words.ts';
import { world } from '../../support/world.ts';

const effectsOf = (change: (before: Workstream) => Partial<Workstream>) => {
  const w = world();
  const before = w.workstream('live-chat');
  const value = { ...before, ...change(before) };
  return new Map(saveEffects(w.floor, { kind: 'workstream', value }).map(({ effect, count }) => [effect, count]));
};

test('[C4] conversations that close sooner are counted', () => {
  const autoClose = { open: MINUTE_MS, waiting: null, 'wrap-up': 15 * MINUTE_MS };
  assert.deepEqual([...effectsOf(() => ({ autoClose }))], [['closeSooner', 1]]);
  assert.deepEqual([...effectsOf((w) => ({ autoClose: { ...w.autoClose, open: null } }))], []);
});

test('[C3] agents whose presence is no longer allowed are counted', () => {
  assert.ok((effectsOf(() => ({ allowedPresences: ['available'] })).get('notOfferedTo') ?? 0) > 0);
});

test('[C7] a workstream that is disabled takes nothing new', () => {
  assert.ok((effectsOf(() => ({ disabled: true })).get('takesNothingNew') ?? 0) > 0);
});
