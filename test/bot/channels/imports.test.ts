import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../../bot/channels/', import.meta.url);
/** What serves customers: the customer's own protocol, the way out, and words for customers; nothing of supervisors. */
const allowed = [
  'node:crypto',
  'valibot',
  '@floorwalk/core/conversation',
  '@floorwalk/core/customer-notices/own-words',
  '@floorwalk/core/protocol',
  '../clock.ts',
  '../config.ts',
  '../floor/credentials.ts',
  '../floor/floor-client.ts',
  '../log.ts',
  '../outbox/bucket.ts',
  '../outbox/outbox.ts',
  '../store/store.ts',
  '../transport/activity.ts',
  '../transport/transport.ts',
  '../words/customer/index.ts',
];

test('[P1] what serves customers of channels imports nothing of supervisors, and asks the server on behalf of nobody', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  assert.ok(files.length >= 8);
  for (const file of files) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    for (const [, from = ''] of source.matchAll(/from '([^']+)'/gu))
      assert.ok(allowed.includes(from) || /^\.\/[\w-]+\.ts$/u.test(from), `${file} imports ${from}`);
    assert.doesNotMatch(source, /import\(|internal'|\baccount\b/iu, file);
    for (const [, first] of source.matchAll(/\.ask\(\s*(\w+)/gu)) assert.equal(first, 'null', file);
    for (const [, names = ''] of source.matchAll(/\{([^}]*)\} from '@floorwalk\/core\/protocol'/gu))
      assert.match(names, /^[\s,]*((type )?(chatEntry|ChatEntry|parse)[\s,]*)+$/u, file);
  }
});
