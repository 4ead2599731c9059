import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { channelCustomer, conversationsOf } from '../../support/channel.ts';
import { startSite, type Site } from '../../support/site.ts';
import { Client } from '../../server/live/support/client.ts';
import { startTeams, type Teams } from '../../support/teams.ts';

let site: Site;
let teams: Teams;
let ines: string;
let ana: string;
before(async () => {
  site = await startSite();
  teams = await startTeams(site, { env: { BOT_CUSTOMERS: 'webchat=live-chat,sms=whatsapp' } });
  ines = await site.token('supervisor', 'ines');
  ana = await site.token('agent', 'ana');
});
after(async () => {
  await teams.close();
  await site.close();
});

const post = (token: string, id: string, verb: string, body: object = {}) =>
  site.call(token, 'POST', `/v1/conversations/${id}/${verb}`, { body });
async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let turn = 0; turn < 500; turn++) {
    const seen = await look();
    if (seen !== undefined) return seen;
    teams.clock.pass(10);
  }
  throw new Error('It never was so.');
}
const found = (name: string, not = ''): Promise<string> =>
  eventually(async () => (await conversationsOf(site, name)).find((id) => id !== not));
async function engaged(name: string): Promise<string> {
  const id = await found(name);
  await post(ines, id, 'assign', { agent: 'ana' });
  await post(ana, id, 'accept');
  return id;
}
async function textsOf(id: string): Promise<readonly string[]> {
  const { body } = await site.call(await site.token('integration', 'crm'), 'GET', `/v1/conversations/${id}/messages`);
  return (body.items ?? []).filter(({ type }) => type === 'message').map(({ text }) => String(text));
}
const until = (isSo: () => boolean): Promise<void> => teams.until(isSo);
const untilSaid = (id: string, text: string): Promise<true> =>
  eventually(async () => (await textsOf(id)).includes(text) || undefined);

test('[P1] a customer of a channel reads what is public and the notices in their language, and nothing internal', async () => {
  const greta = channelCustomer(teams, 'webchat', 'Greta', 'de-CH');
  assert.equal(await greta.say('Guten Tag'), 200);
  const id = await engaged('Greta');
  await post(ana, id, 'messages', { id: 'g1', text: 'A secret note.', plane: 'internal' });
  await post(ana, id, 'messages', { id: 'g2', text: 'Grüezi, <at>Greta</at> **b**.', plane: 'public' });
  await post(ines, id, 'monitor');
  await post(ines, id, 'join');
  await until(() => greta.read.some((text) => text.includes('Beratung')));
  const read = greta.read.join('\n');
  assert.match(read, /Diese Unterhaltung kann mitgelesen/u);
  assert.match(read, /Ana antwortet Ihnen jetzt\./u);
  assert.match(read, /Ana: Grüezi, <at>Greta<\/at> \*\*b\*\*\./u);
  assert.match(read, /ines ist zur Beratung dazugekommen\./u);
  assert.doesNotMatch(read, /secret|offered|assigned|Guten Tag/u);
  for (const { place, activity } of teams.shown)
    if (place.channel === 'webchat') assert.ok('text' in activity && activity.textFormat === 'plain');
});

test('[P4] an activity that the channel delivers twice is said once, and who comes back goes on in their conversation', async () => {
  const tom = channelCustomer(teams, 'webchat', 'Tom');
  await Promise.all([tom.say('Hello?', { id: 'same' }), tom.say('Hello?', { id: 'same' })]);
  const id = await engaged('Tom');
  await teams.restart();
  await tom.say('Still me.');
  await untilSaid(id, 'Still me.');
  assert.deepEqual(await textsOf(id), ['Hello?', 'Still me.']);
  assert.deepEqual(await conversationsOf(site, 'Tom'), [id]);
  await post(ana, id, 'messages', { id: 't1', text: 'After the restart.', plane: 'public' });
  await until(() => tom.read.includes('Ana: After the restart.'));
  for (const text of new Set(tom.read)) assert.equal(tom.read.filter((one) => one === text).length, 1, text);
});

test('[C1] who ends it and writes again goes on in a new conversation, and reads what is said there', async () => {
  const uma = channelCustomer(teams, 'sms', '+41790000000', 'fr-FR');
  await uma.say('Bonjour');
  const first = await engaged('+41790000000');
  await uma.send({ type: 'endOfConversation' });
  await until(() => uma.read.includes('Vous avez terminé la conversation.'));
  await uma.say('Encore une question');
  const second = await found('+41790000000', first);
  await untilSaid(second, 'Encore une question');
  await post(ines, second, 'assign', { agent: 'ana' });
  await post(ana, second, 'accept');
  await post(ana, second, 'messages', { id: 'u1', text: 'Je vous écoute.', plane: 'public' });
  await until(() => uma.read.includes('Ana: Je vous écoute.'));
});

test('30 kB of text is kept whole; pictures, empty and changed messages get a plain sentence', async () => {
  const kim = channelCustomer(teams, 'webchat', 'Kim', 'es');
  const long = `${'x'.repeat(7_999)}😀${'y'.repeat(22_000)}`;
  await kim.say(long);
  const id = await found('Kim');
  await untilSaid(id, 'y'.repeat(6_002));
  assert.equal((await textsOf(id)).join(''), long);
  await kim.say('', { attachments: [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1:1/x.png' }] });
  await kim.say('   ');
  await kim.send({ type: 'messageUpdate', text: 'changed' });
  await until(() => kim.read.some((text) => text.startsWith('Un mensaje enviado')));
  assert.ok(kim.read.includes('Aquí no se transmiten archivos ni imágenes. Por favor, escríbalo.'));
  assert.ok(kim.read.some((text) => text.startsWith('El mensaje no tenía texto')));
  assert.equal((await textsOf(id)).join(''), long);
});

test('[R2] a channel that is not configured is turned away, and a customer’s channel knows no command of supervisors', async () => {
  assert.equal(await channelCustomer(teams, 'telegram', 'Eve').say('floor'), 403);
  const eve = channelCustomer(teams, 'webchat', 'Eve');
  await eve.say('floor');
  const id = await found('Eve');
  await untilSaid(id, 'floor');
  assert.equal(await eve.send({ type: 'invoke', name: 'adaptiveCard/action', value: {} }), 501);
  await until(() => eve.read.some((text) => text.includes('next') || text.includes('place')));
  assert.doesNotMatch(eve.read.join('\n'), /Conversations|Watch/u);
});

test('[M2] that a customer types is seen on the agent’s desk', async () => {
  const pat = channelCustomer(teams, 'webchat', 'Pat');
  assert.equal(await pat.send({ type: 'typing' }), 200);
  await pat.say('Hi.');
  const id = await engaged('Pat');
  const desk = await new Client(`${site.url.replace('http', 'ws')}/v1/live`).opened();
  desk.send({ type: 'hello', version: 1, token: ana });
  await desk.type('welcome');
  desk.send({ type: 'subscribe', id: 's1', topic: { kind: 'conversation', conversation: id } });
  await desk.type('conversation');
  await pat.send({ type: 'typing' });
  assert.equal(((await desk.type('typing'))['who'] as { name: string }).name, 'Pat');
  desk.cut();
});

test('[N1] the house’s own words for a notice reach the channel', async () => {
  const body = { wording: { 'es:customer:agentJoined': '{agent} ya está con usted.' } };
  const saved = await site.call(await site.token('administrator', 'ada'), 'PUT', '/v1/directory/policy', { body });
  assert.equal(saved.status, 200);
  const sol = channelCustomer(teams, 'webchat', 'Sol', 'es-MX');
  await sol.say('Hola');
  await engaged('Sol');
  await until(() => sol.read.includes('Ana ya está con usted.'));
});
