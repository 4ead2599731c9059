import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIds } from '../../../bot/manifest/read-ids.ts';

const right = {
  app: '11111111-2222-4333-8444-555555555555',
  site: 'https://floor.example.com/',
  privacy: 'https://example.com/p',
  terms: 'https://example.com/t',
};

const problemsOf = (given: Readonly<Record<string, unknown>>): readonly string[] => {
  const read = readIds(given);
  return 'problems' in read ? read.problems : [];
};

test('an application id and the three addresses are enough', () => {
  const urls = { site: new URL(right.site), privacy: new URL(right.privacy), terms: new URL(right.terms) };
  assert.deepEqual(readIds(right), { ...right, ...urls, version: '1.0.0', developer: 'Floorwalk' });
});

test('everything that is wrong is said at once', () => {
  assert.equal(problemsOf({}).length, 4);
  for (const wrong of [
    { app: 'mine' },
    { site: 'http://floor.example.com' },
    { site: 'https://floor.example.com:8443' },
    { site: 'https://floor.example.com/desk' },
    { site: 'floor' },
    { terms: 'http://example.com' },
    { version: '1' },
    { developer: 'x'.repeat(33) },
  ]) {
    assert.equal(problemsOf({ ...right, ...wrong }).length, 1, JSON.stringify(wrong));
  }
});
