import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runOnFiles } from './run-on-files.ts';

const SPEC = { 'core/SPEC.md': '- **A6** Exactly one wins.\n- **T6** Races as A6.\n' };
const bothCarried = { 'test/core/a.test.ts': "test('[A6] one wins', run);\ntest('[T6] a race', run);\n" };

test('rules that tests carry pass', async () => {
  const { status, output } = await runOnFiles('check-rules.mjs', { ...SPEC, ...bothCarried });
  assert.equal(status, 0);
  assert.match(output, /2 in core\/SPEC\.md, 2 carried by tests, 0 problems/);
});

test('one test may carry several rules', async () => {
  const files = { ...SPEC, 'test/core/a.test.ts': "test('[A6, T6] one wins', run);" };
  assert.equal((await runOnFiles('check-rules.mjs', files)).status, 0);
});

test('a rule without a test is named', async () => {
  const { status, output } = await runOnFiles('check-rules.mjs', {
    ...SPEC,
    'test/core/a.test.ts': "test('[A6] one wins', run);",
  });
  assert.equal(status, 1);
  assert.match(output, /T6 has no test/);
});

test('an id in the middle of a test name carries nothing', async () => {
  const files = { ...SPEC, 'test/core/a.test.ts': "test('[A6] as in [T6]', run);" };
  assert.equal((await runOnFiles('check-rules.mjs', files)).status, 1);
});

test('a citation of a rule that is not there is named with its file', async () => {
  const { status, output } = await runOnFiles('check-rules.mjs', {
    ...SPEC,
    ...bothCarried,
    'test/server/b.test.ts': "test('[Z9] nothing', run);",
  });
  assert.equal(status, 1);
  assert.match(output, /test\/server\/b\.test\.ts cites Z9/);
});
