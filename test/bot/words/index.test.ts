import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTyped, readText } from '../../../bot/commands/read-text.ts';
import { tables, wordsOf } from '../../../bot/words/index.ts';
import { languageOf, languages } from '../../../bot/words/language.ts';
import { customerWords } from '../../../bot/words/customer/index.ts';

/** Every text of a table, with the way to it; what takes something is given it. */
function textsOf(part: unknown, at = ''): readonly (readonly [string, string])[] {
  if (typeof part === 'string') return [[at, part]];
  if (typeof part === 'function')
    return [[at, String((part as (...given: unknown[]) => string)(...[1, 2, 3, 4].slice(0, part.length)))]];
  return Object.entries(part as object).flatMap(([name, more]) => textsOf(more, `${at}.${name}`));
}

test('every language has every sentence, as long a list, and nothing left in English', () => {
  const english = new Map(textsOf(tables.en));
  for (const language of languages) {
    const texts = textsOf(tables[language]);
    const ways = texts.map(([way]) => way).filter((way) => !way.startsWith('.typed'));
    assert.deepEqual(
      ways,
      [...english.keys()].filter((way) => !way.startsWith('.typed')),
      language,
    );
    for (const [way, text] of texts) {
      assert.ok(text.trim() !== '', `${language}${way}`);
      if (language === 'ja' || language === 'ar') assert.match(text, /[\p{L}\p{N}]/u, `${language}${way}`);
    }
    if (language === 'en') continue;
    const same = texts.filter(([way, text]) => text.length > 14 && english.get(way) === text).map(([way]) => way);
    assert.deepEqual(same, [], language);
  }
});

test('commands are understood in the language and in English, and no word means two of them', () => {
  for (const language of languages) {
    const { typed, help } = tables[language];
    const commands = Object.keys(typed).filter((name) => !['on', 'off', 'here', 'personal', 'quiet'].includes(name));
    const seen = commands.flatMap((name) => [...new Set([name, ...typed[name as keyof typeof typed]])]);
    assert.equal(new Set(seen).size, seen.length, `${language}: ${seen.join(' ')}`);
    // What the help says can be typed.
    for (const [example] of help) {
      const [word = ''] = example.split(' ');
      assert.ok(
        commands.some((name) => isTyped(name as keyof typeof typed, word, typed)),
        `${language}: ${example}`,
      );
    }
  }
  const record = { list: ['c-1', 'c-2'], watching: null };
  assert.deepEqual(readText('Beobachten 2', record, tables.de.typed), { do: 'watch', conversation: 'c-2' });
  assert.deepEqual(readText('watch 2', record, tables.de.typed), { do: 'watch', conversation: 'c-2' });
  assert.deepEqual(readText('フロア 返金', record, tables.ja.typed), { do: 'floor', words: '返金', first: 0 });
  assert.deepEqual(readText('راقب 1', record, tables.ar.typed), { do: 'watch', conversation: 'c-1' });
  assert.deepEqual(readText('beobachten 2', record, tables.fr.typed), { unclear: 'notUnderstood' });
});

test('a locale has its language, and English where it has none of these', () => {
  assert.deepEqual(['de-CH', 'FR_ca', 'es', 'ja-JP', 'ar-EG', 'en-GB', 'nl', '', null, undefined].map(languageOf), [
    'de',
    'fr',
    'es',
    'ja',
    'ar',
    'en',
    'en',
    'en',
    'en',
    'en',
  ]);
  assert.equal(wordsOf('de-AT'), tables.de);
  assert.equal(customerWords('ja').notices.agentJoined({ agent: 'Ana' }), 'Anaが対応いたします。');
  assert.equal(customerWords(undefined).notices.agentJoined({}), 'An agent answers you now.');
});
