import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWords } from '../../../core/customer-notices/in-words.ts';

const joined = { kind: 'consultantJoined', params: { person: 'Ines' } } as const;

test('[N1] a notice is worded in a customer’s language, by the tenant where it says something itself', () => {
  assert.deepEqual(inWords(joined, 'de_CH', {}), { words: 'Ines ist zur Beratung dazugekommen.', lang: 'de' });
  assert.deepEqual(inWords(joined, 'pt-BR', { 'pt:consultantJoined': '{person} entrou.' }), {
    words: 'Ines entrou.',
    lang: 'pt-BR',
  });
  assert.equal(inWords(joined, '__proto__', {}).lang, 'en');
  assert.equal(inWords(joined, undefined, {}).lang, 'en');
});
