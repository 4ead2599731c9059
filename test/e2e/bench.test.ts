import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

interface Table {
  readonly machine: Readonly<Record<string, unknown>>;
  readonly rows: readonly {
    readonly name: string;
    readonly value: number | null;
    readonly floor: number | null;
    readonly unit: string;
    readonly pass: boolean | null;
  }[];
  readonly failures: readonly object[];
}

/** What the table has to say; a short pass says it of smaller floors. */
const rows: readonly RegExp[] = [
  /^events lost or doubled on the way to \d+ subscribers$/u,
  /^one event to \d+ subscribers, of raw net$/u,
  /^one event to \d+ subscribers, of socket\.io$/u,
  /^ten events a turn to \d+ subscribers, of socket\.io$/u,
  /^ten events a turn to \d+ subscribers, of our one a turn$/u,
  /^across servers, .*CPU a delivery, of socket\.io with Redis$/u,
  /^across servers, .*p99, of socket\.io with Redis$/u,
  /^commits, 64 in flight, .*of one script a call by raw RESP$/u,
  /^commits, 64 in flight, .*of WATCH\/MULTI$/u,
  /^commits, 64 in flight, .*round trips a command$/u,
  /^commits, 64 in flight, .*conflicts$/u,
  /^commits, appendfsync always, of everysec$/u,
  /^SQLite with fsync .*loop blocked at p99$/u,
  /^a command by HTTP, of bare node:http/u,
  /^a command by HTTP, of one that remembers tokens as well$/u,
  /^\d+ sockets reconnecting with a small gap, of the handshake only$/u,
  /^\d+ sockets reconnecting with a small gap, of socket\.io$/u,
  /^an event at .* live conversations, of/u,
  /^resident memory an idle connection at .*with its session$/u,
  /^first rows of 100 painted, of a vanilla window$/u,
  /^first rows of 1,000 painted, of a vanilla window$/u,
  /^first rows of 1,000 painted, processor time of the page$/u,
  /^first rows of 1,000 painted, of 100$/u,
  /^\d+ changes a second, main thread, of a vanilla window$/u,
  /^\d+ changes a second, tasks longer than 50 ms$/u,
  /^gzip, a supervisor’s page, every panel opened$/u,
  /^gzip, the customer’s chat$/u,
  /^memory a live conversation in a server$/u,
  /^Redis a conversation of 20 messages$/u,
];

test('a short pass of the bench measures every row of the table, and every subscriber gets every event once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  try {
    const file = join(folder, 'table.json');
    const program = fileURLToPath(new URL('../../bench/main.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [program, '--short', '--json', file]);
    const table = JSON.parse(await readFile(file, 'utf8')) as Table;
    assert.deepEqual(table.failures, [], stdout);
    for (const wanted of rows) {
      const found = table.rows.filter(({ name }) => wanted.test(name));
      assert.equal(found.length, 1, `${wanted}: ${stdout}`);
      assert.equal(typeof found[0]?.value, 'number', stdout);
    }
    const audit = table.rows.find(({ name }) => name.startsWith('events lost or doubled'));
    assert.deepEqual([audit?.value, audit?.pass], [0, true]);
    assert.deepEqual(Object.keys(table.machine).sort(), ['cores', 'load', 'memory', 'node', 'processor', 'wait']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
