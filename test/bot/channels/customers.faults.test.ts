import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sent } from '../../../bot/transport/transport.ts';
import { channelCustomer, conversationsOf } from '../../support/channel.ts';
import { startSite, type Site } from '../../support/site.ts';
import { startTeams, textOf, type Script, type Teams } from '../../support/teams.ts';

const unknown: Sent = { how: 'unknown' };
const refused: Sent = { how: 'refused', status: 400, code: 'BadRequest', retryAfterMs: null };
const env = { BOT_CUSTOMERS: 'webchat=live-chat' };

async function eventually<T>(teams: Teams, look: () => Promise<T | undefined>): Promise<T> {
  for (let turn = 0; turn < 1_500; turn++) {
    const seen = await look();
    if (seen !== undefined) return seen;
    teams.clock.pass(100);
  }
  throw new Error('It never was so.');
}
async function engaged(site: Site, teams: Teams, name: string): Promise<string> {
  const id = await eventually(teams, async () => (await conversationsOf(site, name))[0]);
  const ines = await site.token('supervisor', 'ines');
  await site.call(ines, 'POST', `/v1/conversations/${id}/assign`, { body: { agent: 'ana' } });
  await site.call(await site.token('agent', 'ana'), 'POST', `/v1/conversations/${id}/accept`, { body: {} });
  return id;
}

test('[N2] with every third post answered 502 and some refused nothing is shown twice, and staff see what did not surely arrive', async (t) => {
  const site = await startSite();
  const script: Script = Array.from({ length: 400 }, (_, i) =>
    i % 3 === 2 ? unknown : i % 7 === 6 ? refused : 'sent',
  );
  const teams = await startTeams(site, { env, script });
  t.after(async () => {
    await teams.close();
    await site.close();
  });
  const mia = channelCustomer(teams, 'webchat', 'Mia');
  await mia.say('Hello?');
  const id = await engaged(site, teams, 'Mia');
  const ana = await site.token('agent', 'ana');
  for (let n = 1; n <= 30; n++) {
    const body = { id: `line-${n}`, text: `line ${n}.`, plane: 'public' };
    await site.call(ana, 'POST', `/v1/conversations/${id}/messages`, { body });
    if (n === 15) await teams.restart();
  }
  await teams.until(() => mia.read.includes('Ana: line 30.'));
  for (let n = 1; n <= 30; n++) assert.equal(mia.read.filter((text) => text === `Ana: line ${n}.`).length, 1, `${n}`);
  const expected = new Map(
    teams.shown.map(({ activity, answered }) => [
      /line (\d+)\./u.exec(textOf(activity))?.[1],
      answered === unknown ? 'unknown' : answered === refused ? 'failed' : undefined,
    ]),
  );
  const ines = await site.token('supervisor', 'ines');
  await eventually(teams, async () => {
    const { body } = await site.call(ines, 'GET', `/v1/conversations/${id}`);
    const { upTo, not } = (body['deliveries'] ?? { upTo: 0, not: {} }) as {
      upTo: number;
      not: Record<string, { outcome: string }>;
    };
    const is = (n: number): boolean => not[`line-${n}`]?.outcome === expected.get(String(n));
    return upTo > 0 && Array.from({ length: 30 }, (_, i) => i + 1).every(is) ? true : undefined;
  });
  assert.ok([...expected.values()].filter((how) => how === 'unknown').length > 5);
  assert.ok([...expected.values()].includes('failed'));
});

test('[P4] what a customer writes while the server is away, the bot is killed and the service fails is in the store, once and in order', async (t) => {
  const site = await startSite();
  const teams = await startTeams(site, { env, script: Array.from({ length: 200 }, () => unknown) });
  t.after(async () => {
    await teams.close();
    await site.close();
  });
  const leo = channelCustomer(teams, 'webchat', 'Leo');
  assert.equal(await leo.say('One.'), 200);
  const id = await engaged(site, teams, 'Leo');
  const { server } = site;
  const working = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    return address.startsWith(server.url) &&
      address.includes('/v1/') &&
      new Headers(init?.headers).has('idempotency-key')
      ? Promise.reject(new TypeError('fetch failed'))
      : working(input, init);
  };
  try {
    for (const text of ['Two.', 'Three.', 'Four.']) assert.equal(await leo.say(text), 200);
    teams.clock.pass(5_000);
    await teams.restart();
    assert.equal(await leo.say('Five.'), 200);
  } finally {
    globalThis.fetch = working;
  }
  const crm = await site.token('integration', 'crm');
  const texts = await eventually(teams, async () => {
    const { body } = await site.call(crm, 'GET', `/v1/conversations/${id}/messages`);
    const all = (body.items ?? []).filter(({ type }) => type === 'message').map(({ text }) => String(text));
    return all.length >= 5 ? all : undefined;
  });
  assert.deepEqual(texts, ['One.', 'Two.', 'Three.', 'Four.', 'Five.']);
});
