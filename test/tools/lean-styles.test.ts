import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onOneLine, withoutUnread } from '../../tools/lean-styles.mjs';

test('a style sheet becomes one line, other texts stay as they are', () => {
  const source = 'const a = css`\n  /* why */\n  .b {\n    color: red;\n  }\n`;\nconst c = `\n  two`;';
  assert.equal(onOneLine(source), 'const a = css` .b{color:red;}`;\nconst c = `\n  two`;');
});

test('a value that nothing reads is left out, and then what only it reads', () => {
  const code =
    'css`:host { --_a: 1px; --_b: var(--_c, 2px); --_c: 3px; --_d: var(--x-d, calc(1px)); } p { inset: var(--_a) var( --_d); }`';
  assert.equal(
    withoutUnread(code),
    'css`:host { --_a: 1px; --_d: var(--x-d, calc(1px)); } p { inset: var(--_a) var( --_d); }`',
  );
});
