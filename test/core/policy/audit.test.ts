import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOf } from '../../../core/policy/index.ts';
import { offerTo, world } from '../../support/world.ts';

test('[R4] an override is in the record with its reason and by how much it exceeds', () => {
  const at = world();
  const event = { type: 'ConversationOffered', at: at.now, by: 'ines', offer: offerTo('ben') } as const;
  const change = { of: 'conversation', id: 'c-open', version: 2, events: [event] } as const;
  const [line] = auditOf(change, at.actor('ines'), 'knows the case', 2);
  assert.equal(line?.who, 'ines');
  assert.deepEqual(line.about, ['ben']);
  assert.deepEqual(line.details, { override: 'knows the case', excess: 2 });
});
