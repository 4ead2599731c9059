import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSite } from '../support/site.ts';
import { startTeams, textOf } from '../support/teams.ts';

test('two supervisors work in two languages at once, each in the words of their own Teams', async (t) => {
  const site = await startSite();
  const teams = await startTeams(site);
  t.after(async () => {
    await teams.close();
    await site.close();
  });
  const id = await site.open({ customer: { name: 'Mara' } });
  const jonas = await site.token('supervisor', 'jonas');
  await site.call(jonas, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(await site.token('agent', 'ana'), 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  const said = (who: string): string =>
    teams.shown
      .filter(({ place }) => place.user === `29:${who}`)
      .map(({ activity }) => textOf(activity))
      .join('\n');
  const german = { locale: 'de-DE' };
  const arabic = { locale: 'ar-EG' };
  await teams.say('ines', 'übersicht', german);
  await teams.say('jonas', 'قاعة', arabic);
  await teams.until(() => said('ines').includes('Beobachten 1') && said('jonas').includes('راقب 1'));
  assert.equal(teams.cardOf('jonas', 'راقب 1')['rtl'], true);
  assert.equal(teams.cardOf('ines', 'Beobachten 1')['rtl'], undefined);
  await teams.say('ines', 'beitreten 1', german);
  await teams.until(() => said('ines').includes('Sie sind') && said('ines').includes('Was Sie hier schreiben'));
  await teams.say('ines', 'Bitte zuerst die Rechnung prüfen.', german);
  await teams.until(() => said('ines').includes('(Supervisor, intern)'));
  assert.match(said('ines'), /ines.* ist zur Beratung beigetreten\./u);
  await teams.say('ines', 'zuweisen 1', german);
  await teams.until(() => said('ines').includes('Der Status der Unterhaltung erlaubt das nicht.'));
  await teams.say('ines', 'verlassen', german);
  await teams.until(() => said('ines').includes('und beobachten nur noch'));
  await teams.say('ines', 'hinweise ruhe 22-7 Europe/Zurich', german);
  await teams.until(() => said('ines').includes('Ruhe von 22 bis 7 Uhr (Europe/Zurich).'));
  const guest = { from: { id: '29:guest', name: 'x' }, locale: 'fr-FR' };
  await teams.send(teams.activity('jonas', { type: 'message', text: 'plateau', ...guest }));
  await teams.until(() => teams.shown.some(({ activity }) => textOf(activity).includes('Les invités ne peuvent')));
  assert.doesNotMatch(said('ines'), /You |Only watching|Nothing/u);
});
