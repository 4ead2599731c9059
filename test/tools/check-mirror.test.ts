import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runOnFiles } from './run-on-files.ts';

test('a test beside its source in the mirror passes, also with a word more in its name', async () => {
  const { status } = await runOnFiles('check-mirror.mjs', {
    'core/agent/decide.ts': '',
    'test/core/agent/decide.test.ts': '',
    'test/core/agent/decide.presence.test.ts': '',
  });
  assert.equal(status, 0);
});

test('a test without a source is named', async () => {
  const { status, output } = await runOnFiles('check-mirror.mjs', { 'test/widget/elements/gone.test.ts': '' });
  assert.equal(status, 1);
  assert.match(output, /test\/widget\/elements\/gone\.test\.ts has no source widget\/elements\/gone\.ts/);
});
