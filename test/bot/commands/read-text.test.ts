import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from '../../../bot/commands/read-text.ts';

const list = ['c-1', 'c-2'];
const watching = { conversation: 'c-9', name: 'Mara', position: null, lastAt: 0, spokeAt: null, warned: false };
const joined = { ...watching, spokeAt: 1 };

test('words and numbers name what the last floor card showed, or what is watched', () => {
  assert.deepEqual(readText('Watch 2', { list, watching: null }), { do: 'watch', conversation: 'c-2' });
  assert.deepEqual(readText('transfer', { list, watching }), {
    do: 'choose',
    what: 'transfer',
    conversation: 'c-9',
    all: false,
  });
  assert.deepEqual(readText('floor big refund', { list, watching }), { do: 'floor', words: 'big refund', first: 0 });
  assert.deepEqual(readText('assign 7', { list, watching }), { unclear: 'noSuchNumber' });
  assert.deepEqual(readText('assign c-77', { list, watching }), { unclear: 'noSuchNumber' });
  assert.deepEqual(readText('join', { list, watching: null }), { unclear: 'watchFirst' });
});

test('[M4] what is typed while only watching is never a note, and once joined every sentence is one', () => {
  assert.deepEqual(readText('leave it to me', { list, watching }), { unclear: 'noSuchNumber' });
  assert.deepEqual(readText('tell her yes', { list, watching }), { unclear: 'notUnderstood' });
  for (const text of ['tell her yes', 'leave it to me', 'floor tiles are broken', 'Watch out'])
    assert.deepEqual(readText(text, { list, watching: joined }), { do: 'note', text });
  assert.deepEqual(readText('leave', { list, watching: joined }), { do: 'leave', conversation: 'c-9' });
  assert.deepEqual(readText('assign 1', { list, watching: joined }), {
    do: 'choose',
    what: 'assign',
    conversation: 'c-1',
    all: false,
  });
  assert.deepEqual(readText('/floor tiles', { list, watching: joined }), { do: 'floor', words: 'tiles', first: 0 });
});
