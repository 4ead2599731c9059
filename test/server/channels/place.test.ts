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
  assert.equal(placeOf(tenant, 3), places[3]);
  for (const other of [
    { id: 'demo', epoch: 'e2' },
    { id: 'acme', epoch: 'e1' },
  ])
    assert.equal(offsetOf(other, places[1] ?? ''), undefined);
  for (const nonsense of ['', 'nonsense', '00000000.3', 'A'.repeat(22), 'A'.repeat(500)])
    assert.equal(offsetOf(tenant, nonsense), undefined, nonsense);
  const starts = new Set(places.map((place) => place.slice(0, 4)));
  assert.equal(starts.size, places.length);
});
