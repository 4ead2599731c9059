import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnderWay } from '../../server/under-way.ts';

test('what was put in is there under its key until it is taken out, once, whatever the key is called', () => {
  const table = new UnderWay<{ readonly n: number }>();
  for (const key of ['a', '1', '__proto__', 'constructor', '']) {
    assert.equal(table.get(key), undefined, key);
    assert.equal(table.delete(key), false, key);
    table.set(key, { n: 1 });
    table.set(key, { n: 2 });
    assert.deepEqual(table.get(key), { n: 2 }, key);
    assert.equal(table.delete(key), true, key);
    assert.deepEqual([table.get(key), table.delete(key)], [undefined, false], key);
  }
});
