import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consequences } from '../../../core/agent/index.ts';
import type { ConversationEvent } from '../../../core/conversation/events.ts';
import { NOW, offerTo, world } from '../../support/world.ts';

const w = world();
/** What follows, as `<agent> <command>`. */
const told = (id: string, ...events: ConversationEvent[]): readonly string[] =>
  consequences(w.conversation(id), events).map(({ agent, command }) => `${agent} ${command.type}`);

test('[K2] accepting an offer is an act and ends manual available and busy', () => {
  const accepted: ConversationEvent = {
    at: NOW,
    by: 'ben',
    type: 'ConversationEngaged',
    primary: { kind: 'agent', id: 'ben' },
    how: 'accepted',
  };
  assert.deepEqual(told('c-offered', accepted), ['ben Act', 'ben Lapse']);
});

test('[K2] an offer that runs out is missed; rejecting is an act and no miss', () => {
  const ended = { at: NOW, type: 'OfferEnded', agent: 'ben', declinedUntil: NOW + 600_000 } as const;
  assert.deepEqual(told('c-offered', { ...ended, by: 'system', how: 'expired' }), ['ben MissOffer']);
  assert.deepEqual(told('c-offered', { ...ended, by: 'ben', how: 'rejected' }), ['ben Act']);
  assert.deepEqual(told('c-offered', { ...ended, by: 'system', how: 'unreachable' }), []);
});

test('[K2] a transfer’s offer that runs out is missed too', () => {
  const expired = { at: NOW, by: 'system', type: 'TransferEnded', agent: 'kofi', how: 'expired' } as const;
  assert.deepEqual(told('c-pending', expired), ['kofi MissOffer']);
});

test('[K2] closing after the wrap-up ends manual available and busy; a parked one that times out does not', () => {
  const closed = { at: NOW, type: 'ConversationClosed', outcome: 'endedByAgent', reason: null } as const;
  assert.deepEqual(told('c-wrap-up', { ...closed, by: 'ben' }), ['ben Act', 'ben Lapse']);
  assert.deepEqual(told('c-waiting', { ...closed, by: 'system' }), []);
});

test('[D1] push notes whom it asked; a supervisor’s assignment does not count as a push', () => {
  const offered = { at: NOW, by: 'system', type: 'ConversationOffered' } as const;
  assert.deepEqual(told('c-open', { ...offered, offer: offerTo('ana', null) }), ['ana NoteOffer']);
  assert.deepEqual(told('c-open', { ...offered, by: 'ines', offer: offerTo('ana', 'ines') }), ['ines Act']);
});

test('[K2] a customer’s message and a bot’s custody are nobody’s act', () => {
  assert.deepEqual(told('c-engaged', { at: NOW, by: 'customer', type: 'CustomerConnected' }), []);
  const bot = { kind: 'bot', id: 'assistant' } as const;
  assert.deepEqual(
    told('c-open', { at: NOW, by: 'system', type: 'ConversationEngaged', primary: bot, how: 'pushed' }),
    [],
  );
});
