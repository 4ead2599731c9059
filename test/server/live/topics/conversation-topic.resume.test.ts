import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimelineEntry } from '@floorwalk/core/protocol';
import { customerOf, startLive } from '../support/live.ts';
import { seeded } from '../support/seeded.ts';
import { textsOf, watch, watched } from '../support/watching.ts';

test('what was read is resumed after cuts at random points without a gap or a repeat', async (t) => {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const random = seeded(20_261_122);
  const seen: TimelineEntry[] = [];
  let since: object | undefined;
  let client = await on.staff('ines');
  await watch(client);
  const keep = (): void => {
    for (const message of client.all('conversation')) {
      if (message['whole']) seen.length = 0;
      seen.push(...(message['entries'] as TimelineEntry[]));
      since = message['position'] as object;
    }
  };
  for (let i = 0; i < 150; i++) {
    const plane = random() < 0.4 ? 'internal' : 'public';
    const said = on.say(
      plane === 'public' && random() < 0.5 ? customerOf('c1') : on.actor('ana'),
      'c1',
      plane,
      `m${i}`,
    );
    if (random() < 0.2) {
      if (random() < 0.5) await said;
      client.cut();
      await client.closed;
      keep();
      client = await on.staff('ines');
      await watch(client, since);
    }
    await said;
  }
  await on.settle();
  keep();
  assert.deepEqual(
    textsOf(seen),
    Array.from({ length: 150 }, (_, i) => `m${i}`),
  );
});

test('a reader of another history gets everything anew', async (t) => {
  const { on } = await watched(t);
  await on.say(customerOf('c1'), 'c1', 'public', 'one');
  const client = await on.staff('ines');
  const first = await watch(client, { epoch: 'another', public: 3, internal: 1 });
  assert.equal(first['whole'], true);
  assert.deepEqual(textsOf(first['entries'] as TimelineEntry[]), ['one']);
});
