import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutUnread } from '../../tools/lean-templates.mjs';

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
