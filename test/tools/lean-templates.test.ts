import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lean, withoutUnread, withShortValues } from '../../tools/lean-templates.mjs';

const leanOf = async (source: string) => (await lean(source, 'a.ts'))?.code ?? source;

test('style sheets and templates lose what a browser does not need, and nothing else', async () => {
  assert.equal(
    await leanOf('const a = css`\n  /* why */\n  .b {\n    color: red;\n  }\n`;'),
    'const a = css`.b{color:red}`;',
  );
  assert.equal(await leanOf('const a = `\n  two`;'), 'const a = `\n  two`;');
  assert.equal(
    await leanOf('const a: string = html`<p>\n  <b>one</b>\n  ${two}\n</p>`;'),
    'const a: string = html`<p><b>one</b> ${two}</p>`;',
  );
});

test('the shapes of a drawing stay beside each other', async () => {
  const drawn = 'const a = svg`<circle r="2"/><path d="M1 8"/>`;';
  assert.equal(await leanOf(drawn), drawn);
  assert.match(
    await leanOf('const a = html`<svg><circle r="2"/>  <path d="M1 8"/></svg>`;'),
    /<circle r="2" ?\/> ?<path/u,
  );
});

test('a value that nothing reads is left out, and then what only it reads', () => {
  const code =
    'css`:host { --_a: 1px; --_b: var(--_c, 2px); --_c: 3px; --_d: var(--x-d, calc(1px)); } p { inset: var(--_a) var( --_d); }`';
  assert.equal(
    withoutUnread(code),
    'css`:host { --_a: 1px; --_d: var(--x-d, calc(1px)); } p { inset: var(--_a) var( --_d); }`',
  );
});

test('the last value of a rule needs no semicolon to be left out', () => {
  assert.equal(withoutUnread('css`p{inset:var(--_a)}q{--_a:1px;--_b:2px}`'), 'css`p{inset:var(--_a)}q{--_a:1px;}`');
});

test('private values have short names, each its own, and public ones keep theirs', () => {
  const many = Array.from({ length: 60 }, (_, at) => `--_v-${at}:0;`).join('');
  assert.equal(
    withShortValues('css`p{--_ink-2:var(--floorwalk-ink-2,red);--_ink:0;color:var(--_ink-2)}`'),
    'css`p{--_a:var(--floorwalk-ink-2,red);--_b:0;color:var(--_a)}`',
  );
  assert.equal(new Set(withShortValues(many).match(/--_[a-zA-Z]+/gu)).size, 60);
});
