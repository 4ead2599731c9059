import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Agent } from '../../../core/agent/index.ts';
import { initialAgent, isReachable, routingPresence } from '../../../core/agent/index.ts';
import { chosenPresences, presences, type ChosenPresence } from '../../../core/words.ts';

const CAPACITY = 4;
const here: Agent = { ...initialAgent('ana'), connections: { desk: 'server-1' }, unreachableSince: null, lost: false };
const manual = (presence: ChosenPresence, by = 'ana'): Agent['manual'] => ({ presence, custom: null, by, at: 1 });
const presenceOf = (change: Partial<Agent>, load = 0): string =>
  routingPresence({ ...here, ...change }, load, CAPACITY);

test('[K2] 1: unreachable past the limit is offline, whatever else is so', () => {
  assert.equal(presenceOf({ lost: true, manual: manual('available') }), 'offline');
  assert.equal(presenceOf({ lost: true, manual: manual('away'), missedOfferAt: 1 }), 'offline');
});

test('[K2] 1: unreachable within the limit keeps the presence', () => {
  assert.equal(presenceOf({ connections: {}, unreachableSince: 5, manual: manual('busy') }), 'busy');
});

test('[K2] 2: manual away, doNotDisturb and offline come before a missed offer', () => {
  for (const presence of ['away', 'doNotDisturb', 'offline'] as const)
    assert.equal(presenceOf({ manual: manual(presence), missedOfferAt: 1 }), presence);
});

test('[K2] 3: a missed offer makes inactive, before manual available and busy and before units', () => {
  assert.equal(presenceOf({ manual: manual('available'), missedOfferAt: 1 }), 'inactive');
  assert.equal(presenceOf({ manual: manual('busy'), missedOfferAt: 1 }), 'inactive');
  assert.equal(presenceOf({ missedOfferAt: 1 }, 2), 'inactive');
});

test('[K2] 4: manual available and busy come before units', () => {
  assert.equal(presenceOf({ manual: manual('available') }, CAPACITY), 'available');
  assert.equal(presenceOf({ manual: manual('busy') }, 0), 'busy');
});

test('[K2] 5: by units, at capacity, above it, some, and none', () => {
  assert.equal(presenceOf({}, CAPACITY), 'doNotDisturb');
  assert.equal(presenceOf({}, CAPACITY + 3), 'doNotDisturb');
  assert.equal(presenceOf({}, 1), 'busy');
  assert.equal(presenceOf({}, 0), 'available');
});

test('[K2] a supervisor’s setting counts as manual', () => {
  assert.equal(presenceOf({ manual: manual('away', 'ines') }), 'away');
});

test('[K1] every agent has a presence, and inactive comes only from the system', () => {
  const agent = fc.record({
    manual: fc.option(
      fc.constantFrom(...chosenPresences).map((presence) => manual(presence)),
      { nil: null },
    ),
    missedOfferAt: fc.option(fc.nat(), { nil: null }),
    lost: fc.boolean(),
  });
  fc.assert(
    fc.property(agent, fc.nat({ max: 9 }), fc.nat({ max: 9 }), (change, load, capacity) => {
      const presence = routingPresence({ ...here, ...change }, load, capacity);
      assert.ok(presences.includes(presence));
      if (presence === 'inactive') assert.notEqual(change.missedOfferAt, null);
    }),
  );
});

test('[K5] reachable is a live connection; nobody is before their first', () => {
  assert.equal(isReachable(here), true);
  assert.equal(isReachable(initialAgent('new')), false);
  assert.equal(routingPresence(initialAgent('new'), 0, CAPACITY), 'offline');
});
