import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OVERDUE_MS, unsealedWords } from '../../../server/audit/unsealed-words.ts';

const found = (unsealed: number, unsealedSince: number | null) =>
  ({ ok: true, lines: 9, unsealed, unsealedSince, anchor: { offset: 9, link: 'x' } }) as const;

test('[R4] a check of the record says which lines it does not vouch for, and louder when they should have a seal', () => {
  assert.deepEqual(unsealedWords(found(0, null), 0), { isOverdue: false, words: '' });
  const fresh = unsealedWords(found(2, 1_000), 1_000 + OVERDUE_MS);
  assert.equal(fresh.isOverdue, false);
  assert.match(fresh.words, /not proven: the newest 2 lines have no seal yet/u);
  const old = unsealedWords(found(1, 1_000), 1_001 + OVERDUE_MS);
  assert.equal(old.isOverdue, true);
  assert.match(old.words, /NOT PROVEN: the newest 1 line has no seal, since 1970-01-01T00:00:01.000Z/u);
});
