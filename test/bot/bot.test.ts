import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite, type Site } from '../support/site.ts';
import { startTeams, textOf, type Teams } from '../support/teams.ts';

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

/** An engaged conversation of Ana's. */
async function engaged(customer: string): Promise<string> {
  const id = await site.open({ customer: { name: customer } });
  const ines = await site.token('supervisor', 'ines');
  await site.call(ines, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(await site.token('agent', 'ana'), 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  return id;
}
async function fromCustomer(id: string, message: string, text: string): Promise<void> {
  const crm = await site.token('integration', 'crm');
  const body = { id: message, text, plane: 'public', from: { customer: {} } };
  const { status } = await site.call(crm, 'POST', `/v1/conversations/${id}/messages`, { body });
  assert.equal(status, 201);
}
async function textsOf(id: string): Promise<readonly string[]> {
  const { body } = await site.call(await site.token('supervisor', 'ines'), 'GET', `/v1/conversations/${id}/messages`);
  return (body.items ?? [])
    .filter(({ type }) => type === 'message')
    .map(({ plane, from, text }) => `${String(plane)} ${(from as { name: string }).name}: ${String(text)}`);
}

test('[M4] a supervisor watches, joins, whispers by typing, writes to the customer by a card of its own, and leaves', async () => {
  const id = await engaged('Mara Olsen');
  await fromCustomer(id, 'm1', 'Where is my parcel?');
  await teams.say('ines', 'floor');
  await teams.until(shows('ines', 'Mara Olsen'));
  await teams.say('ines', 'watch 1');
  await teams.until(shows('ines', 'Where is my parcel?'));
  assert.deepEqual(await textsOf(id), ['public Mara Olsen: Where is my parcel?']);

  await teams.say('ines', 'typed while watching');
  await teams.until(shows('ines', 'Nothing was sent: you are only watching'));
  await teams.until(shows('ines', 'Only watching: '));
  const joined = await teams.click('ines', teams.cardOf('ines', 'Only watching: '), 'Join');
  assert.match(textOf(joined), /You have joined .*internally/u);

  await teams.say('ines', 'leave it to me, offer a refund');
  await teams.until(shows('ines', 'internal): \u2068leave it to me, offer a refund'));
  await teams.until(shows('ines', 'Write to the customer…'));
  await teams.click('ines', teams.cardOf('ines', 'Write to the customer…'), 'Write to the customer…');
  await teams.until(shows('ines', 'Send to customer'));
  const compose = teams.cardOf('ines', 'Send to customer');
  const sent = await teams.click('ines', compose, 'Send to customer', { text: 'We refund you today.' });
  assert.match(textOf(sent), /Sent to the customer: .*Mara Olsen[^]*We refund you today\./u);
  assert.deepEqual(await textsOf(id), [
    'public Mara Olsen: Where is my parcel?',
    'internal ines: leave it to me, offer a refund',
    'public ines: We refund you today.',
  ]);

  await teams.say('ines', 'leave');
  await teams.until(shows('ines', 'You have left'));
  await teams.say('ines', 'after leaving');
  await teams.until(shows('ines', 'you are only watching'));
  assert.equal((await textsOf(id)).length, 3);
  await teams.say('ines', 'stop');
  await teams.until(shows('ines', 'You have stopped watching'));
});
