import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mayHappen, primaryOf, situationOf } from '../../../core/conversation/index.ts';
import { MINUTE_MS } from '../../../core/index.ts';
import { story, told, typesOf } from '../../support/story.ts';
import { world } from '../../support/world.ts';

const handover = {
  reason: 'r',
  wants: 'w',
  tried: 't',
  promised: 'p',
  promisedBy: '',
  lastQuestion: 'q',
  sentiment: '',
};

describe('transitions', () => {
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
});

describe('planes', () => {
  test('[P1] only participants write, the customer and bots never internally', () => {
    const on = story('c-engaged');
    on.refused('ines', { type: 'Say', plane: 'internal', id: 'a', text: 'x' }, 'notParticipant');
    on.refused('customer:c-engaged', { type: 'Say', plane: 'internal', id: 'b', text: 'x' }, 'role');
    story('c-pending').refused('kofi', { type: 'Say', plane: 'internal', id: 'c', text: 'x' }, 'notParticipant');
  });
  test('[P1] from wrap-up on the public plane is closed to everybody', () => {
    const on = story('c-wrap-up');
    on.refused('ben', { type: 'Say', plane: 'public', id: 'a', text: 'x' }, 'planeClosed');
    on.does('ben', { type: 'Say', plane: 'internal', id: 'b', text: 'x' });
  });
  test('[P2] internal messages leave the conversation exactly as it was', () => {
    const on = story('c-engaged');
    on.does('ines', { type: 'Join' });
    const before = { ...on.c, version: 0 };
    on.does('ines', { type: 'Say', plane: 'internal', id: 'w', text: 'note' });
    assert.deepEqual({ ...on.c, version: 0 }, before);
  });
  test('[P4] a text beyond the limit is refused whole', () => {
    story('c-engaged').refused('ana', { type: 'Say', plane: 'public', id: 'a', text: 'x'.repeat(8_001) }, 'tooLarge');
  });
});

describe('monitor and join', () => {
  test('[M1] monitoring has its guards in order', () => {
    story('c-engaged').nothing('ines', { type: 'Monitor' });
    story('c-engaged').refused('ana', { type: 'Monitor' }, 'role');
    story('c-engaged').refused('ada', { type: 'Monitor' }, 'role');
    story('c-pending').refused('jonas', { type: 'Monitor' }, 'outOfScope');
    story('c-open').refused('ines', { type: 'Monitor' }, 'state');
    const off = world();
    off.floor.policy = { ...off.floor.policy, switches: { ...off.floor.policy.switches, monitor: false } };
    story('c-engaged', off).refused('ines', { type: 'Monitor' }, 'switchedOff');
  });
  test('[M2] who only monitors writes nothing and says nothing', () => {
    const on = story('c-engaged');
    const before = on.c;
    on.nothing('ines', { type: 'Monitor' });
    on.refused('ines', { type: 'Say', plane: 'public', id: 'a', text: 'x' }, 'notParticipant');
    assert.equal(on.c, before);
  });
  test('[M4] a join tells agent and customer, in wrap-up only the house', () => {
    const events = story('c-engaged').does('ines', { type: 'Join' });
    assert.deepEqual(told(events), ['public consultantJoined', 'internal consultantJoined']);
    assert.deepEqual(told(story('c-wrap-up').does('ines', { type: 'Join' })), ['internal consultantJoined']);
  });
  test('[M5] joining twice is one participant, and leaving ends nothing', () => {
    const on = story('c-engaged');
    on.does('ines', { type: 'Join' });
    on.nothing('ines', { type: 'Join' });
    on.does('ines', { type: 'Leave' });
    assert.equal(situationOf(on.c), 'engaged');
    on.nothing('ines', { type: 'Leave' });
  });
  test('[N3] with consent accepted monitoring waits for the customer', () => {
    const at = world();
    at.floor.policy = { ...at.floor.policy, consent: 'accepted' };
    at.edit('conversation', 'c-engaged', { consentAt: null });
    const on = story('c-engaged', at);
    on.refused('ines', { type: 'Monitor' }, 'consentMissing');
    on.does('customer:c-engaged', { type: 'GiveConsent' });
    on.nothing('ines', { type: 'Monitor' });
  });
});

describe('assign', () => {
  test('[A1] assigning needs an open conversation, the switch, the scope and the role', () => {
    story('c-open').does('jonas', { type: 'AssignToAgent', agent: 'ben' });
    story('c-whatsapp').refused('jonas', { type: 'AssignToAgent', agent: 'ben' }, 'outOfScope');
    story('c-open').refused('ana', { type: 'AssignToAgent', agent: 'ben' }, 'role');
  });
  test('[A3] a queue must be another of the same kind with an enabled member', () => {
    const on = story('c-open');
    on.refused('ines', { type: 'AssignToQueue', queue: 'billing' }, 'sameTarget');
    on.refused('ines', { type: 'AssignToQueue', queue: 'phones' }, 'queueKind');
    on.refused('ines', { type: 'AssignToQueue', queue: 'nowhere' }, 'unknownQueue');
    on.does('ines', { type: 'AssignToQueue', queue: 'delivery' });
    assert.equal(on.c.queue, 'delivery');
  });
  test('[A4] capacity is exceeded only with a reason, and the excess is told', () => {
    const at = world();
    at.edit('person', 'ben', { capacity: 5 });
    const on = story('c-open', at);
    on.refused('ines', { type: 'AssignToAgent', agent: 'ben' }, 'overCapacity');
    on.does('ines', { type: 'AssignToAgent', agent: 'ben', override: { reason: 'knows the case' } });
    on.refused('ines', { type: 'AssignToAgent', agent: 'lena', override: { reason: 'x' } }, 'state');
    story('c-open').refused(
      'ines',
      { type: 'AssignToAgent', agent: 'lena', override: { reason: 'x' } },
      'agentUnreachable',
    );
    story('c-open').refused(
      'ines',
      { type: 'AssignToAgent', agent: 'assistant', override: { reason: 'x' } },
      'targetIsBot',
    );
  });
  test('[A5] an offer holds units, and reject returns it to its queue', () => {
    const on = story('c-open');
    on.does('ines', { type: 'AssignToAgent', agent: 'ben' });
    assert.equal(on.at.floor.ledger.get('ben')?.get('c-open'), 2);
    on.refused('ana', { type: 'Accept' }, 'notOfferee');
    assert.deepEqual(told(on.does('ben', { type: 'Reject' })), ['internal offerRejected']);
    assert.equal(on.c.state, 'open');
    assert.equal(on.at.floor.ledger.get('ben')?.get('c-open'), undefined);
  });
  test('[A5] with automatic acceptance it is engaged at once and the supervisor is told', () => {
    const at = world();
    at.edit('workstream', 'live-chat', { acceptance: 'automatic' });
    const on = story('c-open', at);
    assert.deepEqual(told(on.does('ines', { type: 'AssignToAgent', agent: 'ben' })), [
      'public agentJoined',
      'internal assigned',
    ]);
    assert.equal(situationOf(on.c), 'engaged');
  });
  test('[A5] a supervisor withdraws a pending offer', () => {
    const on = story('c-offered');
    assert.deepEqual(typesOf(on.does('ines', { type: 'Withdraw' })), ['OfferEnded']);
    assert.equal(on.c.state, 'open');
  });
  test('[D1] members pick from a pick queue, never beyond capacity', () => {
    const on = story('c-record');
    on.refused('ana', { type: 'Pick' }, 'notMember');
    on.does('kofi', { type: 'Pick' });
    on.nothing('kofi', { type: 'Pick' });
    story('c-open').refused('ben', { type: 'Pick' }, 'distribution');
    const full = world();
    full.edit('person', 'kofi', { capacity: 2 });
    story('c-record', full).refused('kofi', { type: 'Pick' }, 'overCapacity');
  });
});

describe('transfer', () => {
  test('[T1] only messaging, engaged or waiting, not elevated', () => {
    story('c-voice').refused('ines', { type: 'Transfer', agent: 'ben' }, 'channel');
    story('c-open').refused('ines', { type: 'Transfer', agent: 'ben' }, 'state');
    const on = story('c-engaged');
    on.does('ana', { type: 'Elevate' });
    on.refused('ines', { type: 'Transfer', agent: 'ben' }, 'elevated');
  });
  test('[T2] never to the present primary or a bot, and presence is not overridable', () => {
    const on = story('c-engaged');
    on.refused('ines', { type: 'Transfer', agent: 'ana' }, 'sameTarget');
    on.refused('ines', { type: 'Transfer', agent: 'assistant' }, 'targetIsBot');
    const at = world();
    at.edit('agent', 'ben', { manual: { presence: 'away', custom: null, by: 'ben', at: at.now } });
    story('c-engaged', at).refused(
      'ines',
      { type: 'Transfer', agent: 'ben', override: { reason: 'x' } },
      'presenceNotAllowed',
    );
    on.refused('ines', { type: 'TransferToQueue', queue: 'delivery' }, 'switchedOff');
  });
  test('[T3] the old primary stays until the new one accepts, then is a consultee', () => {
    const on = story('c-engaged');
    on.does('ines', { type: 'Transfer', agent: 'ben' });
    assert.ok(on.c.state === 'active' && on.c.phase === 'engaged' && on.c.primary.id === 'ana');
    on.refused('ines', { type: 'Transfer', agent: 'kofi' }, 'transferPending');
    assert.deepEqual(told(on.does('ben', { type: 'Accept' })), ['public transferred', 'internal transferred']);
    assert.equal(situationOf(on.c), 'engaged');
    assert.equal(primaryOf(on.c)?.id, 'ben');
    assert.deepEqual(
      on.c.consultees.map(({ id }) => id),
      ['ana'],
    );
    assert.equal(on.c.transfers, 1);
    assert.deepEqual(told(on.does('ana', { type: 'Leave' })), ['internal agentLeft']);
  });
  test('[T3] reject and cancel leave everything as it was', () => {
    for (const [who, type] of [
      ['kofi', 'Reject'],
      ['ines', 'CancelTransfer'],
    ] as const) {
      const on = story('c-pending');
      on.does(who, { type });
      assert.ok(
        on.c.state === 'active' && on.c.phase === 'engaged' && on.c.primary.id === 'ana' && on.c.pending === null,
      );
    }
  });
  test('[T3] the customer hears that a consultee left only if they wrote publicly after the transfer', () => {
    const on = story('c-pending');
    on.does('kofi', { type: 'Accept' });
    on.does('ana', { type: 'Say', plane: 'public', id: 'x', text: 'Goodbye' });
    assert.deepEqual(told(on.does('ana', { type: 'Leave' })), ['public agentLeft', 'internal agentLeft']);
  });
  test('[T4] units move with the acceptance, and a waiting conversation becomes active', () => {
    const on = story('c-waiting');
    on.does('ines', { type: 'Transfer', agent: 'kofi' });
    assert.equal(on.at.floor.ledger.get('kofi')?.get('c-waiting'), 1);
    assert.equal(on.at.floor.ledger.get('ben')?.get('c-waiting'), undefined);
    on.does('kofi', { type: 'Accept' });
    assert.equal(situationOf(on.c), 'engaged');
    const engaged = story('c-pending');
    engaged.does('kofi', { type: 'Accept' });
    assert.equal(engaged.at.floor.ledger.get('ana')?.get('c-pending'), undefined);
  });
  test('[T5] the handover card goes with the offer and stays with the new primary', () => {
    const on = story('c-engaged');
    on.does('ines', { type: 'Transfer', agent: 'ben', handover });
    on.does('ben', { type: 'Accept' });
    assert.ok(on.c.state === 'active' && on.c.phase === 'engaged');
    assert.deepEqual(on.c.handover, handover);
  });
  test('[T6] a pending transfer ends with the conversation', () => {
    const on = story('c-pending');
    assert.deepEqual(typesOf(on.does('ana', { type: 'End' })), ['TransferEnded', 'ConversationEnded']);
    const gone = story('c-pending');
    gone.does('customer:c-pending', { type: 'CustomerGone' });
    gone.now += 60_000;
    assert.deepEqual(typesOf(gone.does('customer:c-pending', { type: 'CustomerEnd' })), [
      'TransferEnded',
      'ConversationEnded',
    ]);
  });
  test('[T6] release and park wait until it is cancelled', () => {
    const on = story('c-pending');
    on.refused('ana', { type: 'Release' }, 'transferPending');
    on.does('ines', { type: 'CancelTransfer' });
    on.does('ana', { type: 'Release' });
    assert.equal(on.c.state, 'open');
  });
  test('[T6] if the primary is lost the offer decides: accepted without a consultee, else open', () => {
    const taken = story('c-pending');
    taken.does('system', { type: 'AgentLost', agent: 'ana', why: 'unreachable' });
    assert.equal(situationOf(taken.c), 'offered');
    taken.does('kofi', { type: 'Accept' });
    assert.deepEqual(taken.c.consultees, []);
    const open = story('c-pending');
    open.does('system', { type: 'AgentLost', agent: 'ana', why: 'unreachable' });
    open.does('kofi', { type: 'Reject' });
    assert.equal(open.c.state, 'open');
  });
  test('[T6] a consultant who becomes primary changes role, and A to B to A is A again', () => {
    const on = story('c-engaged');
    on.does('ines', { type: 'Transfer', agent: 'ben' });
    on.does('ben', { type: 'Accept' });
    on.does('ines', { type: 'Transfer', agent: 'ana' });
    on.does('ana', { type: 'Accept' });
    assert.ok(on.c.state === 'active' && on.c.phase === 'engaged' && on.c.primary.id === 'ana');
    assert.deepEqual(
      on.c.consultees.map(({ id }) => id),
      ['ben'],
    );
  });
});

describe('notices and lost agents', () => {
  test('[N1] a notice switched off for customers of a channel still reaches the agent', () => {
    const at = world();
    at.floor.policy = { ...at.floor.policy, silencedNotices: ['liveChat:consultantJoined'] };
    assert.deepEqual(told(story('c-engaged', at).does('ines', { type: 'Join' })), ['internal consultantJoined']);
  });
  test('[N2] the first acknowledgement of a notice counts', () => {
    const on = story('c-engaged');
    on.does('ines', { type: 'Join' });
    const [notice] = Object.keys(on.c.receipts);
    assert.ok(notice);
    on.does('customer:c-engaged', { type: 'SeeNotice', notice });
    const seenAt = on.c.receipts[notice]?.seenAt;
    on.now += 5_000;
    on.nothing('customer:c-engaged', { type: 'SeeNotice', notice });
    assert.equal(on.c.receipts[notice]?.seenAt, seenAt);
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
});
