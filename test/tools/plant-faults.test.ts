import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { planted } from '../security/planted/index.ts';

const root = join(import.meta.dirname, '../..');

test('each fault that is planted on purpose still has its place in the code, once, and the tests that are to catch it', () => {
  const stale = planted.flatMap(({ name, edits }) =>
    edits
      .filter(({ file, find }) => readFileSync(join(root, file), 'utf8').split(find).length !== 2)
      .map(({ file, find }) => `${name}: "${find}" stands not once in ${file}`),
  );
  assert.deepEqual(stale, []);
  const missing = planted
    .flatMap(({ tests }) => tests)
    .filter((path) => !existsSync(join(root, `test/${path}.test.ts`)));
  assert.deepEqual(missing, []);
});
