import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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

const MINUTE_MS = 60_000;
const all = (from: number): string =>
  teams.shown
    .slice(from)
    .map(({ activity }) => textOf(activity))
    .join('\n');
const until = (words: string, from = 0): Promise<void> => teams.until(() => all(from).includes(words));
async function engaged(customer: string): Promise<string> {
  const id = await site.open({ customer: { name: customer } });
  const jonas = await site.token('supervisor', 'jonas');
  await site.call(jonas, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(await site.token('agent', 'ana'), 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  return id;
}
const consultants = async (id: string): Promise<readonly string[]> => {
  const { body } = await site.call(await site.token('supervisor', 'jonas'), 'GET', `/v1/conversations/${id}`);
  return (body['consultants'] as readonly { readonly id: string }[]).map((one) => one.id);
};

test('[M5] who joined from Teams and says nothing is warned after 12 minutes and has left after 15, counted from their last word', async () => {
  const id = await engaged('Silent Sam');
  await teams.say('ines', 'floor Silent');
  await until('Silent Sam');
  await teams.say('ines', 'join 1');
  await until('joined as a consultant');
  teams.clock.pass(10 * MINUTE_MS);
  await teams.say('ines', 'a word');
  await until('internal): \u2068a word');
  const from = teams.shown.length;
  teams.clock.pass(11 * MINUTE_MS);
  await teams.bot.watches.settled();
  assert.doesNotMatch(all(from), /said nothing/u);
  teams.clock.pass(2 * MINUTE_MS);
  await until('You have said nothing in', from);
  assert.deepEqual(await consultants(id), ['ines']);
  teams.clock.pass(3 * MINUTE_MS);
  await until('because you said nothing for 15 min', from);
  assert.deepEqual(await consultants(id), []);
  await teams.say('ines', 'too late');
  await until('Nothing was sent: you are only watching', from);
  await teams.say('ines', 'stop');
  await until('You have stopped watching', from);
});

test('[M5] a bot that was away when the time came takes them back to watching when it is there again', async () => {
  const id = await engaged('Restarted Ria');
  const from = teams.shown.length;
  await teams.say('ines', 'floor Restarted');
  await until('Restarted Ria', from);
  await teams.say('ines', 'join 1');
  await until('joined as a consultant', from);
  teams.clock.pass(13 * MINUTE_MS);
  await until('You have said nothing in', from);
  await teams.restart();
  teams.clock.pass(3 * MINUTE_MS);
  await until('because you said nothing for 15 min', from);
  assert.deepEqual(await consultants(id), []);
  await teams.say('ines', 'stop');
  await until('You have stopped watching', from);
});

test('[M3] who watches from Teams is on the roster that panels see, and off it when they stop', async () => {
  const id = await engaged('Seen Sara');
  const from = teams.shown.length;
  const jonas = await site.token('supervisor', 'jonas');
  const watchers = (): number => site.tenant.floor.rosters.get(id)?.watchers.length ?? 0;
  await teams.say('ines', 'floor Seen');
  await until('Seen Sara', from);
  await teams.say('ines', 'watch 1');
  await until('Only watching: ', from);
  await teams.until(() => watchers() === 1);
  await teams.say('ines', 'stop');
  await teams.until(() => watchers() === 0);
  const { body } = await site.call(jonas, 'GET', `/v1/conversations/${id}/messages`);
  assert.deepEqual(
    (body.items ?? []).filter(({ type }) => type === 'message'),
    [],
  );
});

test('[M6] a conversation that is released rests, says so, and goes on by itself', async () => {
  const id = await engaged('Resting Rob');
  const from = teams.shown.length;
  await teams.say('ines', 'floor Resting');
  await until('Resting Rob', from);
  await teams.say('ines', 'watch 1');
  await until('Only watching: ', from);
  const ana = await site.token('agent', 'ana');
  await site.call(ana, 'POST', `/v1/conversations/${id}/release`, { body: {} });
  await until('nothing is shown for now', from);
  await site.call(await site.token('supervisor', 'jonas'), 'POST', `/v1/conversations/${id}/assign`, {
    body: { agent: 'ana' },
  });
  await site.call(ana, 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  const body = { id: 'm1', text: 'here again', plane: 'public', from: { customer: {} } };
  await site.call(await site.token('integration', 'crm'), 'POST', `/v1/conversations/${id}/messages`, { body });
  await until('here again', from);
});
