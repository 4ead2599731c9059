import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAst } from 'vite';
import { shortKeys, textsOf, withoutUnsaid, withShortKeys } from '../../tools/lean-words.mjs';

const keys = ['signIn', 'signOut', 'takeOver', 'handRaised', 'raise'];
const own = ["t('signIn'); const takeOver = t('takeOver'); t('raise');"];
const short = shortKeys(keys, own, ["type: 'handRaised'"]);

test('a key is shortened if it is written as nothing but a key, and names nothing on the wire', () => {
  assert.deepEqual([...short.keys()], ['signIn', 'signOut']);
  assert.equal(new Set(short.values()).size, short.size);
  for (const one of short.values()) assert.match(one, /^\$[0-9a-z]+$/u);
});

test('a key has the same short name where it is defined and where it is asked for', () => {
  const table = 'const en = { signIn: "Sign in", of: ({ signIn }) => signIn.signIn, raise: "signOut" };';
  assert.equal(
    withShortKeys(parseAst(table), table, short, true),
    'const en = { $0: "Sign in", of: ({ signIn }) => signIn.signIn, raise: "signOut" };',
  );
  const asked = 'say(isHere ? "signOut" : `signIn`); const word = `signIn ${now}`; now.signIn({ signIn: 1 });';
  assert.equal(
    withShortKeys(parseAst(asked), asked, short, false),
    "say(isHere ? '$1' : '$0'); const word = `signIn ${now}`; now.signIn({ signIn: 1 });",
  );
});

test('what nobody says is left out, wherever it stands', () => {
  const code = "const a = { $0: 'one', b: 'two', $1: ({ c }) => `${c},`, $2 : 'three' }; const d = { $1: 'vier' };";
  assert.deepEqual(textsOf(parseAst("say('$2', `$0`, `$1 ${a}`)")), ['$2', '$0']);
  assert.equal(
    withoutUnsaid(parseAst(code), code, new Set(['$0'])),
    "const a = { $0: 'one', b: 'two',   }; const d = {  };",
  );
});
