import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readBotConfig } from '../../bot/config.ts';
import { silentLogger } from '../../bot/log.ts';
import { startBot, type RunningBot } from '../../bot/start-bot.ts';
import { startPlayground, withoutPlayground, type Frame, type Playground } from '../support/playground.ts';
import { startSite, type Site } from '../support/site.ts';
import { actionsOf, objects, saveAccounts, TENANT, textOf } from '../support/teams.ts';

const skip = withoutPlayground();
let site: Site;
let bot: RunningBot;
let ines: Playground;
let jonas: Playground;
let folder: string;

before(async () => {
  if (skip) return;
  site = await startSite();
  await saveAccounts(site);
  folder = await mkdtemp(join(tmpdir(), 'floorwalk-bot-'));
  const config = readBotConfig({ BOT_DEMO: '1', BOT_PORT: '0', BOT_SERVER: site.url, BOT_DATA: folder });
  bot = await startBot(config, { log: silentLogger });
  const start = (name: keyof typeof objects): Promise<Playground> =>
    startPlayground({
      endpoint: `${bot.url}/api/messages`,
      tenant: TENANT,
      user: { id: `29:${name}`, name, object: objects[name] },
    });
  [ines, jonas] = await Promise.all([start('ines'), start('jonas')]);
});
after(async () => {
  await Promise.all([ines, jonas].map((one) => one?.close()));
  await bot?.close();
  await site?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const says =
  (...words: string[]) =>
  ({ message }: Frame): boolean =>
    words.every((word) => textOf(message).includes(word));
/** The latest card in this chat with a button of this title. */
function cardWith(
  playground: Playground,
  title: string,
): { readonly id: string; readonly action: Record<string, unknown> } {
  for (const { id, message } of playground.frames.toReversed()) {
    const action = actionsOf(message).find((one) => one['title'] === title);
    if (action) return { id, action };
  }
  throw new Error(`No card has ${title}.`);
}
async function click(playground: Playground, title: string, inputs: object = {}): Promise<string> {
  const { id, action } = cardWith(playground, title);
  const { data, verb } = action as { data: object; verb: string };
  return textOf(await playground.click(id, { type: 'Action.Execute', title, verb, data: { ...data, ...inputs } }));
}

test('[A6] two supervisors in two chats: one assigns, the other hears who won and when', { skip }, async () => {
  const id = await site.open({ customer: { name: 'Rosa' } });
  for (const one of [ines, jonas]) {
    await one.say('floor');
    await one.until(says('Rosa', 'Assign 1'));
    await one.say('assign 1');
    await one.until(says('Assign ', 'Rosa', 'What would it do?'));
  }
  const tried = await click(ines, 'What would it do?', { target: 'agent:ana' });
  assert.match(tried, /would then hold \d+ of 100 units/u);
  const data = { c: id, all: false, target: 'agent:ana', reason: '', n: 'made-here', t: Date.now() };
  const act = { type: 'Action.Execute', title: 'Assign now', verb: 'give-assign', data };
  const first = textOf(await ines.click(cardWith(ines, 'What would it do?').id, act));
  assert.match(first, /^Done/u);
  const again = textOf(await ines.click(cardWith(ines, 'What would it do?').id, act));
  assert.equal(again, first);
  const second = { ...act, data: { ...data, target: 'agent:ben', n: 'made-there' } };
  const lost = textOf(await jonas.click(cardWith(jonas, 'What would it do?').id, second));
  assert.match(lost, /ines.*offered it, to .*ana/iu);
});

test(
  '[M4] both watch one conversation; one joins, whispers and writes to the customer, and both chats show the same',
  { skip },
  async () => {
    const id = await site.open({ customer: { name: 'Mara' } });
    const supervisor = await site.token('supervisor', 'ines');
    await site.call(supervisor, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ben' } });
    await site.call(await site.token('agent', 'ben'), 'POST', `/v1/conversations/${id}/accept`, { body: {} });
    const crm = await site.token('integration', 'crm');
    const said = {
      id: 'm1',
      text: 'مرحبا **bold** <at>all</at> https://evil.example',
      plane: 'public',
      from: { customer: {} },
    };
    await site.call(crm, 'POST', `/v1/conversations/${id}/messages`, { body: said });
    for (const one of [ines, jonas]) {
      await one.say('floor Mara');
      await one.until(says('Conversations', 'with “', 'Mara', 'Watch 1'));
      await one.say('watch 1');
      await one.until(says('(customer): \u2068مرحبا **bold** <\u2060at>'));
      await one.until(says('Only watching:'));
    }
    assert.match(await click(ines, 'Join'), /You have joined/u);
    await ines.say('Offer a refund');
    for (const one of [ines, jonas]) await one.until(says('(supervisor, internal): \u2068Offer a refund'));
    await ines.until(says('Joined: ', 'Write to the customer…'));
    const { id: statusId } = cardWith(ines, 'Write to the customer…');
    const stamp = { c: id, n: 'compose-1', t: Date.now() };
    const sent = textOf(
      await ines.click(statusId, {
        type: 'Action.Execute',
        verb: 'send-public',
        data: { ...stamp, text: 'We refund you.' },
      }),
    );
    assert.match(sent, /Sent to the customer: [^]*We refund you\./u);
    for (const one of [ines, jonas]) await one.until(says('(supervisor to customer): \u2068We refund you.'));
    const { body } = await site.call(supervisor, 'GET', `/v1/conversations/${id}/messages`);
    const planes = (body.items ?? []).filter(({ type }) => type === 'message').map(({ plane, text }) => [plane, text]);
    assert.deepEqual(planes, [
      ['public', said.text],
      ['internal', 'Offer a refund'],
      ['public', 'We refund you.'],
    ]);
  },
);

test('an edited and a deleted message change nothing, and the supervisor is told so', { skip }, async () => {
  const tenant = { tenant: { id: TENANT } };
  await ines.send({
    id: 'e1',
    type: 'messageUpdate',
    text: 'changed',
    channelData: { eventType: 'editMessage', ...tenant },
  });
  await ines.until(says('editing or deleting it in Teams changes nothing'));
});
