import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DAY_MS } from '@floorwalk/core';
import { CustomerLinks } from '../../../bot/channels/links.ts';
import { openSqliteBotStore } from '../../../bot/store/sqlite-store.ts';

const place = { channel: 'sms', serviceUrl: '', conversation: 'w', tenant: '', bot: 'b', user: 'u', isPersonal: true };

test('[R6] who has not written for long is forgotten while the bot runs, in memory and in the store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-bot-'));
  const store = openSqliteBotStore(folder, () => 0);
  const links = new CustomerLinks(store);
  await links.open(0);
  const link = (who: string, at: number) => ({ key: who, conversation: `c-${who}`, place, locale: null, upTo: 0, at });
  await links.save(link('old', 0));
  await links.save(link('new', 50 * DAY_MS));
  await links.prune(89 * DAY_MS);
  assert.equal(links.all().length, 2);
  await links.prune(90 * DAY_MS);
  assert.deepEqual(
    links.all().map(({ key }) => key),
    ['new'],
  );
  assert.equal(links.ofConversation('c-old'), undefined);
  assert.deepEqual(
    (await store.all('customer')).map(([key]) => key),
    ['new'],
  );
  await store.close();
  await rm(folder, { recursive: true });
});
