import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  chatClientMessage,
  chatServerMessage,
  clientMessage,
  close,
  command,
  mayReconnect,
  parseJson,
  remedyFor,
  serverMessage,
  topic,
} from '../../../core/protocol/index.ts';
import { isShutOut } from '../../../core/protocol/close.ts';

const page = readFileSync(new URL('../../../core/protocol/PROTOCOL.md', import.meta.url), 'utf8');
const schemas = {
  'staff client': clientMessage,
  'staff server': serverMessage,
  'chat client': chatClientMessage,
  'chat server': chatServerMessage,
} as const;
type Part = keyof typeof schemas;

/** The examples of the page: which part they are of, the heading above them, and one message a line. */
const examples = [...page.matchAll(/^### (\w+)$([^#]*?)^```json (\w+ \w+)\n([^`]+)^```$/gm)].map(
  ([, heading = '', , part = '', body = '']) => ({ heading, part: part as Part, lines: lines(body) }),
);

function lines(body: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const line of body.trim().split('\n')) {
    open += line;
    try {
      JSON.parse(open);
      found.push(open);
      open = '';
    } catch {
      // A message over several lines is not complete yet.
    }
  }
  assert.equal(open, '', `an example is not JSON: ${open}`);
  return found;
}

test('every example of the protocol page is what its schema parses, under its own heading', () => {
  assert.ok(examples.length >= 30);
  for (const { heading, part, lines: messages } of examples)
    for (const message of messages) {
      const parsed = parseJson<(typeof schemas)[Part]>(schemas[part], message);
      assert.ok(parsed.ok, `${part} ${heading}: ${parsed.ok ? '' : parsed.reason}: ${message}`);
      assert.equal(parsed.value.type, heading);
    }
});

test('every message of the schemas has its heading and an example, and there is none besides', () => {
  for (const part of Object.keys(schemas) as Part[]) {
    const named = schemas[part].options.map((option) => option.entries.type.literal).toSorted();
    const shown = examples.filter((example) => example.part === part).map(({ heading }) => heading);
    assert.deepEqual(shown.toSorted(), named, part);
  }
});

test('every command and every topic is shown', () => {
  const all = examples.flatMap((example) => example.lines.map((line) => JSON.parse(line) as Record<string, unknown>));
  const shown = (field: string, key: string): string[] =>
    [
      ...new Set(
        all.flatMap((message) => (message[field] ? [String((message[field] as Record<string, unknown>)[key])] : [])),
      ),
    ].toSorted();
  assert.deepEqual(shown('command', 'type'), command.options.map(({ entries }) => entries.type.literal).toSorted());
  assert.deepEqual(shown('topic', 'kind'), topic.options.map(({ entries }) => entries.kind.literal).toSorted());
});

test('the close codes on the page are those of the table, and say by their range whether to come back', () => {
  const rows = [...page.matchAll(/^\| (\d{4})\s*\| `(\w+)`\s*\| (.+?)\s*\|$/gm)].map(([, code, name, reason]) => [
    name,
    { code: Number(code), reason },
  ]);
  assert.deepEqual(Object.fromEntries(rows), close);
  for (const { code, reason } of Object.values(close)) {
    assert.equal(mayReconnect(code), code < 4500);
    assert.ok(Buffer.byteLength(reason) <= 123);
  }
  assert.ok(mayReconnect(1006));
  assert.deepEqual(
    [close.unauthenticated, close.withdrawn, close.unsupportedVersion].map(({ code }) => remedyFor(code)),
    ['signIn', 'ask', 'reload'],
  );
});

test('[R3] who is shut out is who has no right, and nobody else', () => {
  const shutOut = Object.entries(close).filter(([, { code }]) => isShutOut(code));
  assert.deepEqual(
    shutOut.map(([name]) => name),
    ['unauthenticated', 'withdrawn'],
  );
});
