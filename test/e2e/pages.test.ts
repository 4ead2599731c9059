import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { assertAccessible } from './support/accessible.ts';
import { openStage, type Stage } from './support/stage.ts';

const examples = join(import.meta.dirname, '../../examples');
const pages = globSync('*.html', { cwd: examples }).map((file) => basename(file, '.html'));

let stage: Stage;
before(async () => void (stage = await openStage()));
after(() => stage.close());

for (const name of pages) {
  test(`the example page ${name} opens without an error and can be used by everybody`, async () => {
    const { page, errors } = await stage.open(name === 'index' ? '/' : `/${name}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await assertAccessible(page, name);
    assert.deepEqual(errors, []);
  });
}
