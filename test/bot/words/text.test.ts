import assert from 'node:assert/strict';
import { test } from 'node:test';
import { harmless, harmlessLine } from '../../../bot/words/text.ts';

const inside = (text: string): string => harmless(text).slice(1, -1);

test('nothing in somebody else’s text mentions, links or turns what follows', () => {
  for (const text of [
    '<at>all</at>',
    '< at id="1">x</at>',
    '<AT>',
    'https://e.example',
    'www.e.example',
    'mailto:a@b',
    'javascript:x',
    '[a](b)',
  ])
    assert.notEqual(inside(text), text);
  assert.equal(inside('a\u202eb\u2067c\u0000d\u0007'), 'abcd');
  assert.equal(inside('5 < 6, a_b *c* and 12:30'), '5 < 6, a_b *c* and 12:30');
  assert.ok(harmless('\ud800').isWellFormed());
});

test('a long text is cut without breaking a character, and a name is one line', () => {
  assert.ok(harmless('😀'.repeat(10_000)).isWellFormed());
  assert.equal(harmless('x'.repeat(9_000)).length, 8_002);
  assert.equal(harmlessLine('a\n\n b'), '\u2068a b\u2069');
});
