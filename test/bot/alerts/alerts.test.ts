import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSite } from '../../support/site.ts';
import { startTeams, textOf, type Teams } from '../../support/teams.ts';

const alertsTo = (teams: Teams, who: string): string[] =>
  teams.shown
    .filter(({ place, activity }) => place.user === `29:${who}` && textOf(activity).startsWith('Needs attention'))
    .map(({ activity }) => textOf(activity));

test('[B3] who asked is told once of a raised hand and a rejected offer, who did not ask is not, and nothing in quiet hours', async (t) => {
  const site = await startSite();
  const teams = await startTeams(site);
  t.after(async () => {
    await teams.close();
    await site.close();
  });
  await teams.say('jonas', 'alerts off');
  await teams.say('ines', 'alerts on');
  await teams.until(() => teams.shown.some(({ activity }) => textOf(activity).includes('Alerts are on.')));

  const jonas = await site.token('supervisor', 'jonas');
  const ana = await site.token('agent', 'ana');
  const post = (token: string, id: string, verb: string, body: object = {}) =>
    site.call(token, 'POST', `/v1/conversations/${id}/${verb}`, { body });
  const rejected = await site.open({ customer: { name: 'Rejected Rita' } });
  await post(jonas, rejected, 'assign', { agent: 'ana' });
  await post(ana, rejected, 'reject');
  await teams.until(() => alertsTo(teams, 'ines').some((text) => /Rita[^]*rejected it/u.test(text)));
  const hand = await site.open({ customer: { name: 'Handy Hanna' } });
  await post(jonas, hand, 'assign', { agent: 'ana' });
  await post(ana, hand, 'accept');
  await post(ana, hand, 'raise-hand', { text: 'May I refund?' });
  await teams.until(() => alertsTo(teams, 'ines').some((text) => /Hanna[^]*raised a hand/u.test(text)));

  await teams.restart();
  teams.clock.pass(10 * 60_000);
  await teams.until(() => true);
  await teams.say('ines', 'floor');
  await teams.until(() => teams.shown.some(({ activity }) => textOf(activity).startsWith('Conversations:')));
  assert.equal(alertsTo(teams, 'ines').filter((text) => text.includes('raised a hand')).length, 1);
  assert.equal(alertsTo(teams, 'ines').filter((text) => text.includes('rejected it')).length, 1);
  assert.deepEqual(alertsTo(teams, 'jonas'), []);

  const card = teams.cardOf('ines', 'Handy Hanna');
  assert.doesNotMatch(textOf(alertsTo(teams, 'ines')), /refund/u);
  const claimed = await teams.click('ines', card, textOf(card).includes('Needs attention') ? 'Claim' : 'Claim 1');
  assert.match(textOf(claimed), /claimed the hand/u);
});
