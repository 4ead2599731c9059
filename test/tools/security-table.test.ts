import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

test('every test that SECURITY.md cites exists under that name', () => {
  const cited = [...read('SECURITY.md').matchAll(/\| `(test\/[^`]+)`: ([^|]+) \|/gu)];
  assert.ok(cited.length >= 25, `${cited.length} rows`);
  for (const [, file = '', name = ''] of cited) {
    const names = [...read(file).matchAll(/(?:test|it)\(\s*(['"`])((?:(?!\1).)*)\1/gu)].map((match) => match[2] ?? '');
    assert.ok(
      names.some((one) => one.includes(name.trim())),
      `${file} has no test "${name.trim()}"`,
    );
  }
});

test('every row of the threat model names its test', () => {
  const table = read('SECURITY.md').split('| --- |')[1]?.split('\n\n')[0] ?? '';
  for (const row of table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---')))
    assert.match(row, /\| `test\/[^`]+`: [^|]+ \|$/u);
});

test('every production package has a licence on the list, by npm’s own bill of materials', async () => {
  const { execFile } = await import('node:child_process');
  const { promisify } = await import('node:util');
  const tool = new URL('tools/check-licences.mjs', root).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [tool], { cwd: root });
  assert.match(stdout, /MIT/u);
});
