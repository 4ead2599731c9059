import assert from 'node:assert/strict';
import { test } from 'node:test';

test('the tests run on the pinned runtime, whatever the machine has', () => {
  assert.equal(process.versions.node.split('.')[0], '24');
});
