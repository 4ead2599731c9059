import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../server/live/support/seeded.ts';
import { startSite } from '../support/site.ts';
import { clickOn, startTeams, type Teams } from '../support/teams.ts';
import { mutate, nastyTexts, pick, scramble, type Random } from './support/mutate.ts';

const rounds = Number(process.env['FUZZ'] ?? 300);
const first = Number(process.env['FUZZ_SEED'] ?? 1);
/** Stands in what the supervisor's own floor shows, and in nothing for anybody else. */
const PRIVATE = 'zprivatewordz';

test(`${rounds} mutated activities are answered below 500 by the bot, which lives on and tells nobody else a word`, async (t) => {
  const site = await startSite();
  t.after(() => site.close());
  const id = await site.open({ customer: { name: PRIVATE } });
  const teams = await startTeams(site);
  t.after(() => teams.close());
  await teams.say('ines', 'floor');
  await teams.until((shown) => shown.some(({ activity }) => JSON.stringify(activity).includes(PRIVATE)));
  const card = teams.cardOf('ines', PRIVATE);
  const corpus: readonly object[] = [
    teams.activity('ines', { type: 'message', text: 'floor' }),
    teams.activity('ines', { type: 'message', text: 'help' }),
    teams.activity('ines', { type: 'message', text: `floor ${PRIVATE.slice(0, 3)}` }),
    teams.activity('ines', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }),
    teams.activity('ines', clickOn(card, 'Refresh')),
    teams.activity('ines', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }),
  ];
  const counts = new Map<number, number>();
  for (let seed = first; seed < first + rounds; seed++) {
    const random = seeded(seed);
    const { status, text } = await post(teams, anyActivity(pick(random, corpus), random, seed), random);
    // 501 is how Teams is told that nobody implements an invoke of this name.
    assert.ok(status < 500 || status === 501, `seed ${seed}: ${status} ${text.slice(0, 300)}`);
    assert.doesNotMatch(text, /node:internal|file:\/\/|\/bot\/|\/node_modules\/|at async /u, `seed ${seed}`);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  await teams.bot.watches.settled();
  // Whatever passed as somebody else's was answered to them without a word of the floor.
  for (const { place, activity } of teams.shown)
    if (place.user !== '29:ines') assert.ok(!JSON.stringify(activity).includes(PRIVATE), JSON.stringify(place));
  const from = teams.shown.length;
  await teams.say('ines', 'floor');
  await teams.until((shown) => shown.slice(from).some(({ activity }) => JSON.stringify(activity).includes(PRIVATE)));
  assert.equal(site.tenant.floor.conversations.get(id)?.state, 'open');
  t.diagnostic(`${rounds} activities: ${JSON.stringify(Object.fromEntries(counts))}`);
});

/** Mostly an activity with a part changed; its id is its own, since a repeated one is dropped unread. */
function anyActivity(example: object, random: Random, seed: number): unknown {
  const own = { ...example, id: `fuzz-${seed}` };
  const chance = random();
  if (chance < 0.2) return { ...own, type: 'message', text: pick(random, nastyTexts).slice(0, 4_000) };
  return chance < 0.3 ? own : mutate(own, random);
}

async function post(
  teams: Teams,
  activity: unknown,
  random: Random,
): Promise<{ readonly status: number; readonly text: string }> {
  const bytes = Buffer.from(JSON.stringify(activity) ?? '');
  const response = await fetch(`${teams.bot.url}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': random() < 0.9 ? 'application/json' : 'text/plain',
      ...(random() < 0.2 && { authorization: 'Bearer a.b.c' }),
    },
    body: new Uint8Array(random() < 0.15 ? scramble(bytes, random) : bytes),
  });
  return { status: response.status, text: await response.text() };
}
