import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../../../server/live/customer/', import.meta.url);
/** What serves a customer: the wire, refusals in words, and the bytes; nothing that knows a floor or another plane. */
const allowed = [
  '@floorwalk/core',
  '@floorwalk/core/protocol',
  'express',
  '../auth-port.ts',
  '../budget.ts',
  '../frame.ts',
  '../limits.ts',
  '../read-message.ts',
  '../transport.ts',
  '../wheel.ts',
];

test('[P1] what serves a customer imports nothing that could name the internal plane', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  assert.ok(files.length >= 5);
  for (const file of files) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    for (const [, from = ''] of source.matchAll(/from '([^']+)'/g))
      assert.ok(allowed.includes(from) || /^\.\/[\w-]+\.ts$/.test(from), `${file} imports ${from}`);
    assert.doesNotMatch(source, /import\(/);
  }
});

test('[P1] the bytes beneath a customer import no engine either', () => {
  for (const file of allowed.filter((name) => name.startsWith('../'))) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const from = [...source.matchAll(/^import (type )?.*from '([^']+)'/gm)].filter(([, type]) => type === undefined);
    for (const [, , name = ''] of from)
      assert.doesNotMatch(name, /engine|hub|session|topics/, `${file} imports ${name}`);
  }
});
