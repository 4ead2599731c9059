import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const configFile = fileURLToPath(new URL('../../widget/vite.config.ts', import.meta.url));

/** What a customer's page loads, as `npm run build` makes it: the chat, and the languages that it may ask for. */
async function builtChat() {
  const built = await build({ configFile, mode: 'chat', logLevel: 'silent', build: { write: false } });
  const chunks = [built]
    .flat()
    .flatMap((it) => ('output' in it ? it.output : []))
    .flatMap((it) => (it.type === 'chunk' ? [it] : []));
  const entry = chunks.find(({ fileName }) => fileName === 'chat.js');
  assert.ok(entry);
  return {
    entry,
    languages: chunks.filter((chunk) => chunk !== entry),
    code: chunks.map(({ code }) => code).join('\n'),
  };
}

/** Words of what goes on behind the desk; none of them has a meaning in a customer's page. */
const house =
  /internal|whisper|consultee|supervisor|offeree|wrap-?up|handRaised|handClaimed|transferOffered|offerExpired|override|watcher|roster|ledger/giu;

test('[P1] what a customer’s page loads has no word of the internal plane or of supervision', async () => {
  const { code } = await builtChat();
  const found = [...code.matchAll(house)].map(({ index }) => code.slice(Math.max(0, index - 40), index + 40));
  assert.deepEqual(found, []);
});

test('a customer’s page loads one file, small enough for a phone, and at most one more for its language', async () => {
  const { entry, languages } = await builtChat();
  assert.deepEqual(entry.imports, []);
  const { length } = gzipSync(entry.code, { level: 9 });
  assert.ok(length <= 17_500, `${length} bytes, gzipped`);
  assert.match(entry.code, /floorwalk-chat/u);
  assert.deepEqual(languages.map(({ name }) => name).sort(), ['ar', 'de', 'es', 'fr', 'ja']);
  for (const { name, code, imports } of languages) {
    assert.deepEqual(imports, [], name);
    assert.ok(gzipSync(code, { level: 9 }).length <= 4_000, name);
  }
});
