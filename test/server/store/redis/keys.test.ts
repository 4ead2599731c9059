import assert from 'node:assert/strict';
import { it } from 'node:test';
import { redisKeys } from '../../../../server/store/redis/keys.ts';

const { ofTenant } = redisKeys('floorwalk');

it('keeps one tenant in one slot, whatever its name, and another out of its keys', () => {
  for (const tenant of ['acme', '', '}', '{x}', 'a}:b', 'a\nb', 'ż', '\ud800']) {
    const keys = ofTenant(tenant);
    const all = [keys.meta, keys.wake, keys.ledger('{y}'), keys.lookup('}{'), keys.plane('public', '{z}')];
    const tags = new Set(all.map((key) => /\{([^}]+)\}/.exec(key)?.[1]));
    assert.equal(tags.size, 1, tenant);
    assert.notEqual([...tags][0], undefined, tenant);
  }
  assert.notEqual(ofTenant('t').ledger('x}:meta'), ofTenant('t}:ledger:x').meta);
  assert.notEqual(ofTenant('t').meta, ofTenant('T').meta);
});

it('keeps apart what ids could confuse', () => {
  const keys = ofTenant('t');
  const ids = ['a', 'a:b', 'public:a', 'internal:a'];
  const all = ids.flatMap((id) => [
    keys.ledger(id),
    keys.lookup(id),
    keys.plane('public', id),
    keys.plane('internal', id),
  ]);
  assert.equal(new Set(all).size, all.length);
});
