import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonsOf } from '../../../core/floor/index.ts';
import { MINUTE_MS } from '../../../core/words.ts';
import type { OfferEnd } from '../../../core/conversation/index.ts';
import { story } from '../../support/story.ts';
import { NOW, world, type World } from '../../support/world.ts';

/** A world in which nobody is over any target. */
function calm(): World {
  const w = world();
  for (const id of w.floor.workstreams.keys()) w.edit('workstream', id, { targets: {} });
  return w;
}
const kinds = (w: World, id: string, now = NOW): readonly string[] =>
  reasonsOf(w.floor, w.conversation(id), now).map(({ kind }) => kind);

test('[F3] a calm floor needs no attention', () => {
  const w = calm();
  for (const id of w.floor.conversations.keys()) assert.deepEqual(kinds(w, id), [], id);
});

test('[F3] a wait counts once it is over its target, not at it', () => {
  const w = calm();
  w.edit('workstream', 'live-chat', { targets: { firstReply: 2 * MINUTE_MS } });
  const at = NOW - 5 * MINUTE_MS;
  assert.deepEqual(kinds(w, 'c-open', at + 2 * MINUTE_MS), []);
  const [reason] = reasonsOf(w.floor, w.conversation('c-open'), at + 2 * MINUTE_MS + 1);
  assert.deepEqual([reason?.kind, reason?.params], ['inQueue', { since: at, target: 2 * MINUTE_MS }]);
  const { reply } = w.conversation('c-engaged');
  w.edit('conversation', 'c-engaged', { reply: { ...reply, unansweredSince: at } });
  assert.deepEqual(kinds(w, 'c-engaged'), ['waiting']);
});

test('[F3] an unreachable primary is a reason while they have it in hand', () => {
  const w = calm();
  w.edit('agent', 'ana', { connections: {}, unreachableSince: NOW - 1 });
  assert.deepEqual(kinds(w, 'c-engaged'), ['unreachable']);
  w.edit('agent', 'ben', { connections: {}, unreachableSince: NOW - 1 });
  assert.deepEqual(kinds(w, 'c-waiting'), []);
});

test('[F3] sentiment counts when it fell below neutral, or is at the queue’s threshold', () => {
  const w = calm();
  w.edit('conversation', 'c-engaged', { sentiment: { scores: [0.6, 0.5, -0.6, -0.9], armed: true } });
  const [reason] = reasonsOf(w.floor, w.conversation('c-engaged'), NOW);
  assert.equal(reason?.kind, 'sentimentFell');
  assert.ok(Number(reason.params['steps']) >= 1);
  w.edit('conversation', 'c-engaged', { sentiment: { scores: [-0.6, -0.6, -0.6], armed: true } });
  assert.deepEqual(kinds(w, 'c-engaged'), []);
  w.edit('queue', 'billing', { sentimentAlert: 3 });
  assert.deepEqual(kinds(w, 'c-engaged'), ['sentimentFell']);
});

test('[S1] a mood that is not available is no reason', () => {
  const w = calm();
  w.edit('queue', 'billing', { sentimentAlert: 7 });
  w.edit('conversation', 'c-engaged', { sentiment: { scores: [null, null], armed: true } });
  assert.deepEqual(kinds(w, 'c-engaged'), []);
});

test('[F3] a silent agent, a second transfer', () => {
  const w = calm();
  w.edit('workstream', 'live-chat', { targets: { agentSilent: MINUTE_MS } });
  assert.deepEqual(kinds(w, 'c-engaged'), ['agentSilent']);
  w.edit('conversation', 'c-offered', { transfers: 1 });
  assert.deepEqual(kinds(w, 'c-offered'), []);
  w.edit('conversation', 'c-offered', { transfers: 2 });
  assert.deepEqual(kinds(w, 'c-offered'), ['transfers']);
});

test('[F3] an offer rejected or not answered counts until something else happens, a withdrawn one does not', () => {
  const w = calm();
  const ended = (person: string, how: OfferEnd, did = 'OfferEnded') => ({ lastMove: { person, did, how, at: NOW } });
  w.edit('conversation', 'c-open', ended('ben', 'rejected'));
  assert.deepEqual(kinds(w, 'c-open'), ['offerRejected']);
  w.edit('conversation', 'c-open', ended('system', 'expired'));
  assert.deepEqual(kinds(w, 'c-open'), ['offerNotAnswered']);
  w.edit('conversation', 'c-open', ended('system', 'unreachable'));
  assert.deepEqual(kinds(w, 'c-open'), ['offerNotAnswered']);
  w.edit('conversation', 'c-open', ended('ines', 'withdrawn'));
  assert.deepEqual(kinds(w, 'c-open'), []);
  w.edit('conversation', 'c-open', { lastMove: { person: 'ines', did: 'ConversationRequeued', at: NOW } });
  assert.deepEqual(kinds(w, 'c-open'), []);
  w.edit('conversation', 'c-engaged', ended('kofi', 'rejected', 'TransferEnded'));
  assert.deepEqual(kinds(w, 'c-engaged'), ['offerRejected']);
  w.edit('conversation', 'c-engaged', ended('ines', 'cancelled', 'TransferEnded'));
  assert.deepEqual(kinds(w, 'c-engaged'), []);
});

test('[F3] a transfer rejected by an agent who is a supervisor too was rejected, not cancelled', () => {
  const w = calm();
  w.edit('person', 'kofi', { roles: ['agent', 'supervisor'], scope: 'all' });
  const on = story('c-engaged', w);
  on.does('ines', { type: 'Transfer', agent: 'kofi' });
  on.does('kofi', { type: 'Reject' });
  assert.deepEqual(kinds(w, 'c-engaged'), ['offerRejected']);
});

test('[F3] the most urgent reason comes first', () => {
  const w = calm();
  w.edit('workstream', 'live-chat', { targets: { firstReply: MINUTE_MS } });
  w.edit('conversation', 'c-open', { transfers: 2, sentiment: { scores: [0.5, 0.5, -0.9, -0.9], armed: true } });
  assert.deepEqual(kinds(w, 'c-open'), ['inQueue', 'sentimentFell', 'transfers']);
});

test('[F3] [B3] a raised hand comes before everything but a very long wait, until somebody comes', () => {
  const w = calm();
  const on = story('c-engaged', w);
  on.does('ana', { type: 'RaiseHand', text: 'Help' });
  w.edit('agent', 'ana', { connections: {}, unreachableSince: w.now });
  assert.deepEqual(kinds(w, 'c-engaged'), ['handRaised', 'unreachable']);
  on.does('ines', { type: 'Claim' });
  assert.deepEqual(kinds(w, 'c-engaged'), ['unreachable']);
});
