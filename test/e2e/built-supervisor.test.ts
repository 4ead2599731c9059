import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { en } from '../../widget/strings/en/index.ts';

const configFile = fileURLToPath(new URL('../../widget/vite.config.ts', import.meta.url));

/** What a supervisor's page loads, as `npm run build` makes it: its languages, and everything else as one text. */
async function buildSupervisor() {
  const built = await build({ configFile, mode: 'supervisor', logLevel: 'silent', build: { write: false } });
  const chunks = [built]
    .flat()
    .flatMap((it) => ('output' in it ? it.output : []))
    .flatMap((it) => (it.type === 'chunk' ? [it] : []));
  const isLanguage = ({ name }: { readonly name: string }): boolean => /^(?:ar|de|es|fr|ja)$/u.test(name);
  const textOf = (files: typeof chunks): string => files.map(({ code }) => code).join('\n');
  return {
    languages: chunks.filter((one) => isLanguage(one)),
    code: textOf(chunks.filter((one) => !isLanguage(one))),
    first: chunks.filter((one) => !one.isDynamicEntry),
    later: chunks.filter((one) => one.isDynamicEntry),
  };
}

const supervisor = await buildSupervisor();
const HINT = '//# allFunctionsCalledOnLoad';

const found = (pattern: RegExp, code: string): Set<string | undefined> =>
  new Set([...code.matchAll(pattern)].map(([, key]) => key));

test('a supervisor’s page has every sentence that it says, in every language, and no others', () => {
  const { code, languages } = supervisor;
  const said = found(/[`'"](\$[0-9a-z]+)[`'"]/gu, code);
  assert.ok(said.size > 300, `${said.size} short keys`);
  assert.deepEqual(found(/[{,](\$[0-9a-z]+):/gu, code), said);
  assert.deepEqual(languages.map(({ name }) => name).sort(), ['ar', 'de', 'es', 'fr', 'ja']);
  for (const { code: words, name } of languages) assert.deepEqual(found(/[{,](\$[0-9a-z]+):/gu, words), said, name);
});

test('a supervisor’s page has the floor’s sentences and not those of an agent’s desk', () => {
  const { code } = supervisor;
  assert.ok(code.includes(en.viewNeedsAttention));
  assert.ok(!code.includes(en.signOutNothing));
});

test('what a supervisor’s page loads first is compiled while it arrives, what it may never load is not', () => {
  const { first, later } = supervisor;
  assert.ok(first.length > 0 && later.length > 0);
  for (const { code, fileName } of first) assert.equal(code.split('\n', 1)[0], HINT, fileName);
  for (const { code, fileName } of later) assert.ok(!code.startsWith(HINT), fileName);
});
