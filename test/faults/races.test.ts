import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from '@floorwalk/core/protocol';
import { createClient, RefusedError, type FloorwalkClient } from '../../server/replay/floorwalk-client.ts';
import { prepare, REPLAY_WORKSTREAM } from '../../server/replay/prepare.ts';
import { madeUpDay } from '../support/made-up-day.ts';
import { openCentre, type Centre } from './centre.ts';
import { disagreements } from './compare.ts';
import { isLong, until } from './scene.ts';
import { openStaff, type Outcome, type StaffLine } from './staff-line.ts';
import { Tally } from './tally.ts';

const COUNT = isLong ? 1_000 : 100;
/** Pairs of one supervisor on each server, so that nobody says more than a connection may. */
const PAIRS = 8;
const AT_ONCE = 32;
const override = { reason: 'A race' };

const tally = new Tally();
let centre: Centre;
let client: FloorwalkClient;
let left: readonly StaffLine[];
let right: readonly StaffLine[];
const agents = new Map<string, StaffLine>();
before(async () => {
  centre = await openCentre({ clockFactor: 1 });
  client = createClient(centre.urls[0], Date.now);
  for (const agent of await prepare(client, madeUpDay())) {
    const body = { name: agent, roles: ['agent'], capacity: 10_000, queues: ['nw', 'ps'] };
    await client.put(`/v1/directory/people/${agent}`, body, 'administrator ada');
    // Half of them sit at each server.
    agents.set(agent, staff('agent', agent, agents.size % 2 === 0 ? 0 : 1));
  }
  left = Array.from({ length: PAIRS }, (_, n) => staff('supervisor', `left-${n}`, 0));
  right = Array.from({ length: PAIRS }, (_, n) => staff('supervisor', `right-${n}`, 1));
  await until('all are there', 20_000, () => everybody().every(({ line }) => line.isUp));
});
after(async () => {
  for (const { line } of everybody()) line.stop();
  await centre?.close();
  tally.report();
});

const everybody = (): readonly StaffLine[] => [...(left ?? []), ...(right ?? []), ...agents.values()];
const staff = (role: 'supervisor' | 'agent', user: string, server: 0 | 1): StaffLine =>
  openStaff({ user, role, pick: () => centre.urls[server], tally });
const agent = (user: string): StaffLine => agents.get(user) ?? assert.fail(`${user} is not there`);
/** `left-3` → `Left 3`, as the demonstration names people. */
const nameOf = ({ user, role }: StaffLine): string =>
  role === 'agent' ? user : `${user.charAt(0).toUpperCase()}${user.slice(1).replace('-', ' ')}`;
const must = async (line: StaffLine, command: Command): Promise<void> =>
  assert.deepEqual(await line.act(command), { ok: true });

interface Racers {
  readonly conversation: string;
  readonly one: StaffLine;
  readonly two: StaffLine;
  /** At the first server, and at the second. */
  readonly primary: StaffLine;
  readonly target: StaffLine;
}

/** Opens a conversation for each race, brings it as far as `given`, and holds them some at once. */
async function race(
  t: TestContext,
  given: (racers: Racers) => Promise<void>,
  run: (racers: Racers, n: number) => Promise<string>,
): Promise<void> {
  const wins = new Map<string, number>();
  const hold = async (n: number): Promise<Racers> => {
    const conversation = await opened(n);
    const [one, two] = [left[n % PAIRS], right[n % PAIRS]];
    assert.ok(one && two);
    const turn = 2 * (n % 3);
    const [primary, target] = [agent(`agent-0${1 + turn}`), agent(`agent-0${2 + turn}`)];
    const racers = { conversation, one, two, primary, target };
    await given(racers);
    const winner = await run(racers, n);
    wins.set(winner, (wins.get(winner) ?? 0) + 1);
    return racers;
  };
  for (let n = 0; n < COUNT; n += AT_ONCE) {
    const held = await Promise.all(Array.from({ length: Math.min(AT_ONCE, COUNT - n) }, (_, i) => hold(n + i)));
    // No desk of a contact centre has hundreds; what is looked at in the end is the last of them.
    if (n + AT_ONCE >= COUNT) assert.deepEqual(await disagreements(centre.urls), []);
    await Promise.all(
      held.map(({ conversation, one }) => must(one, { type: 'force-close', conversation, reason: 'The race is over' })),
    );
  }
  t.diagnostic(`${COUNT} races: ${[...wins].map(([who, count]) => `${who} ${count}`).join(', ')}`);
}

/** Opens one under an id of its own, again while the server says that it is busy. */
async function opened(n: number): Promise<string> {
  const body = { id: randomUUID(), workstream: REPLAY_WORKSTREAM, customer: { name: `Race ${n}` } };
  for (;;) {
    try {
      return (await client.post<{ id: string }>('/v1/conversations', body, 'integration crm')).id;
    } catch (cause) {
      if (!(cause instanceof RefusedError) || cause.refusal !== 'busy') throw cause;
      tally.busy += 1;
      await delay(100);
    }
  }
}

/** Exactly one of two was done, and the other was told by whom; the result is who won. */
function winnerOf(
  entrants: readonly (readonly [line: StaffLine, outcome: Outcome])[],
  refusals: readonly string[],
): StaffLine {
  const won = entrants.filter(([, { ok }]) => ok);
  assert.equal(won.length, 1, JSON.stringify(entrants.map(([{ user }, outcome]) => [user, outcome])));
  const winner = won[0]?.[0] ?? assert.fail();
  for (const [, outcome] of entrants) {
    if (outcome.ok) continue;
    assert.ok(refusals.includes(outcome.refusal.refusal), JSON.stringify(outcome.refusal));
    assert.equal(outcome.refusal.winner?.person, nameOf(winner));
  }
  return winner;
}

const engage = async ({ conversation, one, primary }: Racers): Promise<void> => {
  await must(one, { type: 'assign', conversation, agent: primary.user, override });
  await must(primary, { type: 'accept', conversation });
};

test(`[A6] two supervisors on two servers assign ${COUNT} conversations at the same moment: one wins each, the other hears who`, (t) =>
  race(
    t,
    async () => {},
    async ({ conversation, one, two, primary, target }) => {
      const outcomes = await Promise.all([
        one.act({ type: 'assign', conversation, agent: primary.user, override }),
        two.act({ type: 'assign', conversation, agent: target.user, override }),
      ]);
      const winner = winnerOf(
        [
          [one, outcomes[0]],
          [two, outcomes[1]],
        ],
        ['state'],
      );
      const seen = await client.get<{ phase: string; pending: { agent: { id: string } } | null }>(
        `/v1/conversations/${conversation}`,
        'supervisor ines',
      );
      assert.equal(seen.pending?.agent.id, (winner === one ? primary : target).user);
      // An offer that runs out makes its agent inactive, which is another test's matter.
      await must(winner, { type: 'withdraw', conversation });
      return winner === one ? 'left' : 'right';
    },
  ));

test(`[A6][B3] two supervisors on two servers claim ${COUNT} hands at the same moment: one comes, the other hears who`, (t) =>
  race(
    t,
    async (racers) => {
      await engage(racers);
      await must(racers.primary, { type: 'raise-hand', conversation: racers.conversation, text: 'May I?' });
    },
    async ({ conversation, one, two }) => {
      const command = { type: 'claim', conversation } as const;
      const [a, b] = await Promise.all([one.act(command), two.act(command)]);
      return winnerOf(
        [
          [one, a],
          [two, b],
        ],
        ['handClaimed'],
      ) === one
        ? 'left'
        : 'right';
    },
  ));

test(`[A6][T6] ${COUNT} transfers are accepted on one server and cancelled on the other: one of the two happens`, (t) =>
  race(
    t,
    async (racers) => {
      await engage(racers);
      await must(racers.one, {
        type: 'transfer',
        conversation: racers.conversation,
        agent: racers.target.user,
        override,
      });
    },
    async ({ conversation, one, target }) => {
      const [accepted, cancelled] = await Promise.all([
        target.act({ type: 'accept', conversation }),
        one.act({ type: 'cancel-transfer', conversation }),
      ]);
      const entrants = [
        [target, accepted],
        [one, cancelled],
      ] as const;
      return winnerOf(entrants, ['notOfferee', 'noTransferPending']) === one ? 'cancelled' : 'accepted';
    },
  ));

test(`[A6][T6] ${COUNT} conversations are ended on one server and transferred on the other: the end stands, a late transfer hears of it`, (t) =>
  race(t, engage, async ({ conversation, two, primary, target }) => {
    const [ended, transferred] = await Promise.all([
      primary.act({ type: 'end', conversation }),
      two.act({ type: 'transfer', conversation, agent: target.user, override }),
    ]);
    assert.deepEqual(ended, { ok: true });
    const path = `/v1/conversations/${conversation}`;
    const now = await client.get<{ state: string; pending: unknown }>(path, 'supervisor ines');
    assert.deepEqual([now.state, now.pending], ['wrap-up', null]);
    if (transferred.ok) return 'transferred, then ended';
    assert.equal(transferred.refusal.refusal, 'state');
    assert.equal(transferred.refusal.winner?.person, nameOf(primary));
    return 'ended first';
  }));
