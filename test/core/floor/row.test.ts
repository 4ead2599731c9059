import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { rowOf } from '../../../core/floor/index.ts';
import { whyNot } from '../../../core/policy/policy.ts';
import { floorRow } from '../../../core/protocol/floor.ts';
import { rowCommands } from '../../../core/protocol/words.ts';
import { MINUTE_MS } from '../../../core/words.ts';
import { story } from '../../support/story.ts';
import { NOW, world } from '../../support/world.ts';

const message = {
  id: 'm-1',
  at: NOW,
  from: { kind: 'customer', id: 'customer', name: 'Mara' },
  text: 'Hello?',
} as const;

test('[F1] every conversation has a row that the protocol accepts', () => {
  const w = world();
  for (const c of w.floor.conversations.values()) {
    const row = rowOf(w.floor, c, w.actor('ines'), NOW);
    assert.deepEqual(v.parse(floorRow, row), row, c.id);
  }
});

test('[F1] a row tells who has it, where, since when, and what is pending', () => {
  const w = world();
  const row = rowOf(w.floor, w.conversation('c-pending'), w.actor('ines'), NOW);
  assert.equal(row.agent?.name, 'Ana');
  assert.deepEqual(row.queue, { id: 'delivery', name: 'Delivery' });
  assert.deepEqual(row.pending, {
    agent: { id: 'kofi', name: 'Kofi' },
    at: NOW,
    until: NOW + 2 * MINUTE_MS,
    transfer: true,
    by: { id: 'ines', name: 'Ines' },
  });
  const offered = rowOf(w.floor, w.conversation('c-offered'), w.actor('ines'), NOW);
  assert.deepEqual([offered.agent, offered.phase, offered.pending?.transfer], [null, 'offered', false]);
});

test('[C6] a bot’s row says that a bot has it', () => {
  const w = world();
  assert.equal(rowOf(w.floor, w.conversation('c-bot'), w.actor('ines'), NOW).agent?.bot, true);
});

test('[C4] the auto-close deadline is exact, and none runs while active', () => {
  const w = world();
  const at = w.conversation('c-open').quietSince;
  assert.equal(rowOf(w.floor, w.conversation('c-open'), w.actor('ines'), NOW).autoCloseAt, at + 20 * MINUTE_MS);
  assert.equal(rowOf(w.floor, w.conversation('c-engaged'), w.actor('ines'), NOW).autoCloseAt, null);
});

test('[F5] every command carries the refusal of the policy table, or null', () => {
  const w = world();
  for (const conversation of w.floor.conversations.values())
    for (const id of ['ines', 'jonas', 'ana', 'ada']) {
      const actor = w.actor(id);
      const { may } = rowOf(w.floor, conversation, actor, NOW);
      assert.deepEqual(Object.keys(may), [...rowCommands]);
      for (const action of rowCommands) {
        const refusal = whyNot(action, { floor: w.floor, conversation, actor, now: NOW })?.refusal ?? null;
        assert.equal(may[action], refusal, `${conversation.id} ${id} ${action}`);
      }
    }
});

test('[F5] assign is for open ones, monitor for those in hand, each with its reason', () => {
  const w = world();
  const open = rowOf(w.floor, w.conversation('c-open'), w.actor('ines'), NOW).may;
  assert.deepEqual([open['assign'], open['monitor']], [null, 'state']);
  const engaged = rowOf(w.floor, w.conversation('c-engaged'), w.actor('ines'), NOW).may;
  assert.deepEqual([engaged['assign'], engaged['monitor'], engaged['transfer']], ['state', null, null]);
});

test('[M8] the last public message is on the floor only where the tenant says so', () => {
  const w = world();
  w.edit('conversation', 'c-engaged', { lastPublic: message });
  const last = () => rowOf(w.floor, w.conversation('c-engaged'), w.actor('ines'), NOW).lastPublic;
  assert.deepEqual(last(), { from: 'Mara', text: 'Hello?', at: NOW });
  w.floor.policy = { ...w.floor.policy, switches: { ...w.floor.policy.switches, lastMessageOnFloor: false } };
  assert.equal(last(), null);
});

test('[N3] the last public message is withheld until the customer has accepted, where that is asked for', () => {
  const w = world();
  w.floor.policy = { ...w.floor.policy, consent: 'accepted' };
  w.edit('conversation', 'c-engaged', { lastPublic: message, consentAt: null });
  const last = () => rowOf(w.floor, w.conversation('c-engaged'), w.actor('ines'), NOW).lastPublic;
  assert.equal(last(), null);
  w.edit('conversation', 'c-engaged', { consentAt: NOW });
  assert.notEqual(last(), null);
});

test('[B3] a row shows the hand, its line, and who comes', () => {
  const w = world();
  const hand = { agent: 'ana', at: NOW, text: 'Help', claimed: { by: 'jonas', at: NOW + 1 } };
  w.edit('conversation', 'c-engaged', { hand });
  const row = rowOf(w.floor, w.conversation('c-engaged'), w.actor('ines'), NOW);
  assert.deepEqual(row.hand, {
    agent: { id: 'ana', name: 'Ana' },
    at: NOW,
    text: 'Help',
    claimedBy: { id: 'jonas', name: 'Jonas', at: NOW + 1 },
  });
  assert.equal(row.may['claim'], 'handClaimed');
  assert.deepEqual(v.parse(floorRow, row), row);
});

test('[P3] what the customer wrote is counted also where no text is shown', () => {
  const w = world();
  w.floor.policy = { ...w.floor.policy, switches: { ...w.floor.policy.switches, lastMessageOnFloor: false } };
  const on = story('c-engaged', w);
  on.does('customer:c-engaged', { type: 'Say', plane: 'public', id: 'a', text: 'Hello?' });
  on.does('ana', { type: 'Say', plane: 'public', id: 'b', text: 'Good morning' });
  on.does('customer:c-engaged', { type: 'Say', plane: 'public', id: 'c', text: 'At last' });
  const row = rowOf(w.floor, on.c, w.actor('ines'), NOW);
  assert.deepEqual([row.customerMessages, row.lastPublic], [2, null]);
});

test('[F1] a row begins the last public message and never holds a long one, nor half a character', () => {
  const w = world();
  const last = (text: string) => {
    w.edit('conversation', 'c-engaged', { lastPublic: { ...message, text } });
    return rowOf(w.floor, w.conversation('c-engaged'), w.actor('ines'), NOW).lastPublic?.text;
  };
  assert.equal(last('x'.repeat(280)), 'x'.repeat(280));
  assert.equal(last('x'.repeat(8_000)), `${'x'.repeat(280)}…`);
  assert.equal(last(`${'x'.repeat(279)}😀😀`), `${'x'.repeat(279)}…`);
});

test('[P1] a raised hand is internal: its agent, who takes part and supervisors in scope know of it, an offeree does not', () => {
  const w = world();
  const hand = { agent: 'ana', at: NOW, text: 'Help', claimed: null };
  w.edit('conversation', 'c-pending', { hand, consultees: [{ id: 'ben', since: NOW, spoke: false }] });
  for (const [who, sees] of [
    ['ana', true],
    ['ben', true],
    ['ines', true],
    ['jonas', false],
    ['kofi', false],
    ['ada', false],
  ] as const) {
    const row = rowOf(w.floor, w.conversation('c-pending'), w.actor(who), NOW);
    assert.equal(row.hand !== null, sees, who);
    assert.equal(
      row.reasons.some(({ kind }) => kind === 'handRaised'),
      sees,
      who,
    );
  }
});
