import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { startSite, type Site } from '../../support/site.ts';
import { startTeams, textOf, type Script, type Teams } from '../../support/teams.ts';

// R3: what Teams has not taken yet is not sent to somebody who may read it no more.

async function watching(t: TestContext) {
  const script: Script = [];
  const site = await startSite();
  const teams = await startTeams(site, { script });
  t.after(async () => {
    await teams.close();
    await site.close();
  });
  const id = await site.open({ customer: { name: 'Mara Olsen' } });
  const jonas = await site.token('supervisor', 'jonas');
  await site.call(jonas, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(await site.token('agent', 'ana'), 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  await teams.say('ines', 'floor Mara');
  await teams.until(() => posts(teams, 'Mara Olsen') > 0);
  await teams.say('ines', 'watch 1');
  await teams.until(() => posts(teams, 'Only watching: ') > 0);
  const crm = await site.token('integration', 'crm');
  const says = (text: string) =>
    site.call(crm, 'POST', `/v1/conversations/${id}/messages`, {
      body: { id: text.replaceAll(' ', '-'), text, plane: 'public', from: { customer: {} } },
    });
  // Teams asks to wait for long.
  script.push({ how: 'refused', status: 429, code: '', retryAfterMs: 60 * 60_000 });
  await says('first of two');
  await teams.until(() => posts(teams, 'first of two') === 1);
  await says('second of two');
  await teams.until(() => site.tenant.floor.conversations.get(id)?.lastPublic?.text === 'second of two');
  return { site, teams, id, jonas };
}

const posts = ({ shown }: Teams, words: string): number =>
  shown.filter(({ activity }) => textOf(activity).includes(words)).length;
const change = async (site: Site, path: string, body: object): Promise<void> => {
  const { status } = await site.call(await site.token('administrator', 'ada'), 'PUT', `/v1/directory/${path}`, {
    body,
  });
  assert.equal(status, 200);
};

for (const [what, withdraw] of [
  [
    'a disabled person',
    (site: Site) => change(site, 'people/ines', { name: 'ines', roles: ['supervisor'], disabled: true }),
  ],
  ['a role that was taken away', (site: Site) => change(site, 'people/ines', { name: 'ines', roles: ['agent'] })],
  ['monitoring that was switched off', (site: Site) => change(site, 'switches', { monitor: false })],
] as const)
  test(`[R3] ${what} is sent nothing of what was said and still waited for Teams`, async (t) => {
    const { site, teams } = await watching(t);
    await withdraw(site);
    site.clock.step(5_000);
    await teams.until(() => teams.bot.people.all().every(({ watching: one }) => one === null));
    teams.clock.pass(2 * 60 * 60_000);
    await teams.until(() => posts(teams, 'watching has ended. ') > 1);
    await teams.bot.outbox.idle();
    assert.equal(posts(teams, 'second of two'), 0);
    assert.equal(posts(teams, 'first of two'), 1, 'what Teams had not taken is not sent again');
  });

test('[M6] what was said last still reaches who watched a conversation that closed', async (t) => {
  const { site, teams, id, jonas } = await watching(t);
  await site.call(jonas, 'POST', `/v1/conversations/${id}/force-close`, { body: { reason: 'The shift is over' } });
  teams.clock.pass(2 * 60 * 60_000);
  await teams.until(() => posts(teams, 'second of two') === 1);
});
