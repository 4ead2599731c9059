import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOf } from '../../../core/policy/index.ts';
import { story } from '../../support/story.ts';
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

test('[R4] [B3] a hand is in the record with who raised, claimed and lowered it, and without its text', () => {
  const on = story('c-engaged');
  const lines = (
    [
      ['ana', { type: 'RaiseHand', text: 'a line of text' }],
      ['ines', { type: 'Claim' }],
      ['ines', { type: 'LowerHand' }],
    ] as const
  ).flatMap(([who, command]) => {
    const events = on.does(who, command);
    return auditOf({ of: 'conversation', id: on.id, version: 2, events }, on.at.actor(who));
  });
  assert.deepEqual(
    lines.map(({ who, what, about, conversation }) => [who, what, about, conversation]),
    [
      ['ana', 'HandRaised', ['ana'], 'c-engaged'],
      ['ines', 'HandClaimed', ['ana'], 'c-engaged'],
      ['ines', 'HandLowered', ['ana'], 'c-engaged'],
    ],
  );
  assert.ok(!JSON.stringify(lines).includes('a line of text'));
});

test('[R4] [M7] who is watched or joined is in the line with who holds the conversation', () => {
  const at = world();
  const watch = { type: 'WatchStarted', at: at.now, person: 'ines', connection: 'p1', until: at.now } as const;
  const lines = auditOf(
    { of: 'roster', id: 'c-engaged', version: 2, events: [watch as never] },
    at.actor('ines'),
    undefined,
    undefined,
    'ana',
  );
  assert.deepEqual(
    lines.map(({ who, what, about }) => [who, what, about]),
    [['ines', 'WatchStarted', ['ines', 'ana']]],
  );
});
