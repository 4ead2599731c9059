import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situationOf } from '../../../core/conversation/index.ts';
import { story, told, typesOf } from '../../support/story.ts';
import { world } from '../../support/world.ts';

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

test('[A6] the last move names the agent or queue it went to, and nobody twice', () => {
  const on = story('c-open');
  on.does('ines', { type: 'AssignToQueue', queue: 'delivery' });
  assert.deepEqual([on.c.lastMove?.person, on.c.lastMove?.to], ['ines', 'delivery']);
  on.does('ines', { type: 'AssignToAgent', agent: 'ben' });
  assert.equal(on.c.lastMove?.to, 'ben');
  on.does('ben', { type: 'Accept' });
  assert.deepEqual([on.c.lastMove?.person, on.c.lastMove?.to], ['ben', undefined]);
});
