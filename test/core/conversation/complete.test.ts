import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeConversation, type Conversation } from '../../../core/conversation/index.ts';
import { world } from '../../support/world.ts';

test('a state that was stored before hands, message counts and primaries’ times has none, none, and its state’s time', () => {
  const now = world().conversation('c-engaged');
  const { hand: _hand, handMove: _move, primarySince: _since, reply, ...rest } = now;
  const { customerMessages: _count, ...clock } = reply;
  const old = { ...rest, reply: clock } as unknown as Conversation;
  assert.deepEqual(completeConversation(old), now);
});

test('a state that has everything stays as it is', () => {
  const w = world();
  const hand = { agent: 'ana', at: w.now, text: 'Help', claimed: null };
  const reply = { ...w.conversation('c-engaged').reply, customerMessages: 3 };
  w.edit('conversation', 'c-engaged', { hand, reply });
  assert.deepEqual(completeConversation(w.conversation('c-engaged')), w.conversation('c-engaged'));
});

test('[N2] receipts that were kept by their notices’ ids are a list, in their order', () => {
  const now = world().conversation('c-engaged');
  const old = {
    ...now,
    receipts: { n2: { kind: 'agentJoined', at: 5, seenAt: 6 }, n1: { kind: 'agentLeft', at: 7, seenAt: null } },
  };
  assert.deepEqual(completeConversation(old as unknown as Conversation).receipts, [
    { id: 'n2', kind: 'agentJoined', at: 5, seenAt: 6 },
    { id: 'n1', kind: 'agentLeft', at: 7, seenAt: null },
  ]);
});
