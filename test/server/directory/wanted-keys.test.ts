import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import type { Integration } from '@floorwalk/core/directory';
import { hashOf } from '../../../server/auth/directory-keys.ts';
import type { WantedKey } from '../../../server/auth/make-key.ts';
import { wantedKeys } from '../../../server/directory/wanted-keys.ts';

const NOW = 1_000;
const crm: Integration = { id: 'crm', name: 'CRM', rights: ['open'], keys: [], disabled: false };
const want = (integration: Integration, wanted: readonly WantedKey[], now = NOW) => {
  const done = wantedKeys('acme', integration, wanted, now);
  assert.ok(!isRefusal(done), isRefusal(done) ? done.detail : '');
  return done;
};

test('[R2] a key is made for each label that has none, and only its hash is kept', () => {
  const { integration, made } = want(crm, [{ label: 'first' }, { expiresAt: 5_000 }]);
  assert.deepEqual(
    integration.keys.map(({ label, expiresAt }) => [label, expiresAt]),
    [
      ['first', null],
      ['CRM', 5_000],
    ],
  );
  assert.deepEqual(
    made.map(({ key }) => hashOf(key)),
    integration.keys.map(({ sha256 }) => sha256),
  );
  assert.ok(made.every(({ key }) => !JSON.stringify(integration).includes(key)));
});

test('[R2] what has a key that counts is left as it is, also when its time in the file is over', () => {
  const wanted = [{ label: 'first' }, { label: 'second', expiresAt: 5_000 }];
  const { integration } = want(crm, wanted);
  for (const now of [NOW, 9_000]) {
    const again = want(integration, wanted, now);
    assert.deepEqual([again.made, again.integration], [[], integration]);
  }
});

test('[R3] a key that has ended is followed by another of its label where the file gives it more time', () => {
  const { integration } = want(crm, [{ label: 'first', expiresAt: 5_000 }]);
  const later = want(integration, [{ label: 'first', expiresAt: 90_000 }], 9_000);
  assert.equal(later.made.length, 1);
  assert.deepEqual(
    later.integration.keys.map(({ expiresAt }) => expiresAt),
    [90_000],
  );
});

test('[R3] no third key counts beside two, and none is made that has ended already', () => {
  const { integration } = want(crm, [{ label: 'old' }, { label: 'new' }]);
  const third = wantedKeys('acme', integration, [{ label: 'third' }], NOW);
  assert.ok(isRefusal(third));
  assert.match(third.detail, /Two keys count already/u);
  const over = wantedKeys('acme', crm, [{ label: 'late', expiresAt: NOW }], NOW);
  assert.equal(isRefusal(over) && over.field, 'expiresAt');
});
