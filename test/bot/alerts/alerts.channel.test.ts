import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Sent } from '../../../bot/transport/transport.ts';
import { startSite, type Site } from '../../support/site.ts';
import { clickOn, startTeams, TENANT, textOf, type Script, type Shown, type Teams } from '../../support/teams.ts';

const CHANNEL = '19:team@thread.tacv2';
const inChannel = {
  conversation: { id: `${CHANNEL};messageid=1`, conversationType: 'channel', tenantId: TENANT, isGroup: true },
};

async function start(t: TestContext, script: Script = []): Promise<{ site: Site; teams: Teams }> {
  const site = await startSite();
  const teams = await startTeams(site, { script });
  t.after(async () => {
    await teams.close();
    await site.close();
  });
  return { site, teams };
}
const shownIn = (teams: Teams): readonly Shown[] =>
  teams.shown.filter(({ place, activity }) => place.conversation.startsWith(CHANNEL) && 'attachments' in activity);
const personal = (teams: Teams, who: string): string =>
  teams.shown
    .filter(({ place }) => place.user === `29:${who}` && place.isPersonal)
    .map(({ activity }) => textOf(activity))
    .join('\n');

/** Somebody rejects an offer of a conversation; answers its id. */
async function rejected(site: Site, customer: string): Promise<string> {
  const id = await site.open({ customer: { name: customer } });
  const body = { agent: 'ana' };
  await site.call(await site.token('supervisor', 'jonas'), 'POST', `/v1/conversations/${id}/assign`, { body });
  await site.call(await site.token('agent', 'ana'), 'POST', `/v1/conversations/${id}/reject`, { body: {} });
  return id;
}

test('[S3] alerts go to a channel once, a thread for each conversation, kept over a restart, without anybody’s name', async (t) => {
  const { site, teams } = await start(t);
  for (const who of ['ines', 'jonas'] as const) {
    await teams.say(who, 'help');
    await teams.say(who, '<at>Floorwalk</at> alerts here', inChannel);
  }
  await teams.until(
    () =>
      shownIn(teams).length === 0 && teams.shown.some(({ activity }) => textOf(activity).includes('a thread for each')),
  );
  const rita = await rejected(site, 'Rejected Rita');
  await teams.until(() => shownIn(teams).length === 1);
  await teams.restart();
  const quinn = await rejected(site, 'Quiet Quinn');
  await teams.until(() => shownIn(teams).length === 2);
  // The same conversation again: into its own thread.
  const [ana, jonas] = [await site.token('agent', 'ana'), await site.token('supervisor', 'jonas')];
  await site.call(jonas, 'POST', `/v1/conversations/${rita}/assign`, { body: { agent: 'ana' } });
  await site.call(ana, 'POST', `/v1/conversations/${rita}/accept`, { body: {} });
  await site.call(ana, 'POST', `/v1/conversations/${rita}/raise-hand`, { body: { text: 'May I refund?' } });
  await teams.until(() => shownIn(teams).length === 3);
  const [first, second, third] = shownIn(teams);
  assert.deepEqual([first?.how, second?.how, third?.how], ['begin', 'begin', 'post']);
  assert.equal(third?.place.conversation, first?.id);
  assert.notEqual(first?.id, second?.id);
  const all = shownIn(teams)
    .map(({ activity }) => textOf(activity))
    .join('\n');
  assert.doesNotMatch(all, /Rita|Quinn|Ana|refund/u);
  assert.match(all, new RegExp(rita.slice(-4), 'u'));
  assert.match(all, new RegExp(quinn.slice(-4), 'u'));
  assert.match(all, /the offer was rejected/u);
  // What somebody clicks there comes to them alone.
  assert.ok(third && 'attachments' in third.activity);
  const [{ content }] = third.activity.attachments;
  const { body } = await teams.send(teams.activity('jonas', { ...clickOn(content, 'Watch'), ...inChannel }));
  assert.match(JSON.stringify(body), /in your personal chat/u);
  await teams.until(() => personal(teams, 'jonas').includes('Rejected Rita'));
  assert.equal(shownIn(teams).length, 3);
});

test('[N2] an alert in a channel of which nobody knows whether it was shown is not posted again, and who asked for it hears so; a lost channel gives way to the personal chat', async (t) => {
  const unknown: Sent = { how: 'unknown' };
  const gone: Sent = { how: 'refused', status: 403, code: 'BotNotInConversationRoster', retryAfterMs: null };
  const { site, teams } = await start(t, ['sent', 'sent', unknown, 'sent', gone]);
  await teams.say('ines', 'help');
  await teams.until(() => teams.shown.length === 1);
  await teams.say('ines', 'alerts here', inChannel);
  await teams.until(() => teams.shown.length === 2);
  const id = await rejected(site, 'Rejected Rita');
  await teams.until(() => personal(teams, 'ines').includes('Delivery unknown: this alert may not have been shown'));
  assert.equal(shownIn(teams).length, 1);
  assert.match(personal(teams, 'ines'), new RegExp(id.slice(-4), 'u'));
  await rejected(site, 'Second Sam');
  await teams.until(() => personal(teams, 'ines').includes('They come here again'));
  await rejected(site, 'Third Theo');
  await teams.until(() => personal(teams, 'ines').includes('Third Theo'));
  assert.equal(shownIn(teams).length, 2);
});

test('a transfer that is refused is told, and quiet hours are set on a card in a zone of one’s choice', async (t) => {
  const { site, teams } = await start(t);
  await teams.say('ines', 'alerts on');
  await teams.until(() => personal(teams, 'ines').includes('Alerts are on.'));
  const [ana, ben] = [await site.token('agent', 'ana'), await site.token('agent', 'ben')];
  const jonas = await site.token('supervisor', 'jonas');
  const id = await site.open({ customer: { name: 'Moved Mo' } });
  const post = (token: string, verb: string, body: object = {}) =>
    site.call(token, 'POST', `/v1/conversations/${id}/${verb}`, { body });
  await post(jonas, 'assign', { agent: 'ana' });
  await post(ana, 'accept');
  await post(jonas, 'transfer', { agent: 'ben' });
  await post(ben, 'reject');
  await teams.until(() => /Moved Mo[^]*rejected it/u.test(personal(teams, 'ines')));
  const card = teams.cardOf('ines', 'Alerts are on.');
  const odd = await teams.click('ines', card, 'Save quiet hours', { quiet: '25-7', zone: 'Europe/Zurich' });
  assert.match(textOf(odd), /was not understood/u);
  const nowhere = await teams.click('ines', card, 'Save quiet hours', { quiet: '22-7', zone: 'Nowhere/Land' });
  assert.match(textOf(nowhere), /was not understood/u);
  const set = await teams.click('ines', card, 'Save quiet hours', { quiet: '22-7', zone: 'Asia/Tokyo' });
  assert.match(textOf(set), /Quiet from 22 to 7 o'clock \(Asia\/Tokyo\)/u);
  const none = await teams.click('ines', set, 'Save quiet hours', { quiet: '', zone: 'Asia/Tokyo' });
  assert.doesNotMatch(textOf(none), /Quiet from/u);
  assert.match(textOf(await teams.click('ines', none, 'Switch off')), /Alerts are off\./u);
});

test('[R2] whoever may not see a floor sends no alerts anywhere, and in a channel nothing else is understood', async (t) => {
  const { site, teams } = await start(t);
  const stranger = { from: { id: '29:x', name: 'X', aadObjectId: '00000000-0000-0000-0000-00000000dead' } };
  await teams.send(teams.activity('ines', { type: 'message', text: 'alerts here', ...inChannel, ...stranger }));
  await teams.until(() => teams.shown.some(({ activity }) => textOf(activity).includes('no such person')));
  await teams.say('ines', 'floor', inChannel);
  await teams.until(() => teams.shown.some(({ activity }) => textOf(activity).includes('in your personal chat')));
  await rejected(site, 'Nobody Nell');
  teams.clock.pass(120_000);
  await teams.say('ines', 'alerts');
  await teams.until(() => personal(teams, 'ines').includes('Alerts are off.'));
  assert.deepEqual(shownIn(teams), []);
});
