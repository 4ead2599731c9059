import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Commit, Store } from '../../server/store/store.ts';

export const KILLED_TENANT = 'acme';

/** The nth commit of `committing-child.ts`: it writes everywhere, so that anything missing shows. */
export function killedCommit(epoch: string, n: number): Commit {
  const id = `c${n}`;
  const body = JSON.stringify({ n, text: 'x'.repeat(200) });
  return {
    commandId: `k${n}`,
    epoch,
    expect: [{ family: 'conversation', id, version: 0, state: body, dueAt: n }],
    ledger: [{ agent: 'ann', entry: id, units: 1 }],
    append: [{ conversation: id, plane: 'public', body }],
    floor: body,
    audit: [body],
    answer: body,
  };
}

/** Runs the child until it has printed `count` offsets, then calls `kill`; answers the highest offset it printed. */
export async function acknowledgedBefore(
  args: readonly string[],
  count: number,
  kill: (child: { kill(signal: 'SIGKILL'): boolean }) => Promise<unknown> | boolean,
): Promise<number> {
  const program = new URL('./committing-child.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  let printed = '';
  const enough = Promise.withResolvers<void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (printed.split('\n').length > count) enough.resolve();
  });
  try {
    await Promise.race([enough.promise, closed.then(() => assert.fail('the child ended by itself'))]);
    await kill(child);
  } finally {
    child.kill('SIGKILL');
    await closed;
  }
  // The last line may have been cut in the middle.
  const offsets = printed.slice(0, printed.lastIndexOf('\n')).split('\n').map(Number);
  return Math.max(...offsets);
}

/** Everything up to `offset` is there in every place, and what lies beyond is whole too. */
export async function assertAllThere(store: Store, offset: number): Promise<void> {
  const { position, aggregates, ledger } = await store.snapshot(KILLED_TENANT);
  assert.ok(position.offset >= offset, `${offset} was acknowledged, ${position.offset} is stored`);
  const count = position.offset;
  assert.equal(aggregates.length, count);
  assert.equal(ledger.length, count);
  assert.equal((await store.readAudit(KILLED_TENANT, 0, count + 9)).length, count);
  assert.equal((await store.due(Infinity, count + 9)).due.length, count);
  const floor = await store.readFloor(KILLED_TENANT, { ...position, offset: 0 }, count + 9);
  assert.ok(!floor.stale);
  for (const { offset: n, commandId, body } of floor.entries) {
    const expected = killedCommit(position.epoch, n);
    assert.deepEqual([commandId, body], [expected.commandId, expected.floor]);
    assert.equal((await store.readPlane(KILLED_TENANT, `c${n}`, 'public', 0, 9)).length, 1);
  }
  const last = killedCommit(position.epoch, count);
  const [repeat] = await store.commit(KILLED_TENANT, [last]);
  assert.deepEqual(repeat, { outcome: 'repeated', answer: last.answer });
}
