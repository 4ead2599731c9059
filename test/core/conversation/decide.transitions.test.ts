import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayHappen, situationOf } from '../../../core/conversation/index.ts';
import { MINUTE_MS } from '../../../core/index.ts';
import { story, typesOf } from '../../support/story.ts';
import { world } from '../../support/world.ts';

test('[C1] what the table does not allow is refused with the state now', () => {
  const on = story('c-engaged');
  on.refused('ines', { type: 'AssignToAgent', agent: 'ben' }, 'state');
  const closed = story('c-wrap-up');
  closed.does('ben', { type: 'Close' });
  closed.refused('ines', { type: 'ForceClose', reason: 'late' }, 'state');
  assert.equal(closed.c.state, 'closed');
});

test('[C1] nothing happens to a closed conversation but notices and scores', () => {
  const on = story('c-wrap-up');
  const events = on.does('ben', { type: 'Close' });
  assert.ok(events.every((event) => event.type === 'ConversationClosed' || !mayHappen(on.c, event)));
});

test('[C1] a live chat is released, an asynchronous conversation parked', () => {
  story('c-engaged').refused('ana', { type: 'Park' }, 'releaseInstead');
  const on = story('c-waiting');
  on.does('ben', { type: 'Resume' });
  on.does('ben', { type: 'Park' });
  assert.equal(on.c.state, 'waiting');
});

test('[C1] force close ends any live state and needs a reason', () => {
  for (const id of ['c-open', 'c-offered', 'c-engaged', 'c-waiting', 'c-wrap-up']) {
    const on = story(id);
    on.refused('ines', { type: 'ForceClose', reason: ' ' }, 'reasonRequired');
    on.does('ines', { type: 'ForceClose', reason: 'abuse' });
    assert.equal(on.c.state, 'closed');
  }
});

test('[C1] a customer back in waiting goes to the same agent if reachable and not offline, else to the queue', () => {
  const kept = story('c-waiting');
  kept.does('customer:c-waiting', { type: 'Say', plane: 'public', id: 'm1', text: 'Hi' });
  assert.equal(situationOf(kept.c), 'engaged');
  const at = world();
  at.edit('agent', 'ben', { connections: {}, unreachableSince: at.now });
  const queued = story('c-waiting', at);
  queued.does('customer:c-waiting', { type: 'Say', plane: 'public', id: 'm1', text: 'Hi' });
  assert.equal(queued.c.state, 'open');
});

test('[C1] a live-chat customer gone longer than the grace ends it', () => {
  const on = story('c-engaged');
  on.does('customer:c-engaged', { type: 'CustomerGone' });
  on.now += 3 * MINUTE_MS - 1;
  assert.deepEqual(typesOf(on.does('system', { type: 'Tick' })), ['DeadlineMoved']);
  on.now += 1;
  on.does('system', { type: 'Tick' });
  assert.equal(on.c.state === 'wrap-up' && on.c.outcome, 'customerGone');
});

test('[C5] only live channels know a customer who is gone', () => {
  story('c-waiting').nothing('customer:c-waiting', { type: 'CustomerGone' });
  assert.deepEqual(typesOf(story('c-open').does('customer:c-open', { type: 'CustomerGone' })), [
    'CustomerDisconnected',
  ]);
});

test('[C6] a bot-held conversation can be monitored, not joined, transferred or noted', () => {
  const on = story('c-bot');
  on.nothing('ines', { type: 'Monitor' });
  on.refused('ines', { type: 'Join' }, 'heldByBot');
  on.refused('ines', { type: 'Transfer', agent: 'ben' }, 'heldByBot');
  assert.equal(on.at.floor.ledger.get('assistant'), undefined);
});

test('[C3] opening fixes units and keeps record, customer and predecessor', () => {
  const on = story('new');
  on.does('integration:crm', {
    type: 'Open',
    workstream: 'whatsapp',
    customer: { name: 'Marta', id: 'm1' },
    context: { type: 'case', id: '7' },
    previous: 'c-old',
  });
  assert.deepEqual(
    [on.c.units, on.c.context, on.c.previous, on.c.queue],
    [1, { type: 'case', id: '7' }, 'c-old', 'delivery'],
  );
  on.refused(
    'integration:crm',
    { type: 'Open', workstream: 'whatsapp', customer: { name: 'Marta' } },
    'identifierReused',
  );
});

test('[C4] the clock restarts with a public message and not with an internal one', () => {
  const on = story('c-engaged');
  on.does('ines', { type: 'Join' });
  const quiet = on.c.quietSince;
  on.now += 1_000;
  on.does('ines', { type: 'Say', plane: 'internal', id: 'w', text: 'note' });
  assert.equal(on.c.quietSince, quiet);
  on.does('ana', { type: 'Say', plane: 'public', id: 'p', text: 'Hello' });
  assert.equal(on.c.quietSince, on.now);
});
