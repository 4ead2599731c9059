import assert from 'node:assert/strict';
import { test } from 'node:test';
import { primaryOf, situationOf } from '../../../core/conversation/index.ts';
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
