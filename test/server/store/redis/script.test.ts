import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { script } from '../../../../server/store/redis/script.ts';

const folder = mkdtempSync(join(tmpdir(), 'script-'));
after(() => rmSync(folder, { recursive: true }));
const header = '--[[\n Does it.\n KEYS 1 meta hash\n 2 events stream\n ARGV 1 body JSON\n Returns 1\n]]\nreturn 1';
const lua = (text: string) => {
  const path = join(folder, 'it.lua');
  writeFileSync(path, text);
  return pathToFileURL(path);
};
const names = { keys: ['meta', 'events'], args: ['body'], reply: Number } as const;

it('orders named keys and arguments as the header has them, with what more there is behind', async () => {
  const sent: (readonly string[])[] = [];
  const run = script(lua(header), names);
  const send = async (command: readonly string[]) => sent.push(command);
  await run(send, { events: 'e', meta: 'm' }, { body: 'b' }, { keys: ['k'], args: ['a'] });
  assert.deepEqual(sent[0]?.slice(2), ['3', 'm', 'e', 'k', 'b', 'a']);
});

it('refuses to load when the header and the code name different things', () => {
  assert.throws(() => script(lua(header), { ...names, keys: ['events', 'meta'] }), /header lists KEYS meta,events/);
  assert.throws(() => script(lua(header), { ...names, args: ['text'] }), /header lists ARGV body, the code text/);
  assert.throws(() => script(lua(header.replace('Returns', 'Gives')), names), /does not say what it returns/);
});

it('hands on every error but the one about an unknown script', async () => {
  const run = script(lua(header), names);
  const send = async (): Promise<unknown> => Promise.reject(new Error('OOM command not allowed'));
  await assert.rejects(run(send, { events: 'e', meta: 'm' }, { body: 'b' }), /OOM/);
});
