import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '@floorwalk/core/protocol';
import { isRtl } from '../../../bot/cards/elements.ts';
import { cardMessage } from '../../../bot/transport/activity.ts';
import { outgoingSchema } from '../../support/card-schema.ts';
import { everyCard } from '../../support/cards.ts';

for (const [name, card] of Object.entries(everyCard))
  test(`the card “${name}” is made of nothing but what Adaptive Cards 1.5 knows and reads no markup, and is small enough`, () => {
    const parsed = parse(outgoingSchema, cardMessage(card));
    assert.ok(parsed.ok, parsed.ok ? '' : parsed.reason);
    // Teams counts UTF-16 and takes about 100 kB.
    assert.ok(JSON.stringify(card).length * 2 < 80_000, `${JSON.stringify(card).length * 2} bytes`);
  });

test('cards turn for languages that are written from right to left', () => {
  assert.deepEqual(['ar', 'he-IL', 'fa', 'ur-PK', 'en', 'de-DE', undefined].map(isRtl), [
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  assert.equal(everyCard['floor, right to left']?.['rtl'], true);
});

test('no card mentions anybody, links anywhere or hides a direction', () => {
  // What a supervisor typed stays in its field as they typed it, and what a button carries is not shown.
  const all = JSON.stringify(everyCard, (key, value: unknown) =>
    key === 'value' || key === 'data' ? undefined : value,
  );
  assert.doesNotMatch(all, /<\/?at\b/u);
  assert.doesNotMatch(all, /:\/\/evil/u);
  assert.doesNotMatch(all, /www\.evil/u);
  assert.doesNotMatch(all, /\u202e/u);
  assert.doesNotMatch(all, /\]\(/u);
});
