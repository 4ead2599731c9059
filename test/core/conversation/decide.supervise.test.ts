import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situationOf } from '../../../core/conversation/index.ts';
import { story, told } from '../../support/story.ts';
import { world } from '../../support/world.ts';

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
