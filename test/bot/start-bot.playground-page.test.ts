import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { readBotConfig } from '../../bot/config.ts';
import { silentLogger } from '../../bot/log.ts';
import { startBot, type RunningBot } from '../../bot/start-bot.ts';
import { CHROMIUM_ARGS, chromiumPath } from '../support/chromium.ts';
import { openChat, type Chat } from '../support/playground-page.ts';
import { startPlayground, withoutPlayground, type Playground } from '../support/playground.ts';
import { startSite, type Site } from '../support/site.ts';
import { objects, saveAccounts, TENANT } from '../support/teams.ts';

const skip = withoutPlayground();
let site: Site;
let bot: RunningBot;
let folder: string;
let browser: Browser;
let playgrounds: readonly Playground[] = [];
let ines: Chat;
let jonas: Chat;

before(async () => {
  if (skip) return;
  site = await startSite();
  await saveAccounts(site);
  folder = await mkdtemp(join(tmpdir(), 'floorwalk-bot-'));
  const tab = '11111111-2222-4333-8444-555555555555';
  const env = { BOT_DEMO: '1', BOT_PORT: '0', BOT_SERVER: site.url, BOT_DATA: folder, BOT_TAB_APP: tab };
  bot = await startBot(readBotConfig(env), { log: silentLogger });
  const start = (name: keyof typeof objects): Promise<Playground> =>
    startPlayground({
      endpoint: `${bot.url}/api/messages`,
      tenant: TENANT,
      user: { id: `29:${name}`, name, object: objects[name] },
    });
  const [one, two] = await Promise.all([start('ines'), start('jonas')]);
  playgrounds = [one, two];
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
  [ines, jonas] = await Promise.all([openChat(browser, one), openChat(browser, two)]);
});
after(async () => {
  await browser?.close();
  await Promise.all(playgrounds.map((one) => one.close()));
  await bot?.close();
  await site?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const as = async (role: 'supervisor' | 'agent', who: string, verb: string, id: string, body: object = {}) =>
  site.call(await site.token(role, who), 'POST', `/v1/conversations/${id}/${verb}`, { body });
async function heldByAna(customer: string, subject: string): Promise<string> {
  const id = await site.open({ customer: { name: customer }, subject });
  await as('supervisor', 'ines', 'assign', id, { agent: 'ana' });
  await as('agent', 'ana', 'accept', id);
  return id;
}
/** What was done to a conversation, each act with who did it. */
async function acts(id: string): Promise<readonly string[]> {
  const { body } = await site.call(await site.token('administrator', 'ada'), 'GET', '/v1/audit');
  return (body.items ?? [])
    .filter(({ conversation }) => conversation === id)
    .map(({ who, what }) => `${String(who)} ${String(what)}`);
}
const times = (all: readonly string[], one: string): number => all.filter((act) => act === one).length;

test(
  '[M4] in the browser a supervisor watches, joins, whispers and writes to the customer; a double click does each once',
  { skip },
  async () => {
    const id = await heldByAna('Mara Olsen', 'A parcel that never came');
    const crm = await site.token('integration', 'crm');
    const said = { id: 'm1', text: 'Where is my parcel?', plane: 'public', from: { customer: {} } };
    await site.call(crm, 'POST', `/v1/conversations/${id}/messages`, { body: said });

    await ines.say('floor Mara');
    await ines.shows(/Conversations with/u);
    await ines.picture('1-floor');
    await ines.press('Watch 1', { twice: true });
    await ines.shows(/Where is my parcel\?/u);
    await ines.shows('Only watching:');
    await ines.shows('Open in Floorwalk');
    await ines.picture('2-watching');

    await ines.press('Join', { twice: true });
    await ines.shows(/what you type here goes to the agent only/u);
    await ines.say('Offer her a refund today');
    await ines.shows(/\(supervisor, internal\)/u);
    await ines.picture('3-whispered');

    await ines.press('Write to the customer…');
    await ines.shows(/To the customer: /u);
    await ines.fill('Message to the customer', 'We refund you today, Mara.');
    await ines.picture('4-to-the-customer');
    await ines.press('Send to customer', { twice: true });
    await ines.shows(/Sent to the customer: /u);
    await ines.shows(/\(supervisor to customer\)/u);
    await ines.picture('5-sent');

    const { body } = await site.call(await site.token('supervisor', 'ines'), 'GET', `/v1/conversations/${id}/messages`);
    const written = (body.items ?? [])
      .filter(({ type }) => type === 'message')
      .map(({ plane, text }) => `${String(plane)} ${String(text)}`);
    assert.deepEqual(written, [
      'public Where is my parcel?',
      'internal Offer her a refund today',
      'public We refund you today, Mara.',
    ]);
    const done = await acts(id);
    assert.equal(times(done, 'ines ConsultantJoined'), 1, done.join(', '));
    await ines.press('Leave');
    await ines.shows(/You have left/u);
  },
);

test(
  '[A6] in two browsers two supervisors assign the same conversation: one wins, the other’s card says who',
  { skip },
  async () => {
    const id = await site.open({ customer: { name: 'Rosa Lind' }, subject: 'Charged twice' });
    for (const [one, agent] of [
      [ines, 'ana'],
      [jonas, 'ben'],
    ] as const) {
      await one.say('floor Rosa');
      await one.shows(/Rosa Lind/u);
      await one.press('Assign 1');
      await one.choose('Agent or queue', agent === 'ana' ? 'Ana' : 'Ben');
      await one.press('What would it do?');
      await one.shows(/would then hold/u);
      await one.page.getByRole('button', { name: 'Assign now' }).last().waitFor();
    }
    await ines.picture('6-what-if');
    await Promise.all([ines.press('Assign now', { twice: true }), jonas.press('Assign now', { twice: true })]);
    const won = (one: Chat): Promise<boolean> =>
      Promise.race([
        one.shows(/^Done: .*Rosa Lind.* is assigned to .*(?:Ana|Ben)/u).then(() => true),
        one.shows(/offered it, to/u).then(() => false),
      ]);
    const outcomes = await Promise.all([won(ines), won(jonas)]);
    assert.notEqual(outcomes[0], outcomes[1]);
    await ines.picture(`7-race-${outcomes[0] ? 'won' : 'lost'}`);
    await jonas.picture(`7-race-${outcomes[1] ? 'won' : 'lost'}`);
    const done = await acts(id);
    assert.equal(done.filter((act) => act.endsWith(' ConversationOffered')).length, 1, done.join(', '));
  },
);

test('[T2] in the browser a conversation is transferred with a reason, once', { skip }, async () => {
  const id = await heldByAna('Nils Berg', 'A lamp that flickers');
  await ines.say('floor Nils');
  await ines.shows(/Nils Berg/u);
  await ines.press('Transfer 1');
  await ines.choose('Agent', 'Kofi');
  await ines.fill('Reason, needed where somebody would hold too much', 'Kofi knows lamps');
  await ines.press('What would it do?');
  await ines.page.getByRole('button', { name: 'Transfer now' }).last().waitFor();
  await ines.press('Transfer now', { twice: true });
  await ines.shows(/^Done: .*Nils Berg.* is offered as a transfer to .*Kofi/u);
  await ines.picture('8-transferred');
  const done = await acts(id);
  assert.equal(times(done, 'ines TransferOffered'), 1, done.join(', '));
});

test(
  '[B3] in two browsers two supervisors claim a raised hand: one has it, the other hears who',
  { skip },
  async () => {
    const id = await heldByAna('Ida Holm', 'A deposit');
    await as('agent', 'ana', 'raise-hand', id, { text: 'May I refund the deposit?' });
    for (const one of [ines, jonas]) {
      await one.say('floor Ida');
      await one.shows(/May I refund the deposit\?/u);
    }
    await Promise.all([ines.press('Claim 1', { twice: true }), jonas.press('Claim 1', { twice: true })]);
    await Promise.any([ines.shows(/claimed/u), jonas.shows(/claimed/u)]);
    await ines.picture('9-claim-ines');
    await jonas.picture('9-claim-jonas');
    const done = await acts(id);
    assert.equal(done.filter((act) => /HandClaimed$/u.test(act)).length, 1, done.join(', '));
  },
);
