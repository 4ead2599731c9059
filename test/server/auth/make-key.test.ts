import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import type { Integration } from '@floorwalk/core/directory';
import { hashOf } from '../../../server/auth/directory-keys.ts';
import { makeKey } from '../../../server/auth/make-key.ts';

const ended = { id: 'k1', label: 'Old', sha256: 'x', createdAt: 1, expiresAt: 900 };
const crm: Integration = { id: 'crm', name: 'CRM', rights: [], keys: [ended], disabled: false };

test('[R3] a new key takes the place of those that have ended, and is known by its hash', () => {
  const made = makeKey('acme', crm, {}, 1_000);
  assert.ok(!isRefusal(made));
  assert.deepEqual(made.integration.keys, [made.entry]);
  assert.deepEqual([made.entry.label, made.entry.sha256, made.entry.expiresAt], ['CRM', hashOf(made.key), null]);
  const another = makeKey('acme', crm, {}, 1_000);
  assert.ok(!isRefusal(another) && another.key !== made.key);
});

test('[R3] a key that would have ended is not made', () => {
  const no = makeKey('acme', crm, { expiresAt: 1_000 }, 1_000);
  assert.deepEqual(isRefusal(no) && [no.refusal, no.field], ['malformed', 'expiresAt']);
});
