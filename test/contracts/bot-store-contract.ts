import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BotStore } from '../../bot/store/store.ts';

/** A place for a store that can be opened again. */
export interface BotStorePlace {
  open(): Promise<BotStore>;
  remove(): Promise<void>;
}

/** What every store of the bot must do. */
export function botStoreContract(name: string, make: () => Promise<BotStorePlace>): void {
  test(`${name}: what was written is there after it was opened again, in the order of its keys`, async (t) => {
    const place = await make();
    t.after(() => place.remove());
    const first = await place.open();
    await first.write([
      { kind: 'outbox', key: 'b', value: { n: 2, text: 'مرحبا 😀' } },
      { kind: 'outbox', key: 'a', value: { n: 1 } },
      { kind: 'person', key: 'a', value: 'another kind' },
    ]);
    await first.write([{ kind: 'outbox', key: 'c', value: 3 }]);
    await first.write([
      { kind: 'outbox', key: 'c', value: null },
      { kind: 'outbox', key: 'a', value: { n: 9 } },
    ]);
    await first.write([]);
    await first.close();
    const again = await place.open();
    assert.deepEqual(await again.all('outbox'), [
      ['a', { n: 9 }],
      ['b', { n: 2, text: 'مرحبا 😀' }],
    ]);
    assert.equal(await again.get('person', 'a'), 'another kind');
    assert.equal(await again.get('person', 'nobody'), undefined);
    await again.close();
  });

  test(`${name}: of all who ask at once by one name one is first, and it is known afterwards`, async (t) => {
    const place = await make();
    t.after(() => place.remove());
    const store = await place.open();
    assert.equal(await store.knows('act'), false);
    const answers = await Promise.all(Array.from({ length: 10 }, () => store.once('act', 60_000)));
    assert.equal(answers.filter(Boolean).length, 1);
    assert.equal(await store.knows('act'), true);
    assert.equal(await store.once('other', 60_000), true);
    await store.close();
  });
}
