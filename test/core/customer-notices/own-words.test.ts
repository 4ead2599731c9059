import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filledIn, ownWords } from '../../../core/customer-notices/own-words.ts';
import type { Named } from '../../../core/customer-notices/words.ts';

const named: Named = (params, name, otherwise) => (Object.hasOwn(params, name) ? String(params[name]) : otherwise);

test('[N1] a tenant’s own words win by region, then by language, and no name of an object is one', () => {
  const own = { 'de-AT:consent': 'Servus', 'de:consent': 'Hallo', 'de:forceClosed': 'Zu' };
  assert.equal(ownWords(own, 'consent', 'de-AT'), 'Servus');
  assert.equal(ownWords(own, 'consent', 'de-CH'), 'Hallo');
  assert.equal(ownWords(own, 'forceClosed', 'de-AT'), 'Zu');
  assert.equal(ownWords(own, 'consent', 'fr'), undefined);
  assert.equal(ownWords({}, 'toString', '__proto__'), undefined);
});

test('[N1] what stands in braces is filled in as text, and what is missing left empty', () => {
  const words = 'Hello {agent}, place {place}, {nobody}{before}';
  assert.equal(filledIn(words, { agent: '{place} $& <b>', before: 2 }, named), 'Hello {place} $& <b>, place 3, 2');
  assert.equal(filledIn('place {place}', {}, named), 'place 1');
});
