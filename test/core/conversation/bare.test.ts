import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare } from '../../../core/conversation/bare.ts';
import type { Conversation, ConversationBase } from '../../../core/conversation/conversation.ts';
import { story } from '../../support/story.ts';

test('[C2] everything that is true of every state is kept, and nothing that is true of one state only', () => {
  const { deliveries = { upTo: 3, not: {} }, ...known } = bare(story('c-engaged').c);
  // A field that is added to every state does not compile here until it is named.
  const every: Required<ConversationBase> = { ...known, deliveries };
  const states: readonly Conversation[] = [
    { ...every, state: 'open' },
    { ...every, state: 'active', phase: 'engaged', primary: { kind: 'bot', id: 'b' }, pending: null, handover: null },
    { ...every, state: 'waiting', primary: { kind: 'agent', id: 'ana' }, pending: null },
    { ...every, state: 'closed', primary: null, outcome: { by: 'timer', at: 1 } as never },
  ];
  for (const c of states) assert.deepEqual(bare(c), every);
  const { deliveries: _none, ...without } = every;
  assert.deepEqual(bare({ ...without, state: 'open' }), without, 'what is absent stays absent');
});
