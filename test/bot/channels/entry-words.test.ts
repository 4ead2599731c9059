import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChatEntry } from '@floorwalk/core/protocol';
import { entryWords } from '../../../bot/channels/entry-words.ts';

const notice = (kind: Extract<ChatEntry, { type: 'notice' }>['kind'], params = {}): ChatEntry => ({
  type: 'notice',
  offset: 1,
  id: 'n1',
  at: 1,
  kind,
  params,
});

test('[N1] a notice is in the words of the house where it has any for the language, else in those of the bot', () => {
  const own = {
    'de:agentJoined': '{agent} vom Team {team} ist für Sie da.',
    'de-AT:queuePosition': 'Platz {place}, bitte um Geduld.',
    'en:consent': 'We listen.',
  };
  const joined = notice('agentJoined', { agent: 'Ana <at>' });
  assert.equal(entryWords(joined, 'de-CH', own), 'Ana <at> vom Team  ist für Sie da.');
  assert.equal(entryWords(joined, 'fr', own), 'Ana <at> vous répond.');
  assert.equal(entryWords(notice('queuePosition', { before: 2 }), 'de-AT', own), 'Platz 3, bitte um Geduld.');
  assert.equal(entryWords(notice('queuePosition', { before: 2 }), 'de-DE', own), 'Sie sind an Position 3.');
  assert.equal(entryWords(notice('consent'), null, own), 'We listen.');
});

test('what people of the house say carries their name, what a bot says does not', () => {
  const said = (kind: 'agent' | 'bot', name: string): ChatEntry => ({
    type: 'message',
    offset: 1,
    id: 'm1',
    at: 1,
    from: { kind, name },
    text: 'Hello.',
  });
  assert.equal(entryWords(said('agent', 'Ana'), null), 'Ana: Hello.');
  assert.equal(entryWords(said('bot', 'Robo'), null), 'Hello.');
});
