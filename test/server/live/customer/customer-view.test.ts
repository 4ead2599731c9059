import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staffOnly } from '@floorwalk/core/conversation';
import { toChatEntry } from '../../../../server/live/customer/customer-view.ts';

const message = (kind: 'agent' | 'consultant' | 'consultee') =>
  ({ offset: 1, id: 'm1', at: 5, type: 'message', from: { kind, name: 'Ana' }, text: 'Hello' }) as const;

test('[P1] who stayed after a transfer is an agent like any other to the customer', () => {
  for (const [kind, shown] of [
    ['agent', 'agent'],
    ['consultee', 'agent'],
    ['consultant', 'consultant'],
  ] as const)
    assert.deepEqual(toChatEntry({ plane: 'public', ...message(kind) }), {
      ...message(kind),
      from: { kind: shown, name: 'Ana' },
    });
});

test('[N1] a notice of the house is no line of a customer’s, whatever put it there', () => {
  for (const kind of staffOnly)
    assert.equal(
      toChatEntry({ plane: 'public', offset: 1, id: 'n1', at: 5, type: 'notice', kind, params: {} }),
      undefined,
      kind,
    );
});

test('[P1] of a notice a customer gets the named parameters, and no others', () => {
  const params = { agent: 'Ana', why: 'unreachable', version: 7 };
  const entry = toChatEntry({
    plane: 'public',
    offset: 1,
    id: 'n1',
    at: 5,
    type: 'notice',
    kind: 'agentDisconnected',
    params,
  });
  assert.deepEqual(entry?.type === 'notice' ? entry.params : undefined, { agent: 'Ana' });
});
