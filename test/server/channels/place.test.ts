import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offsetOf, placeOf } from '../../../server/channels/place.ts';

const tenant = { id: 'demo', epoch: 'e1' };

test('[P2] a place is its offset again in its own history only, and two of them do not say what lies between', () => {
  const places = [0, 1, 2, 3, 1_000_000].map((offset) => placeOf(tenant, offset));
  assert.deepEqual(
    places.map((place) => offsetOf(tenant, place)),
    [0, 1, 2, 3, 1_000_000],
  );
  for (const other of [
    { id: 'demo', epoch: 'e2' },
    { id: 'acme', epoch: 'e1' },
  ])
    assert.equal(offsetOf(other, places[1] ?? ''), undefined);
  for (const nonsense of ['', 'nonsense', '00000000.3', 'A'.repeat(22), 'A'.repeat(500)])
    assert.equal(offsetOf(tenant, nonsense), undefined, nonsense);
});

test('[P2] who asks where they are hears nothing of whether anything happened since they last asked', () => {
  const again = placeOf(tenant, 3);
  assert.notEqual(placeOf(tenant, 3), again);
  assert.equal(offsetOf(tenant, again), 3);
});
