import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { everyCard } from '../../support/cards.ts';

const published = readFileSync(new URL('published/adaptive-card.json', import.meta.url), 'utf8');

test('every card is valid against the published schema of Adaptive Cards 1.5', async (t) => {
  const isValid = validator(published);
  for (const [name, card] of Object.entries(everyCard))
    await t.test(name, () => assert.ok(isValid(withoutOmitted(card)), JSON.stringify(isValid.errors?.slice(0, 5))));
});

test('the published schema refuses what is no card of 1.5', () => {
  const isValid = validator(published);
  const [card] = Object.values(everyCard);
  for (const wrong of [
    { type: 'AdaptiveCard', body: [{ type: 'RichTextBlock' }] },
    { ...card, version: 5 },
    { ...card, actions: [{ type: 'Action.OpenUrl', title: 'x' }] },
    { ...card, body: [{ type: 'Input.Text' }] },
    { ...card, body: [{ type: 'Container', items: [], style: 'loud' }] },
  ])
    assert.ok(!isValid(wrong), JSON.stringify(wrong).slice(0, 100));
});

function validator(schema: string) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addMetaSchema(createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json') as object);
  addFormats.default(ajv);
  // Its name for itself is that of an older draft than the one it says it is of.
  const { id: _, ...rest } = JSON.parse(schema) as Readonly<Record<string, unknown>>;
  return ajv.compile(rest);
}

/**
 * Without two things that the published file does not know: `style: filtered` of a list, which is of 1.5 by the source
 * that the file was generated from, and `choices.data`, with which Teams finds agents as one types; whoever does not know
 * it has the choices of the card.
 */
function withoutOmitted(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutOmitted);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key, value]) => !(key === 'style' && value === 'filtered') && key !== 'choices.data')
      .map(([key, value]) => [key, withoutOmitted(value)]),
  );
}
