import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { draftHandover, type Spoken } from '../../../core/conversation/handover.ts';
import type { Handover } from '../../../core/conversation/index.ts';

const customer = (text: string): Spoken => ({ from: { kind: 'customer' }, text });
const agent = (text: string): Spoken => ({ from: { kind: 'agent' }, text });
/** The fields that are filled. */
const filled = (...messages: readonly Spoken[]): Partial<Handover> =>
  Object.fromEntries(Object.entries(draftHandover(messages, 0)).filter(([, words]) => words !== ''));

test('[T5] a whole conversation gives a whole card, every field in the words of who said it', () => {
  const draft = draftHandover(
    [
      customer('Hello. My deposit was taken twice for the cabin in Oslo.'),
      customer("I've already called the bank. They say it is with you. I want one of the two back."),
      agent('Good morning Marta. I am sorry about this. Let me check.'),
      agent('I have checked the booking and I have cancelled the second payment.'),
      customer('Thanks. When will I see the money? And does the booking stand?'),
      agent("We'll refund the deposit to your card. It takes until Friday."),
    ],
    3,
  );
  assert.deepEqual(draft, {
    reason: '',
    wants: 'I want one of the two back.',
    tried: "I've already called the bank.\nI have checked the booking and I have cancelled the second payment.",
    promised: "We'll refund the deposit to your card.",
    promisedBy: 'until Friday',
    lastQuestion: '',
    sentiment: '3',
  });
});

test('[T5] nothing is invented: what nobody said stays empty', () => {
  assert.deepEqual(filled(), {});
  assert.deepEqual(filled(customer('Hello'), agent('Good morning, how are you?')), {});
  assert.deepEqual(filled(customer('Thanks.'), agent('Anything else?')), {});
  assert.deepEqual(filled(customer('The lamp flickers.')), { wants: 'The lamp flickers.' });
});

test('[T5] what the customer wants is their last wish, not an order number that came after it', () => {
  const { wants } = filled(customer('I need a new invoice.'), agent('Which order is it?'), customer('AB-7741'));
  assert.equal(wants, 'I need a new invoice.');
  assert.equal(filled(customer('Could you move my visit to Monday?')).wants, 'Could you move my visit to Monday?');
  assert.equal(filled(customer('It stopped again.'), agent('One moment.')).wants, 'It stopped again.');
});

test('[T5] a question is open until the house says something to the matter', () => {
  const asked = customer('Where is it? When will it come?');
  assert.equal(filled(asked).lastQuestion, 'When will it come?');
  for (const holding of ['One moment please.', 'Let me check.', 'What is the number?', 'I will find out.', 'Hello Jo'])
    assert.equal(filled(asked, agent(holding)).lastQuestion, 'When will it come?', holding);
  assert.equal(filled(asked, agent('It left the depot this morning.')).lastQuestion, undefined);
  assert.equal(filled(customer('ありがとう。いつ届きますか？')).lastQuestion, 'いつ届きますか？');
  assert.equal(
    filled(agent('Which colour?')).lastQuestion,
    undefined,
    'the house’s own question is not the customer’s',
  );
});

test('[T5] a promise is what the house will do, and when, if it said so', () => {
  for (const [text, promised, promisedBy] of [
    ["I'll call you back tomorrow morning.", "I'll call you back tomorrow morning.", 'tomorrow morning'],
    ['You will receive the part within 3 working days.', undefined, 'within 3 working days'],
    ['We are going to send a technician by 4 pm.', undefined, 'by 4 pm'],
    ['I will pass this on to my colleagues.', undefined, undefined],
    ['Noted. I’ll write to you. By Thursday at the latest.', 'I’ll write to you.', 'By Thursday'],
  ] as const) {
    const card = filled(customer('Please help'), agent(text));
    assert.deepEqual([card.promised, card.promisedBy], [promised ?? text, promisedBy]);
  }
});

test('[T5] what hangs on something, is denied, asked or only polite is no promise', () => {
  for (const text of [
    'If you send me the form I will refund it.',
    'Please send us a picture and we will take a look.',
    'I cannot promise that it will arrive today.',
    'We will be happy to help.',
    "We'll be here all day.",
    'Will you be at home tomorrow?',
  ])
    assert.equal(filled(customer('Please help'), agent(text)).promised, undefined, text);
  assert.equal(filled(customer('I will wait until Friday.')).promised, undefined, 'the customer promises nothing');
});

test('[T5] the last promise counts', () => {
  const card = filled(agent("I'll call you today."), customer('Ok'), agent("I'll call you on Monday."));
  assert.deepEqual([card.promised, card.promisedBy], ["I'll call you on Monday.", 'on Monday']);
});

test('[T5] what was tried is what was done, by either side, and not what was asked or advised', () => {
  const { tried } = filled(
    customer('I have restarted the router twice.'),
    agent('Have you already tried another cable? You can reset it with a pin.'),
    customer("We've changed the cable."),
    customer("We've changed the cable."),
  );
  assert.equal(tried, "I have restarted the router twice.\nWe've changed the cable.");
  assert.equal(filled(agent('If you have tried that, call us.')).tried, undefined);
});

for (const [language, wants, tried, promised, promisedBy] of [
  [
    'German',
    'Ich möchte mein Geld zurück.',
    'Ich habe es schon zweimal versucht.',
    'Ich melde mich bis Freitag bei Ihnen.',
    'bis Freitag',
  ],
  [
    'French',
    'Je voudrais changer la date.',
    "J'ai déjà redémarré la box.",
    'Nous vous rappelons demain matin.',
    'demain matin',
  ],
  [
    'Spanish',
    'Necesito una factura nueva.',
    'Ya he reiniciado el aparato.',
    'Le enviaré la factura en dos días.',
    'en dos días',
  ],
] as const)
  test(`[T5] the rules read ${language}`, () => {
    const card = filled(customer(`${wants} ${tried}`), agent(promised));
    assert.deepEqual(card, { wants, tried, promised, promisedBy });
  });

test('[T5] a bot and a consultant answer too', () => {
  for (const kind of ['bot', 'consultant'] as const) {
    const said = { from: { kind }, text: 'It is on its way to you now.' };
    assert.equal(filled(customer('Where is it?'), said).lastQuestion, undefined);
  }
});

test('[T5] whatever was said, each field fits the card, is well-formed and was said', () => {
  const spoken = fc.record({
    from: fc.record({ kind: fc.constantFrom('customer' as const, 'agent' as const) }),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('I want it.', "I'll do it today.", 'We have tried it.', 'When?', `${'a'.repeat(1_999)}😀?`),
    ),
  });
  fc.assert(
    fc.property(fc.array(spoken), fc.integer({ min: 0, max: 7 }), (messages, sentiment) => {
      const { sentiment: mood, ...fields } = draftHandover(messages, sentiment);
      assert.equal(mood, sentiment === 0 ? '' : String(sentiment));
      const all = messages.map(({ text }) => text.toWellFormed().replaceAll(/\s+/gu, ' ')).join(' ');
      for (const field of Object.values(fields)) {
        assert.ok(field.length <= 2_000 && field.isWellFormed());
        for (const line of field.split('\n')) assert.ok(all.includes(line.slice(0, 1_990)), line);
      }
    }),
  );
});
