import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '../../../../core/index.ts';
import { decide, MAX_HAND } from '../../../../core/conversation/index.ts';
import { story, told, typesOf } from '../../../support/story.ts';

const raise = { type: 'RaiseHand', text: ' May I refund the deposit? ' } as const;
/** Ana has raised a hand on a live chat. */
const raised = (): ReturnType<typeof story> => {
  const on = story('c-engaged');
  on.does('ana', raise);
  return on;
};

test('[B3] an agent raises a hand with a line, which the house reads and the customer does not', () => {
  const on = story('c-engaged');
  const before = on.c;
  const events = on.does('ana', raise);
  assert.deepEqual(told(events), ['internal handRaised']);
  const said = events.find((event) => event.type === 'MessageAdded');
  assert.deepEqual(
    [said?.plane, said?.message.text, said?.message.from.id],
    ['internal', 'May I refund the deposit?', 'ana'],
  );
  assert.deepEqual(on.c.hand, { agent: 'ana', at: on.now, text: 'May I refund the deposit?', claimed: null });
  assert.deepEqual({ ...on.c, hand: null, version: before.version }, before, 'nothing else has changed');
});

test('[B3] only the primary asks, once, in one line', () => {
  const on = story('c-engaged');
  on.refused('ben', raise, 'notPrimary');
  on.refused('ines', raise, 'role');
  on.refused('ana', { type: 'RaiseHand', text: ' \n' }, 'reasonRequired');
  on.refused('ana', { type: 'RaiseHand', text: 'x'.repeat(MAX_HAND + 1) }, 'tooLarge');
  story('c-waiting').refused('ben', raise, 'state');
  on.does('ana', raise);
  on.refused('ana', raise, 'handRaised');
  story('c-wrap-up').does('ben', raise);
});

test('[B3] one supervisor claims it, a repeat is harmless, and the next hears who was first', () => {
  const on = raised();
  const at = (on.now += 1_000);
  assert.deepEqual(told(on.does('ines', { type: 'Claim' })), ['internal handClaimed']);
  on.nothing('ines', { type: 'Claim' });
  on.refused('jonas', { type: 'Claim' }, 'handClaimed');
  const ask = { floor: on.at.floor, actor: on.at.actor('jonas'), now: on.now, newId: () => 'n' };
  const late = decide(on.id, on.c, { type: 'Claim' }, ask);
  assert.ok(isRefusal(late));
  assert.deepEqual(late.winner, { person: 'Ines', at, did: 'HandClaimed' });
});

test('[B3] who comes after the help hears who gave it', () => {
  const on = raised();
  on.does('ines', { type: 'Claim' });
  on.does('ines', { type: 'Join' });
  const ask = { floor: on.at.floor, actor: on.at.actor('jonas'), now: on.now, newId: () => 'n' };
  const late = decide(on.id, on.c, { type: 'Claim' }, ask);
  assert.ok(isRefusal(late) && late.refusal === 'noHandRaised');
  assert.deepEqual([late.winner?.person, late.winner?.did], ['Ines', 'HandClaimed']);
});

test('[B3] only a supervisor of the floor claims, and never their own hand', () => {
  raised().refused('ben', { type: 'Claim' }, 'role');
  const elsewhere = story('c-pending');
  elsewhere.does('ana', raise);
  elsewhere.refused('jonas', { type: 'Claim' }, 'outOfScope');
  story('c-engaged').refused('ines', { type: 'Claim' }, 'noHandRaised');
  const both = story('c-engaged');
  both.at.edit('person', 'ana', { roles: ['agent', 'supervisor'], scope: 'all' });
  both.does('ana', raise);
  both.refused('ana', { type: 'Claim' }, 'isPrimary');
});

test('[B3] it goes down when who claimed it joins, and not when somebody else does', () => {
  const on = raised();
  on.does('jonas', { type: 'Join' });
  assert.ok(on.c.hand);
  on.does('ines', { type: 'Claim' });
  assert.deepEqual(typesOf(on.does('ines', { type: 'Join' })), ['HandLowered', 'ConsultantJoined']);
  assert.equal(on.c.hand, null);
  const here = raised();
  here.does('ines', { type: 'Join' });
  assert.deepEqual(typesOf(here.does('ines', { type: 'Claim' })), ['HandClaimed', 'HandLowered']);
});

test('[B3] its agent or who claimed it lowers it', () => {
  const own = raised();
  assert.deepEqual(told(own.does('ana', { type: 'LowerHand' })), ['internal handLowered']);
  own.refused('ana', { type: 'LowerHand' }, 'noHandRaised');
  const claimed = raised();
  claimed.refused('ines', { type: 'LowerHand' }, 'notPrimary');
  claimed.does('ines', { type: 'Claim' });
  claimed.does('ines', { type: 'LowerHand' });
  assert.equal(claimed.c.hand, null);
});

test('[B3] it goes down with whatever takes the conversation from its agent', () => {
  for (const [who, command] of [
    ['ana', { type: 'End' }],
    ['ana', { type: 'Release' }],
    ['ines', { type: 'ForceClose', reason: 'r' }],
    ['customer:c-engaged', { type: 'CustomerEnd' }],
    ['system', { type: 'AgentLost', agent: 'ana', why: 'signedOut' }],
  ] as const) {
    const on = raised();
    const events = on.does(who, command);
    assert.ok(typesOf(events).includes('HandLowered'), command.type);
    assert.ok(!told(events).includes('internal handLowered'), 'the other notice says enough');
    assert.equal(on.c.hand, null, command.type);
  }
  const moved = raised();
  moved.does('ines', { type: 'Transfer', agent: 'ben' });
  assert.ok(moved.c.hand, 'a pending transfer changes nothing');
  moved.does('ben', { type: 'Accept' });
  assert.equal(moved.c.hand, null);
});

test('[B3] raising, claiming and lowering restart no clock and move nothing (C4)', () => {
  const on = story('c-engaged');
  const { quietSince, lastMove, since } = on.c;
  on.now += 60_000;
  on.does('ana', raise);
  on.does('ines', { type: 'Claim' });
  on.does('ines', { type: 'LowerHand' });
  assert.deepEqual([on.c.quietSince, on.c.lastMove, on.c.since], [quietSince, lastMove, since]);
});
