import assert from 'node:assert/strict';
import { test } from 'node:test';
import { story } from '../../support/story.ts';
import { receiptOf } from '../../../core/conversation/index.ts';
import { world } from '../../support/world.ts';

test('[C2] a primary has a conversation since they became it: parking keeps the time, a transfer and a release do not', () => {
  const on = story('c-waiting');
  const first = on.c.primarySince;
  assert.notEqual(first, null);
  on.now += 60_000;
  on.does('ben', { type: 'Resume' });
  on.now += 60_000;
  on.does('ben', { type: 'Park' });
  assert.equal(on.c.primarySince, first);
  on.does('ines', { type: 'Transfer', agent: 'ana' });
  on.now += 5_000;
  assert.equal(on.c.primarySince, first);
  on.does('ana', { type: 'Accept' });
  assert.equal(on.c.primarySince, on.now);
  on.does('ana', { type: 'Release' });
  assert.equal(on.c.primarySince, null);
});

test('[N2] each consultant carries the notice by which the customer was told of this one', () => {
  const on = story('c-engaged');
  on.does('ines', { type: 'Join' });
  on.does('jonas', { type: 'Join' });
  const [ines, jonas] = on.c.consultants;
  assert.ok(ines?.notice && jonas?.notice && ines.notice !== jonas.notice);
  on.does('customer:c-engaged', { type: 'SeeNotice', notice: ines.notice });
  assert.equal(receiptOf(on.c.receipts, ines.notice)?.seenAt, on.now);
  assert.equal(receiptOf(on.c.receipts, jonas.notice)?.seenAt, null);
});

test('[N2] a consultant of whom the customer was not told carries none, whoever joined before them', () => {
  const at = world();
  const on = story('c-engaged', at);
  on.does('ines', { type: 'Join' });
  at.floor.policy = { ...at.floor.policy, silencedNotices: ['liveChat:consultantJoined'] };
  on.does('jonas', { type: 'Join' });
  assert.deepEqual(
    on.c.consultants.map(({ notice }) => notice !== undefined),
    [true, false],
  );
});
