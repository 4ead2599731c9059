import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWaves, waveDelay, wavesOf } from '../../../server/live/waves.ts';

const many = (length: number) => Array.from({ length }, (_, i) => i);

test('everybody is in exactly one wave, few go at once, and many never take more than twenty waves', async () => {
  for (const count of [0, 1, 100, 101, 2_000, 50_000]) {
    const waves = wavesOf(many(count));
    assert.deepEqual(waves.flat(), many(count));
    assert.ok(waves.length <= 20, String(count));
    for (const wave of waves) assert.ok(wave.length <= Math.max(100, count / 20), String(count));
  }
  assert.ok(waveDelay(19) <= 2_000);
  const gone: number[] = [];
  await inWaves(wavesOf(many(250)), (item) => gone.push(item));
  assert.deepEqual(gone, many(250));
});
