import assert from 'node:assert/strict';
import { test } from 'node:test';
import { story, told } from '../../support/story.ts';
import { receiptOf } from '../../../core/conversation/index.ts';
import { world } from '../../support/world.ts';

test('[N1] a notice switched off for customers of a channel still reaches the agent', () => {
  const at = world();
  at.floor.policy = { ...at.floor.policy, silencedNotices: ['liveChat:consultantJoined'] };
  assert.deepEqual(told(story('c-engaged', at).does('ines', { type: 'Join' })), ['internal consultantJoined']);
});

test('[N2] the first acknowledgement of a notice counts', () => {
  const on = story('c-engaged');
  on.does('ines', { type: 'Join' });
  const notice = on.c.receipts[0]?.id;
  assert.ok(notice);
  on.does('customer:c-engaged', { type: 'SeeNotice', notice });
  const seenAt = receiptOf(on.c.receipts, notice)?.seenAt;
  on.now += 5_000;
  on.nothing('customer:c-engaged', { type: 'SeeNotice', notice });
  assert.equal(receiptOf(on.c.receipts, notice)?.seenAt, seenAt);
  on.nothing('customer:c-engaged', { type: 'SeeNotice', notice: 'constructor' });
});

test('[C7] a disabled agent is lost at once: live chats to the queue, others wait', () => {
  const live = story('c-engaged');
  live.does('system', { type: 'AgentLost', agent: 'ana', why: 'disabled' });
  assert.equal(live.c.state, 'open');
  const on = story('c-waiting');
  on.does('ben', { type: 'Resume' });
  on.does('system', { type: 'AgentLost', agent: 'ben', why: 'disabled' });
  assert.equal(on.c.state, 'waiting');
});

test('[K3] units in wrap-up follow the workstream: always, never, or so long', () => {
  for (const [rule, held, later] of [
    ['always', 2, 2],
    ['never', undefined, undefined],
    [30_000, 2, undefined],
  ] as const) {
    const at = world();
    at.edit('workstream', 'live-chat', { wrapUpUnits: rule });
    const on = story('c-engaged', at);
    on.does('ana', { type: 'End' });
    assert.equal(at.floor.ledger.get('ana')?.get('c-engaged'), held);
    on.now += 30_000;
    on.does('system', { type: 'Tick' });
    assert.equal(at.floor.ledger.get('ana')?.get('c-engaged'), later);
  }
});
