import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readBotConfig } from '../../bot/config.ts';
import { silentLogger } from '../../bot/log.ts';
import { startBot } from '../../bot/start-bot.ts';
import { openSqliteBotStore } from '../../bot/store/sqlite-store.ts';
import { botClock, recordingTransport } from '../support/teams.ts';

test('a second bot that finds its port taken sends nothing of what the first one has to send', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-bot-'));
  const first = createServer().listen(0, '127.0.0.1');
  await once(first, 'listening');
  t.after(async () => {
    first.close();
    await rm(folder, { recursive: true, force: true });
  });
  const place = { channel: 'msteams', serviceUrl: '', conversation: 'a:1', tenant: 't', bot: 'b', user: 'u' };
  const line = (key: string, state: string) => {
    const what = { is: 'line', text: `A ${state} line.` };
    return { kind: 'outbox', key, value: { key, place: { ...place, isPersonal: true }, at: 0, state, what } } as const;
  };
  const store = openSqliteBotStore(folder, () => 0);
  await store.write([line('1', 'waiting'), line('2', 'sending')]);
  const before = await store.all('outbox');
  const { transport, shown } = recordingTransport();
  const { port } = first.address() as AddressInfo;
  const config = readBotConfig({ BOT_DEMO: '1', BOT_PORT: String(port), BOT_DATA: folder });
  const options = { log: silentLogger, clock: botClock(0), transport: () => Promise.resolve(transport) };
  await assert.rejects(startBot(config, options), /EADDRINUSE/u);
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  assert.deepEqual(shown, []);
  assert.deepEqual(await store.all('outbox'), before);
  await store.close();
});
