import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  defaultPolicy,
  isSilenceable,
  saveRefusal,
  wordingKey,
  wordsForCustomers,
  wrongPlaceholder,
} from '../../../core/directory/index.ts';
import { world } from '../../support/world.ts';

test('[N1] a wording names a language, the customer and a notice that customers read', () => {
  assert.deepEqual(wordingKey('pt-BR:customer:consent'), { locale: 'pt-BR', kind: 'consent' });
  for (const key of [
    'customer:consent',
    'de:agent:consent',
    'de:customer:offered',
    'x:customer:consent',
    'de:customer:consent:x',
  ])
    assert.equal(wordingKey(key), null, key);
});

test('[N1] only what a notice has can stand in braces', () => {
  assert.equal(wrongPlaceholder('agentJoined', '{agent} is here'), null);
  assert.equal(wrongPlaceholder('agentJoined', '{person} is here'), '{person}');
  assert.equal(wrongPlaceholder('consent', 'a { alone'), '{');
});

test('[N1] a policy with words that nothing answers to is refused, with the field and what to do', () => {
  const { floor } = world();
  const refused = (change: object) => saveRefusal(floor, { kind: 'policy', value: { ...defaultPolicy, ...change } });
  const wrong = refused({ wording: { 'de:customer:agentJoined': '{wer} ist da' } });
  assert.equal(wrong?.field, 'wording.de:customer:agentJoined');
  assert.match(String(wrong?.detail), /\{wer\}.*\{agent\}/u);
  assert.equal(refused({ wording: { 'de:customer:consent': ' ' } })?.refusal, 'malformed');
  assert.equal(refused({ silencedNotices: ['liveChat:offered'] })?.field, 'silencedNotices');
  assert.equal(refused({ silencedNotices: ['liveChat:agentLeft'], wording: { 'de:customer:consent': 'Ja' } }), null);
  assert.ok(isSilenceable('sms:consultantJoined') && !isSilenceable('pigeon:consent'));
});

test('[N1] customers’ pages get the words for customers by language and notice, and nothing else', () => {
  const wording = { 'de:customer:consent': 'Ja', 'de:agent:consent': 'innen', nonsense: 'x' };
  assert.deepEqual(wordsForCustomers(wording), { 'de:consent': 'Ja' });
});
