import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  decide,
  evolveConversation,
  mayHappen,
  offerOf,
  primaryOf,
  situationOf,
  type ConversationCommand,
  type ConversationEvent,
} from '../../../core/conversation/index.ts';
import { isRefusal, MINUTE_MS } from '../../../core/index.ts';
import { story, told, typesOf } from '../../support/story.ts';
import { world } from '../../support/world.ts';

const said = { at: 0, by: 'ines' } as const;

test('[C1] the table lets each event that moves a conversation happen in its situations only', () => {
  const offer = { agent: 'ben', by: null, at: 0, until: 1, handover: null };
  const primary = { kind: 'agent', id: 'ana' } as const;
  const moves: readonly (readonly [ConversationEvent, readonly string[]])[] = [
    [{ ...said, type: 'ConversationOffered', offer }, ['open']],
    [{ ...said, type: 'OfferEnded', agent: 'ben', how: 'expired', declinedUntil: null }, ['offered']],
    [{ ...said, type: 'ConversationEngaged', primary, how: 'accepted' }, ['open', 'offered', 'waiting']],
    [{ ...said, type: 'ConversationRequeued', queue: 'billing' }, ['open']],
    [{ ...said, type: 'ConversationParked', why: 'parked' }, ['engaged']],
    [{ ...said, type: 'CustomerCameBack' }, ['waiting']],
    [{ ...said, type: 'TransferOffered', offer }, ['engaged', 'waiting']],
    [
      { ...said, type: 'ConversationTransferred', from: primary, to: 'ben', stays: true, handover: null },
      ['engaged', 'waiting'],
    ],
    [{ ...said, type: 'ConversationEnded', outcome: 'timer', unitsHeld: false, unitsUntil: null }, ['engaged']],
    [
      { ...said, type: 'ConversationClosed', outcome: 'timer', reason: null },
      ['open', 'offered', 'engaged', 'waiting', 'wrap-up'],
    ],
  ];
  for (const [event, situations] of moves) {
    assert.equal(mayHappen(undefined, event), false);
    for (const id of ['c-open', 'c-offered', 'c-engaged', 'c-waiting', 'c-wrap-up', 'closed']) {
      const on = story(id === 'closed' ? 'c-wrap-up' : id);
      if (id === 'closed') on.does('ben', { type: 'Close' });
      assert.equal(mayHappen(on.c, event), situations.includes(situationOf(on.c)), `${event.type} in ${id}`);
    }
  }
});

test('[C2] accepting a transfer leaves one primary and nothing pending', () => {
  const on = story('c-pending');
  on.does('kofi', { type: 'Accept' });
  assert.equal(primaryOf(on.c)?.id, 'kofi');
  assert.equal(offerOf(on.c), null);
});

test('[C4] a join, a transfer and an assignment to a queue restart the clock, monitoring does not', () => {
  const acts: readonly (readonly [string, ConversationCommand])[] = [
    ['c-wrap-up', { type: 'Join' }],
    ['c-waiting', { type: 'Transfer', agent: 'kofi' }],
    ['c-open', { type: 'AssignToQueue', queue: 'delivery' }],
  ];
  for (const [id, command] of acts) {
    const on = story(id);
    on.now += 1_000;
    on.does('ines', command);
    assert.equal(on.c.quietSince, on.now, command.type);
  }
  const on = story('c-wrap-up');
  const before = on.c.quietSince;
  on.nothing('ines', { type: 'Monitor' });
  assert.equal(on.c.quietSince, before);
});

test('[D1] who rejected or missed an offer is left alone for ten minutes, who lost it by withdrawal is not', () => {
  const rejected = story('c-offered');
  rejected.does('ben', { type: 'Reject' });
  assert.deepEqual(rejected.c.declined, { ben: rejected.now + 10 * MINUTE_MS });
  const missed = story('c-offered');
  missed.now += 2 * MINUTE_MS;
  missed.does('system', { type: 'Tick' });
  assert.deepEqual(missed.c.declined, { ben: missed.now + 10 * MINUTE_MS });
  const withdrawn = story('c-offered');
  withdrawn.does('ines', { type: 'Withdraw' });
  assert.deepEqual(withdrawn.c.declined, {});
});

test('[A3] a queue without an enabled member is refused as a target', () => {
  const at = world();
  at.edit('person', 'ana', { queues: ['billing'] });
  at.edit('person', 'kofi', { queues: ['delivery'], disabled: true });
  story('c-open', at).refused('ines', { type: 'AssignToQueue', queue: 'delivery' }, 'queueWithoutMembers');
});

test('[A4] the excess is max(0, load + units - capacity), and told only where there is one', () => {
  for (const [capacity, excess] of [
    [5, 1],
    [4, 2],
    [6, undefined],
  ] as const) {
    const at = world();
    at.edit('person', 'ben', { capacity });
    const command = { type: 'AssignToAgent', agent: 'ben', override: { reason: 'knows the case' } } as const;
    const ask = { floor: at.floor, actor: at.actor('ines'), now: at.now, newId: () => 'n' };
    const decided = decide('c-open', at.conversation('c-open'), command, ask);
    assert.ok(!isRefusal(decided));
    assert.equal(decided.excess, excess, `capacity ${capacity}`);
  }
});

test('[A1] only an open conversation is assigned', () => {
  for (const id of ['c-offered', 'c-engaged', 'c-waiting', 'c-wrap-up'])
    story(id).refused('ines', { type: 'AssignToAgent', agent: 'kofi', override: { reason: 'x' } }, 'state');
});

test('[C5] nobody is gone from an asynchronous channel', () => {
  story('c-whatsapp').nothing('customer:c-whatsapp', { type: 'CustomerGone' });
});

test('[P2] an internal message changes nothing that is stored of the conversation', () => {
  const { c } = story('c-engaged');
  const message = { id: 'w', at: c.since, from: { kind: 'consultant', id: 'ines', name: 'Ines' }, text: 'x' } as const;
  const event = { type: 'MessageAdded', at: c.since, by: 'ines', plane: 'internal', message } as const;
  assert.equal(evolveConversation(c, event), c);
});

test('[A5] an offer ends exactly after the workstream’s time and returns to its queue', () => {
  const on = story('c-open');
  on.does('ines', { type: 'AssignToAgent', agent: 'ben' });
  on.now += 2 * MINUTE_MS - 1;
  assert.deepEqual(typesOf(on.does('system', { type: 'Tick' })), ['DeadlineMoved']);
  on.now += 1;
  assert.deepEqual(told(on.does('system', { type: 'Tick' })), ['internal offerExpired']);
  assert.equal(on.c.state, 'open');
});

test('[T6] a force close cancels a pending transfer and says so', () => {
  const on = story('c-pending');
  assert.deepEqual(typesOf(on.does('ines', { type: 'ForceClose', reason: 'abuse' })), [
    'TransferEnded',
    'ConversationClosed',
  ]);
});

test('[N1] an accepted transfer sends one notice to the customer and one to the house', () => {
  assert.deepEqual(told(story('c-pending').does('kofi', { type: 'Accept' })), [
    'public transferred',
    'internal transferred',
  ]);
});

test('[N2] the house’s notice names the customer’s of the same event, for its receipt', () => {
  const notices = story('c-engaged')
    .does('ines', { type: 'Join' })
    .flatMap((event) => (event.type === 'NoticeAdded' ? [event] : []));
  const [shown, house] = notices;
  assert.equal(shown?.plane, 'public');
  assert.equal(house?.plane === 'internal' && house.notice.twin, shown?.notice.id);
});

test('[K5] a live chat of a lost agent goes back to the queue even while nothing is pending', () => {
  const on = story('c-engaged');
  on.does('system', { type: 'AgentLost', agent: 'ana', why: 'unreachable' });
  assert.equal(on.c.state, 'open');
  const waiting = story('c-waiting');
  waiting.does('ben', { type: 'Resume' });
  waiting.does('system', { type: 'AgentLost', agent: 'ben', why: 'unreachable' });
  assert.equal(waiting.c.state, 'waiting');
});

test('[T6] on an asynchronous channel too the offer decides when the primary is lost', () => {
  const on = story('c-waiting');
  on.does('ben', { type: 'Resume' });
  on.does('ines', { type: 'Transfer', agent: 'kofi' });
  on.does('system', { type: 'AgentLost', agent: 'ben', why: 'unreachable' });
  assert.equal(situationOf(on.c), 'offered');
});
