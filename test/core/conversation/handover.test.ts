import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { draftHandover, type Spoken } from '../../../core/conversation/handover.ts';

const customer = (text: string): Spoken => ({ from: { kind: 'customer' }, text });
const agent = (text: string): Spoken => ({ from: { kind: 'agent' }, text });

test('[T5] a draft says what the customer last wrote and nobody answered, their last question, and the sentiment', () => {
  const draft = draftHandover(
    [
      customer('Hi. Can you help? It is urgent.'),
      agent('Sure?'),
      customer('Booked twice.'),
      customer('I want one back'),
    ],
    2,
  );
  assert.deepEqual(draft, {
    reason: '',
    wants: 'I want one back',
    tried: '',
    promised: '',
    promisedBy: '',
    lastQuestion: 'Can you help?',
    sentiment: '2',
  });
});

test('[T5] an answered customer leaves no open wish, and the house no question', () => {
  const draft = draftHandover([customer('Thanks.'), agent('Anything else?')], 6);
  assert.equal(draft.wants, '');
  assert.equal(draft.lastQuestion, '');
});

test('[T5] the last of several questions counts, in other scripts too', () => {
  assert.equal(draftHandover([customer('Where is it? When will it come?')], 4).lastQuestion, 'When will it come?');
  assert.equal(draftHandover([customer('ありがとう。いつ届きますか？')], 4).lastQuestion, 'いつ届きますか？');
});

test('[T5] a bot and a consultant answer too, and nothing said is an empty draft', () => {
  assert.equal(draftHandover([customer('Hello'), { from: { kind: 'bot' }, text: 'Hi' }], 4).wants, '');
  assert.equal(draftHandover([customer('Hello'), { from: { kind: 'consultant' }, text: 'Hi' }], 4).wants, '');
  assert.deepEqual(new Set(Object.values(draftHandover([], 0))), new Set(['']));
});

test('[T5] whatever was said, each field fits the card and is well-formed', () => {
  const spoken = fc.record({
    from: fc.record({ kind: fc.constantFrom('customer' as const, 'agent' as const) }),
    text: fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constant(`${'a'.repeat(1_999)}😀?`)),
  });
  fc.assert(
    fc.property(fc.array(spoken), fc.integer({ min: 0, max: 7 }), (messages, sentiment) => {
      for (const field of Object.values(draftHandover(messages, sentiment)))
        assert.ok(field.length <= 2_000 && field.isWellFormed());
    }),
  );
});
