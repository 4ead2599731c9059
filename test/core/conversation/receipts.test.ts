import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiptOf, type Receipts } from '../../../core/conversation/index.ts';
import { withSeen } from '../../../core/conversation/receipts.ts';

const receipts: Receipts = [
  { id: 'n1', kind: 'agentJoined', at: 1, seenAt: null },
  { id: 'n2', kind: 'consultantJoined', at: 2, seenAt: 3 },
];

test('[N2] a notice is seen once, and no other with it', () => {
  const seen = withSeen(receipts, 'n1', 4);
  assert.deepEqual(
    seen.map(({ seenAt }) => seenAt),
    [4, 3],
  );
  assert.equal(withSeen(seen, 'n1', 5), seen);
  assert.equal(withSeen(receipts, 'n2', 5), receipts);
});

test('[N2] what is no notice to this customer has no receipt, whatever its name', () => {
  assert.equal(receiptOf(receipts, 'n2')?.at, 2);
  for (const id of ['n3', '', 'constructor', 'length']) {
    assert.equal(receiptOf(receipts, id), undefined);
    assert.equal(withSeen(receipts, id, 4), receipts);
  }
});
