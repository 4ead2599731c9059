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

  // A third one comes after everything that a restarted bot hears anew, and the queue keeps its order.
  await teams.restart();
  const third = await site.open({ customer: { name: 'Third Theo' } });
  await post(jonas, third, 'assign', { agent: 'ana' });
  await post(ana, third, 'reject');
  await teams.until(() => alertsTo(teams, 'ines').some((text) => text.includes('Theo')));
  assert.equal(alertsTo(teams, 'ines').filter((text) => text.includes('raised a hand')).length, 1);
  assert.equal(alertsTo(teams, 'ines').filter((text) => text.includes('rejected it')).length, 2);
  assert.deepEqual(alertsTo(teams, 'jonas'), []);

  assert.doesNotMatch(alertsTo(teams, 'ines').join('\n'), /refund/u);
  await teams.click('ines', teams.cardOf('ines', 'Handy Hanna'), 'Claim');
  await teams.until(() => teams.shown.some(({ activity }) => textOf(activity).includes('You have claimed the hand')));

  await teams.say('ines', 'alerts quiet 0-0');
  const quiet = await site.open({ customer: { name: 'Quiet Quinn' } });
  await post(jonas, quiet, 'assign', { agent: 'ana' });
  await post(ana, quiet, 'reject');
  teams.clock.pass(5 * 60_000);
  await teams.say('ines', 'alerts');
  await teams.until(() => teams.shown.some(({ activity }) => textOf(activity).includes('Quiet from 0 to 0')));
  assert.ok(!alertsTo(teams, 'ines').some((text) => text.includes('Quinn')));
  await teams.say('ines', 'alerts quiet off');
  teams.clock.pass(60_000);
  await teams.until(() => alertsTo(teams, 'ines').some((text) => text.includes('Quinn')));
});
