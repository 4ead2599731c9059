import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor, RefusalCode } from '../../../core/index.ts';
import { situationOf } from '../../../core/conversation/index.ts';
import { actions, whyNot, type Action } from '../../../core/policy/index.ts';
import { engagedBy, NOW, offerTo, world, type Arm, type World } from '../../support/world.ts';

type Person = Extract<Actor, { kind: 'person' }>;

/** Who may do it to which conversation of the world, in which situations, and the guards, first to last, with their reasons. */
interface Row {
  readonly by: string;
  readonly to: string;
  readonly in: readonly string[];
  readonly guards: readonly RefusalCode[];
}

const watched = ['engaged', 'wrap-up'];
const held = ['engaged', 'waiting'];
const rights: readonly RefusalCode[] = ['role', 'switchedOff', 'outOfScope', 'state'];

/** R1 said once more, apart from the table under test. */
const expected: Readonly<Record<Action, Row>> = {
  monitor: { by: 'ines', to: 'c-engaged', in: watched, guards: [...rights, 'channel', 'isPrimary', 'consentMissing'] },
  join: {
    by: 'ines',
    to: 'c-engaged',
    in: watched,
    guards: [...rights, 'channel', 'heldByBot', 'consentMissing'],
  },
  assign: { by: 'ines', to: 'c-open', in: ['open'], guards: rights },
  withdraw: { by: 'ines', to: 'c-offered', in: ['offered'], guards: rights },
  transfer: {
    by: 'ines',
    to: 'c-engaged',
    in: held,
    guards: [...rights, 'channel', 'elevated', 'heldByBot', 'transferPending'],
  },
  transferToQueue: {
    by: 'ines',
    to: 'c-engaged',
    in: held,
    guards: [...rights, 'channel', 'elevated', 'heldByBot', 'transferPending'],
  },
  cancelTransfer: { by: 'ines', to: 'c-pending', in: held, guards: [...rights, 'noTransferPending'] },
  forceClose: {
    by: 'ines',
    to: 'c-engaged',
    in: ['open', 'offered', 'engaged', 'waiting', 'wrap-up'],
    guards: ['role', 'outOfScope', 'state'],
  },
  pick: { by: 'ana', to: 'c-open', in: ['open'], guards: ['role', 'state'] },
  accept: { by: 'ben', to: 'c-offered', in: ['offered', ...held], guards: ['role', 'state'] },
  reject: { by: 'ben', to: 'c-offered', in: ['offered', ...held], guards: ['role', 'state'] },
  release: { by: 'ana', to: 'c-engaged', in: ['engaged'], guards: ['role', 'state', 'notPrimary', 'transferPending'] },
  park: {
    by: 'ana',
    to: 'c-engaged',
    in: ['engaged'],
    guards: ['role', 'state', 'releaseInstead', 'notPrimary', 'transferPending'],
  },
  resume: { by: 'ben', to: 'c-waiting', in: ['waiting'], guards: ['role', 'state', 'notPrimary'] },
  end: { by: 'ana', to: 'c-engaged', in: ['engaged'], guards: ['role', 'state', 'notPrimary'] },
  close: { by: 'ben', to: 'c-wrap-up', in: ['wrap-up'], guards: ['role', 'state', 'notPrimary'] },
  raiseHand: { by: 'ana', to: 'c-engaged', in: watched, guards: ['role', 'state', 'notPrimary', 'handRaised'] },
  lowerHand: { by: 'ana', to: 'c-engaged', in: watched, guards: ['role', 'state', 'notPrimary', 'noHandRaised'] },
  claim: {
    by: 'ines',
    to: 'c-engaged',
    in: watched,
    guards: ['role', 'outOfScope', 'state', 'isPrimary', 'noHandRaised', 'handClaimed'],
  },
};

/** A question that can be spoilt guard by guard. */
interface Case {
  readonly at: World;
  readonly action: Action;
  readonly id: string;
  actor: Person;
}

const put = ({ at, id }: Case, arm: Arm): void => void at.put({ ...at.conversation(id), ...arm });
const holder = (kind: 'agent' | 'bot', id: string) => ({ kind, id });

const raised = { agent: 'ana', at: NOW, text: 'May I refund this?', claimed: null };

/** Makes one guard fail, whatever else does. */
const spoil: Readonly<Partial<Record<RefusalCode, (one: Case) => void>>> = {
  role: (one) => void (one.actor = { ...one.actor, roles: ['administrator'] }),
  switchedOff: ({ at }) => {
    const switches = { monitor: false, assign: false, transfer: false, transferToQueue: false };
    at.floor.policy = { ...at.floor.policy, switches: { ...at.floor.policy.switches, ...switches } };
  },
  outOfScope: (one) => void (one.actor = { ...one.actor, scope: ['cases'] }),
  state: (one) => put(one, { state: 'closed', primary: null, outcome: 'timer' }),
  channel: ({ at, id, action }) =>
    at.edit('conversation', id, { channel: action === 'monitor' || action === 'join' ? 'record' : 'voice' }),
  releaseInstead: ({ at }) => at.edit('workstream', 'live-chat', { mayPark: false }),
  elevated: ({ at, id }) => at.edit('conversation', id, { elevated: true }),
  isPrimary: (one) => put(one, engagedBy(one.actor.id)),
  heldByBot: (one) => put(one, { ...withPrimary(one, holder('bot', 'assistant')) }),
  notPrimary: (one) => put(one, { ...withPrimary(one, holder('agent', 'kofi')) }),
  consentMissing: ({ at, id }) => {
    at.floor.policy = { ...at.floor.policy, consent: 'accepted' };
    at.edit('conversation', id, { consentAt: null });
  },
  transferPending: (one) => put(one, engagedBy('ana', offerTo('kofi'))),
  noTransferPending: (one) => put(one, engagedBy('ana')),
  handRaised: ({ at, id }) => at.edit('conversation', id, { hand: raised }),
  noHandRaised: ({ at, id }) => at.edit('conversation', id, { hand: null }),
  handClaimed: ({ at, id }) =>
    at.edit('conversation', id, { hand: { ...raised, claimed: { by: 'jonas', at: at.now } } }),
};

function withPrimary({ at, id }: Case, primary: ReturnType<typeof holder>): Arm {
  const c = at.conversation(id);
  if (c.state === 'open' || (c.state === 'active' && c.phase === 'offered')) throw new Error(`${id} has no primary`);
  return { ...c, primary };
}

function given(action: Action): Case {
  const at = world();
  at.floor.policy = { ...at.floor.policy, switches: { ...at.floor.policy.switches, transferToQueue: true } };
  at.edit('workstream', 'live-chat', { mayPark: true });
  const { by, to } = expected[action];
  const actor = at.actor(by);
  assert.ok(actor.kind === 'person');
  if (action === 'lowerHand' || action === 'claim') at.edit('conversation', to, { hand: raised });
  return { at, action, id: to, actor };
}

const ask = ({ at, action, id, actor }: Case): RefusalCode | null =>
  whyNot(action, { floor: at.floor, conversation: at.conversation(id), actor, now: at.now })?.refusal ?? null;

test('[R1] every action has its row, and nothing fails where everything is right', () => {
  assert.deepEqual([...actions].toSorted(), Object.keys(expected).toSorted());
  for (const action of actions) assert.equal(ask(given(action)), null, action);
});

test('[R1] each guard fails alone, and of several the first in order is the reason', () => {
  for (const action of actions) {
    const { guards } = expected[action];
    guards.forEach((code, i) => {
      const alone = given(action);
      spoil[code]?.(alone);
      assert.equal(ask(alone), code, `${action}: ${code} alone`);
      const all = given(action);
      for (const later of guards.slice(i).toReversed()) spoil[later]?.(all);
      assert.equal(ask(all), code, `${action}: ${code} before what comes after it`);
    });
  }
});

test('[R1] each action is for its states and no other', () => {
  for (const action of actions) {
    for (const id of ['c-open', 'c-offered', 'c-engaged', 'c-waiting', 'c-wrap-up']) {
      const one = { ...given(action), id };
      const situation = situationOf(one.at.conversation(id));
      const isState = ask(one) === 'state';
      assert.equal(isState, !expected[action].in.includes(situation), `${action} in ${situation}`);
    }
  }
});

test('[M1] nobody monitors or joins what they hold, whatever their roles', () => {
  for (const action of ['monitor', 'join'] as const) {
    const one = given(action);
    put(one, engagedBy('ines'));
    assert.equal(ask(one), 'isPrimary');
  }
});

test('[B3] whoever claimed a hand may lower it, and nobody else but its agent', () => {
  const one = given('lowerHand');
  one.at.edit('conversation', one.id, { hand: { ...raised, claimed: { by: 'ines', at: one.at.now } } });
  for (const [who, code] of [
    ['ines', null],
    ['jonas', 'notPrimary'],
    ['ben', 'notPrimary'],
    ['ana', null],
  ] as const) {
    const actor = one.at.actor(who);
    assert.ok(actor.kind === 'person');
    assert.equal(ask({ ...one, actor }), code, who);
  }
});

test('[R2] roles add up: a supervisor who is also an agent does what either may', () => {
  for (const action of actions) {
    const one = given(action);
    one.actor = { ...one.actor, roles: ['supervisor', 'agent'], scope: 'all' };
    assert.equal(ask(one), null, action);
  }
});

test('[R2] scope means the queue that the conversation is in now', () => {
  const one = given('assign');
  one.actor = { ...one.actor, scope: ['billing'] };
  assert.equal(ask(one), null);
  one.at.edit('conversation', one.id, { queue: 'delivery' });
  assert.equal(ask(one), 'outOfScope');
});

test('[R2] administrators, customers, bots, integrations and the system do none of it', () => {
  for (const action of actions) {
    const { at, id } = given(action);
    for (const who of ['ada', `customer:${id}`, 'assistant', 'integration:crm', 'system']) {
      const question = { floor: at.floor, conversation: at.conversation(id), actor: at.actor(who), now: at.now };
      assert.equal(whyNot(action, question)?.refusal, 'role', `${action} by ${who}`);
    }
  }
});

test('[A6] who is too late hears who moved it, when, what they did, to whom it went, and the state now', () => {
  const one = given('assign');
  const at = one.at.now - 1;
  put(one, engagedBy('ana'));
  one.at.edit('conversation', one.id, { lastMove: { person: 'jonas', at, did: 'ConversationOffered', to: 'ben' } });
  const question = {
    floor: one.at.floor,
    conversation: one.at.conversation(one.id),
    actor: one.actor,
    now: one.at.now,
  };
  const refusal = whyNot('assign', question);
  assert.equal(refusal?.state, 'engaged');
  assert.deepEqual(refusal?.winner, { person: 'Jonas', at, did: 'ConversationOffered', to: 'Ben' });
});
