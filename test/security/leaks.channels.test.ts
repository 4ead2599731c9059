import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelCustomer, conversationsOf } from '../support/channel.ts';
import { seeded } from '../support/random.ts';
import { startSite } from '../support/site.ts';
import { startTeams, textOf } from '../support/teams.ts';

const SECRET = 'Oysterwood';

test('[P1] leak: one bot serves supervisors in Teams and customers on a channel, and wires cross (intermediator-bot-sample 39)', async (t) => {
  const site = await startSite();
  const teams = await startTeams(site, { env: { BOT_CUSTOMERS: 'webchat=live-chat' } });
  t.after(async () => {
    await teams.close();
    await site.close();
  });
  const [ines, jonas] = [await site.token('supervisor', 'ines'), await site.token('supervisor', 'jonas')];
  const ana = await site.token('agent', 'ana');
  const customers = ['Kim', 'Lou'].map((name) => ({ name, chat: channelCustomer(teams, 'webchat', name, 'en') }));
  const ids: string[] = [];
  for (const { name, chat } of customers) {
    await chat.say(`Hello from ${name}.`);
    let id: string | undefined;
    for (let turn = 0; id === undefined && turn < 500; turn++) [id] = await conversationsOf(site, name);
    assert.ok(id);
    ids.push(id);
    await site.call(jonas, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
    await site.call(ana, 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  }
  await teams.say('ines', 'floor Kim');
  await teams.until(() => teams.shown.some(({ activity }) => textOf(activity).includes('Watch 1')));
  await teams.say('ines', 'join 1');
  await teams.until(() => teams.shown.some(({ activity }) => textOf(activity).includes('You have joined')));

  const next = seeded(7);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  let made = 0;
  const say = (token: string, id: string, plane: string, text: string) =>
    site.call(token, 'POST', `/v1/conversations/${id}/messages`, { body: { id: `r${++made}`, text, plane } });
  const acts: readonly (() => Promise<unknown>)[] = [
    () => say(ana, pick(ids), 'internal', `${SECRET} note`),
    () => teams.say('ines', `${SECRET} whispered from Teams`),
    () => say(ana, pick(ids), 'public', `Public line ${made}.`),
    () => pick(customers).chat.say('And then?'),
    () => pick(customers).chat.say(`/floor`),
    () => site.call(ana, 'POST', `/v1/conversations/${pick(ids)}/raise-hand`, { body: { text: `${SECRET} help` } }),
    () => site.call(ines, 'POST', `/v1/conversations/${pick(ids)}/claim`, { body: {} }),
    () => site.call(jonas, 'POST', `/v1/conversations/${pick(ids)}/monitor`, { body: {} }),
  ];
  for (let turn = 0; turn < 120; turn++) await pick(acts)();
  for (const id of ids) await say(ana, id, 'public', 'The last line.');
  await teams.until(() => customers.every(({ chat }) => chat.read.includes('Ana: The last line.')));
  await teams.until(() =>
    teams.shown.some(({ place, activity }) => place.channel === 'msteams' && textOf(activity).includes(SECRET)),
  );

  const crm = await site.token('integration', 'crm');
  for (const [i, { name, chat }] of customers.entries()) {
    const other = customers[1 - i]?.name ?? '';
    assert.doesNotMatch(chat.read.join('\n'), new RegExp(`${SECRET}|${other}|hand|Watch`, 'u'), name);
    const { body } = await site.call(crm, 'GET', `/v1/conversations/${ids[i]}/messages`);
    const said = (body.items ?? []).filter(
      ({ type, from }) => type === 'message' && (from as { kind: string }).kind !== 'customer',
    );
    assert.deepEqual(
      chat.read.filter((text) => text.startsWith('Ana: ')),
      said.map(({ text }) => `Ana: ${String(text)}`),
    );
  }
});
