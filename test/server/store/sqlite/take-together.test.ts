import assert from 'node:assert/strict';
import { it } from 'node:test';
import { takeTogether } from '../../../../server/store/sqlite/take-together.ts';
import type { WriteOrder } from '../../../../server/store/sqlite/write-task.ts';
import { commitOf } from '../../../contracts/store-fixture.ts';

const group = (commits: number): WriteOrder => ({
  number: 1,
  task: { kind: 'commit', tenant: 'acme', now: 0, commits: Array.from({ length: commits }, () => commitOf('e')) },
});
const ping: WriteOrder = { number: 1, task: { kind: 'ping' } };

it('takes as many together as are not too much, and always one', () => {
  assert.equal(takeTogether([ping, group(16), ping]), 3);
  assert.equal(takeTogether(Array.from({ length: 20 }, () => group(16))), 8);
  assert.equal(takeTogether([group(1_000), ping]), 1);
});
