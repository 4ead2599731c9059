import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { customerNoticeKinds, noticeKinds, staffOnly } from '../../../../core/conversation/index.ts';
import { readChatMessage } from '../../../../core/protocol/reading/chat-reader.ts';
import { chatEntry, chatServerMessage, parse } from '../../../../core/protocol/index.ts';
import { odd, spoilt } from './spoilt.ts';

const said = { type: 'message', offset: 1, id: 'm1', at: 5, from: { kind: 'agent', name: 'Priya' }, text: 'Hello' };
const told = { type: 'notice', offset: 2, id: 'n1', at: 6, kind: 'agentJoined', params: { agent: 'Priya', before: 0 } };
const examples = [
  { type: 'welcome', version: 1, epoch: 'e', offset: 2, now: 7, heartbeat: 20_000, consent: false },
  { type: 'entries', whole: true, entries: [said, told] },
  { type: 'wording', words: { 'de:consent': 'Ja' } },
  { type: 'place', before: 2, here: true },
  { type: 'typing', name: 'Priya' },
  { type: 'accepted', id: 'm1' },
  { type: 'moved', id: 'm1', token: 't' },
  { type: 'refused', id: 'm1', refusal: 'busy', detail: '' },
  { type: 'heartbeat', now: 8, offset: 2 },
  { type: 'shuttingDown', retryAfter: 500 },
];
const read = (message: unknown) => readChatMessage(JSON.stringify(message));

test('every kind of message that the schema knows is read as the schema reads it', () => {
  const known = chatServerMessage.options.map((option) => option.entries.type.literal);
  assert.deepEqual(examples.map(({ type }) => type).toSorted(), known.toSorted());
  for (const example of examples) assert.deepEqual(read({ ...example, more: 1 }), example);
});

test('what the schema accepts is read alike, and nothing else gets in, whatever part of a message is odd', () => {
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.nat(), odd, (example, at, by) => {
      const message = spoilt(example, at, by);
      const schema = parse(chatServerMessage, JSON.parse(JSON.stringify(message)));
      const got = read(message);
      if (schema.ok) assert.deepEqual(got, schema.value);
      else if (got !== undefined) {
        assert.equal(got.type, 'entries');
        for (const entry of got.type === 'entries' ? got.entries : []) assert.ok(parse(chatEntry, entry).ok);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('entries of a newer kind are left out, the others are read', () => {
  const newer = [{ ...told, kind: 'movedToTheMoon' }, { type: 'picture', offset: 3 }, null, 7];
  assert.deepEqual(read({ type: 'entries', whole: false, entries: [said, ...newer, told] }), {
    type: 'entries',
    whole: false,
    entries: [said, told],
  });
});

test('[N1] kinds of the house are read by neither', () => {
  assert.deepEqual(
    noticeKinds.filter((kind) => !staffOnly.includes(kind)),
    customerNoticeKinds,
  );
  for (const kind of staffOnly) {
    assert.ok(!parse(chatEntry, { ...told, kind }).ok, kind);
    const got = read({ type: 'entries', whole: false, entries: [{ ...told, kind }] });
    assert.deepEqual(got, { type: 'entries', whole: false, entries: [] });
  }
});

test('what is not JSON, and what is no message, is nothing', () => {
  for (const text of ['', '{', 'null', '7', '[]', '{"type":"toString"}', '{"type":"ghost"}'])
    assert.equal(readChatMessage(text), undefined);
});
