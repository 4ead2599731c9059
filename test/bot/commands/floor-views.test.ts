import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { queryOf } from '../../../bot/commands/floor-views.ts';
import { startSite, type Site } from '../../support/site.ts';
import { startTeams, textOf, type Teams } from '../../support/teams.ts';

let site: Site;
let teams: Teams;
before(async () => {
  site = await startSite();
  teams = await startTeams(site);
});
after(async () => {
  await teams.close();
  await site.close();
});

const shows = (who: string, words: string) => (): boolean =>
  teams.shown.some(({ place, activity }) => place.user === `29:${who}` && textOf(activity).includes(words));

async function keep(id: string, name: string, look: object, shared = true): Promise<void> {
  const ines = await site.token('supervisor', 'ines');
  const { status } = await site.call(ines, 'PUT', `/v1/views/${id}`, { body: { name, shared, look } });
  assert.equal(status, 200);
}

test('[F6] a supervisor opens the floor by a saved view in Teams: their first one, by its button, by its name', async () => {
  await site.open({ customer: { name: 'Olga Open' } });
  await keep('v-wait', 'Late bills', { view: 'waiting', sort: 'wait' });
  await keep('v-open', 'Nobody has it', { view: 'open', sort: 'wait', descending: true }, false);
  const ines = await site.token('supervisor', 'ines');
  await site.call(ines, 'PUT', '/v1/opening-view', { body: { view: 'v-wait' } });

  await teams.say('ines', 'floor');
  await teams.until(shows('ines', 'No conversations in “⁨Late bills⁩”'));
  const other = await teams.click('ines', teams.cardOf('ines', 'Late bills'), '⁨Nobody has it⁩');
  assert.match(textOf(other), /Conversations in “⁨Nobody has it⁩”: 1 to 1 of 1[^]*Olga Open/u);
  await teams.say('ines', 'floor olga');
  await teams.until(shows('ines', 'Conversations with “⁨olga⁩”: 1 to 1 of 1'));

  await teams.say('ines', 'view nobody');
  await teams.until(() => teams.shown.filter(({ activity }) => textOf(activity).includes('Whole floor')).length >= 2);
  await teams.say('ines', 'view xyz');
  await teams.until(shows('ines', 'There is no view like ⁨xyz⁩. There are: '));
  await teams.say('ines', 'ansicht b', { locale: 'de-DE' });
  await teams.until(shows('ines', 'Mehrere Ansichten passen: '));
  // What another supervisor keeps to themself is not theirs to open, however it is named.
  await teams.say('jonas', 'view nobody has it');
  await teams.until(shows('jonas', 'There is no view like ⁨nobody has it⁩. There are: ⁨Late bills⁩'));
});

test('[F6] a view is asked for with all its filters and its order, and without one what needs attention comes first', () => {
  assert.equal(queryOf(null).toString(), 'sort=-attention');
  const look = {
    view: 'all' as const,
    queues: ['billing', 'sales'],
    agents: ['ana'],
    channels: ['sms' as const],
    sentiments: [1, 2],
    sort: 'wait' as const,
    descending: true,
    density: null,
  };
  const who = { id: 'ines', name: 'Ines' };
  assert.equal(
    queryOf({ id: 'v', name: 'V', shared: false, owner: who, by: who, at: 0, look }).toString(),
    'view=all&sort=-wait&queue=billing&queue=sales&agent=ana&channel=sms&sentiment=1&sentiment=2',
  );
});
