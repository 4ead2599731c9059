import { expect } from '@open-wc/testing';
import { countIn } from '../../../widget/strings/count.ts';

type Say = (params: object, count: unknown) => string;
type Sentences = Readonly<Record<string, unknown>>;

const FIRST = 501;
/** Numbers that languages have forms of their own for. */
const NUMBERS = [0, 1, 2, 3, 11, 100, 1_000_000];

/** Says a sentence with parameters that are told apart by their values, and tells which it asked for. */
function said(entry: unknown, count: unknown, valueOf: (at: number) => number): { text: string; asked: string[] } {
  if (typeof entry !== 'function') return { text: String(entry), asked: [] };
  const asked: string[] = [];
  const ask = (_: object, name: string | symbol): unknown => {
    if (typeof name !== 'string') return undefined;
    if (name === 'what') return 'monitor';
    if (!asked.includes(name)) asked.push(name);
    asked.sort();
    let sum = 0;
    for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 400;
    // Which English puts into lower case.
    return name === 'section' ? String(valueOf(sum)) : valueOf(sum);
  };
  return { text: (entry as Say)(new Proxy({}, { get: ask }), count), asked };
}

/** Fails where a table does not say what the English one says: keys, parameters and numbers, in words of its own. */
export function expectSameSentences(language: string, table: Sentences, english: Sentences): void {
  const count = countIn(language);
  expect(Object.keys(table).toSorted()).to.deep.equal(Object.keys(english).toSorted());
  for (const [key, inEnglish] of Object.entries(english)) {
    const there = said(table[key], count, (at) => FIRST + at);
    const here = said(inEnglish, undefined, (at) => FIRST + at);
    expect(there.text.trim(), `${language} ${key}`).not.to.match(/^$|[!！]|undefined|NaN|\[object|#/u);
    expect(there.asked, `${language} ${key}`).to.deep.equal(here.asked);
    for (const [number] of here.text.matchAll(/\d+/gu)) expect(there.text, `${language} ${key}`).to.include(number);
    // Words with a space between them are the same in two languages by neglect only; people's names are.
    if (/[a-z] [a-z]/u.test(here.text)) expect(there.text, `${language} ${key}`).not.to.equal(here.text);
    for (const number of NUMBERS)
      expect(said(table[key], count, () => number).text, `${language} ${key}`).not.to.match(/^$|undefined|NaN|#/u);
  }
}
