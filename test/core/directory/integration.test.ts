import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryChanges,
  integrationRefusal,
  keyCounts,
  saveRefusal,
  type Integration,
  type KeyEntry,
} from '@floorwalk/core/directory';
import { world } from '../../support/world.ts';

const key = (id: string, expiresAt: number | null = null): KeyEntry => ({
  id,
  label: `Key ${id}`,
  sha256: `hash of ${id}`,
  createdAt: 1,
  expiresAt,
});
const integration = (...keys: KeyEntry[]): Integration => ({
  id: 'shop',
  name: 'Shop',
  rights: ['deliver'],
  keys,
  disabled: false,
});

test('[R2] two keys of an integration count at a time, a third is refused', () => {
  assert.equal(integrationRefusal(integration(key('a'), key('b'))), null);
  const three = integration(key('a'), key('b'), key('c'));
  assert.equal(integrationRefusal(three)?.field, 'keys');
  assert.equal(saveRefusal(world().floor, { kind: 'integration', value: three })?.field, 'keys');
});

test('[R3] a key counts until the instant at which it ends', () => {
  assert.ok(keyCounts(key('a'), Number.MAX_SAFE_INTEGER));
  assert.ok(keyCounts(key('a', 10), 9));
  assert.ok(!keyCounts(key('a', 10), 10));
});

test('[R4] the record names keys by their labels and holds nothing of their hashes', () => {
  const changes = entryChanges(
    { kind: 'integration', value: integration(key('a')) },
    { kind: 'integration', value: integration(key('a'), key('b')) },
  );
  assert.deepEqual(changes, [{ field: 'keys', was: 'Key a', now: 'Key a, Key b' }]);
});
