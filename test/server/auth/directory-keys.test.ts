import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import type { Integration } from '@floorwalk/core/directory';
import { createDirectoryKeys, hashOf, newKey } from '../../../server/auth/directory-keys.ts';
import type { Engine, Tenant } from '../../../server/engine/engine.ts';
import { world } from '../../support/world.ts';

const key = newKey('acme', 'shop');
const shop: Integration = {
  id: 'shop',
  name: 'Shop',
  rights: ['deliver'],
  keys: [{ id: 'k1', label: 'One', sha256: hashOf(key), createdAt: 1, expiresAt: null }],
  disabled: false,
};

/** A store and an engine that say which entries were read and which tenants were loaded. */
function tracked() {
  const { floor } = world();
  floor.integrations.set('shop', shop);
  const [read, loaded]: [string[], string[]] = [[], []];
  const state = JSON.stringify({ kind: 'integration', value: shop });
  const store = {
    load: async (tenant: string, _family: string, id: string) => {
      read.push(`${tenant} ${id}`);
      return tenant === 'acme' && id === 'integration:shop' ? ({ version: 1, state } as never) : undefined;
    },
  };
  const engine = {
    tenant: async (id: string) => {
      loaded.push(id);
      return { id, floor, now: () => 2 } as unknown as Tenant;
    },
  } as unknown as Engine;
  return { find: createDirectoryKeys(engine, store), store, engine, read, loaded };
}

test('[R2] a tenant is loaded for nobody who has not shown a key of it, and then read no more for each request', async () => {
  const { find, read, loaded } = tracked();
  const made = newKey('acme', 'shop');
  for (const token of [newKey('nobody', 'shop'), newKey('acme', 'crm'), made, 'fw~acme~shop~short', `${key}x`])
    assert.ok(isRefusal(await find(token)), token);
  assert.deepEqual(loaded, []);
  assert.deepEqual(read, ['nobody integration:shop', 'acme integration:crm', 'acme integration:shop']);
  for (let n = 0; n < 3; n++) {
    const found = await find(key);
    assert.ok(!isRefusal(found) && found.key.id === 'k1' && found.integration === shop);
  }
  assert.ok(isRefusal(await find(made)), 'a made-up key is refused by what is loaded, too');
  assert.equal(read.length, 4);
});

test('[R2] a key opens an integration whatever its id is made of', async () => {
  const { store, engine } = tracked();
  const id = 'shop:eu.1@x-y_z';
  const own = newKey('acme', id);
  const value = { ...shop, id, keys: shop.keys.map((one) => ({ ...one, sha256: hashOf(own) })) };
  const tenant = { floor: { integrations: new Map([[id, value]]) }, now: () => 2 } as unknown as Tenant;
  const state = JSON.stringify({ kind: 'integration', value });
  const find = createDirectoryKeys(
    { ...engine, tenant: async () => tenant },
    { ...store, load: async () => ({ version: 1, state }) as never },
  );
  const found = await find(own);
  assert.ok(!isRefusal(found) && found.integration === value);
});

test('[R2] every key is another, and says whose it is', () => {
  assert.match(key, /^fw~acme~shop~[A-Za-z0-9_-]{43}$/u);
  assert.notEqual(newKey('acme', 'shop'), key);
});
