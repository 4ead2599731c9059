import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../support/seeded.ts';
import type { Client } from '../support/client.ts';
import { startLive, type Server } from '../support/live.ts';

for (const seed of [1, 2, 3, 4])
  test(`[P2] what a customer is sent is the same whatever staff do aside, interleaving ${seed}`, async (t) => {
    const quiet = await asCustomerHears(t, () => 1);
    const watched = await asCustomerHears(t, seeded(seed));
    assert.deepEqual(watched, quiet);
    assert.ok(quiet.length > 20);
  });

/** What staff can do that a customer must not notice (P2). */
const asides: readonly ((on: Server, supervisor: Client, agent: Client, n: number) => unknown)[] = [
  (_on, supervisor) =>
    supervisor.send({ type: 'subscribe', id: 'w', topic: { kind: 'conversation', conversation: 'c1' } }),
  (_on, supervisor) => supervisor.send({ type: 'unsubscribe', id: 'w' }),
  (_on, supervisor) => supervisor.send({ type: 'subscribe', id: 'f', topic: { kind: 'floor' } }),
  (_on, supervisor) => supervisor.send({ type: 'typing', conversation: 'c1', plane: 'public' }),
  (on, _supervisor, _agent, n) => on.say(on.actor('ana'), 'c1', 'internal', `note ${n}`),
  (_on, _supervisor, agent) => agent.send({ type: 'typing', conversation: 'c1', plane: 'internal' }),
  (_on, supervisor, _agent, n) => {
    const command = { type: 'say', conversation: 'c1', message: `refused-${n}`, text: 'x', plane: 'public' };
    supervisor.send({ type: 'command', id: `refused-${n}`, command });
  },
  (_on, supervisor, _agent, n) => {
    const command = { type: 'assign', conversation: 'c1', agent: 'ben' };
    supervisor.send({ type: 'command', id: `assign-${n}`, command });
  },
  (_on, supervisor, _agent, n) => {
    const command = { type: 'transfer', conversation: 'c1', agent: 'ben' };
    supervisor.send({ type: 'command', id: `what-if-${n}`, dryRun: true, command });
  },
  (_on, _supervisor, agent, n) => {
    const command = { type: 'raise-hand', conversation: 'c1', text: `help ${n}` };
    agent.send({ type: 'command', id: `raise-${n}`, command });
  },
  (_on, supervisor, _agent, n) =>
    supervisor.send({ type: 'command', id: `claim-${n}`, command: { type: 'claim', conversation: 'c1' } }),
  (_on, _supervisor, agent, n) =>
    agent.send({ type: 'command', id: `lower-${n}`, command: { type: 'lower-hand', conversation: 'c1' } }),
];

/** Everything one customer's connection receives during a fixed course of events; ids made by chance are numbered. */
async function asCustomerHears(t: Parameters<typeof startLive>[0], random: () => number): Promise<readonly string[]> {
  const on = await startLive(t);
  await on.open('c1', 'ana');
  const client = await on.customer('c1');
  const [supervisor, agent] = [await on.staff('ines'), await on.staff('ana')];
  let acts = 0;
  const aside = async (): Promise<void> => {
    for (let chance = random(); chance < 0.8; chance = random()) {
      await asides[Math.floor(random() * asides.length)]?.(on, supervisor, agent, acts++);
      if (chance < 0.4) await on.settle();
    }
  };
  const course: readonly (() => unknown)[] = [
    () => on.say(on.actor('ana'), 'c1', 'public', 'answer', `answer-${client.messages.length}`),
    () => client.send({ type: 'say', id: `q-${client.messages.length}`, text: 'question' }),
    () => on.pass(12_500),
    () => agent.send({ type: 'typing', conversation: 'c1', plane: 'public' }),
    () => client.send({ type: 'say', id: 'q-again', text: 'again' }),
    () => client.send({ type: 'say', id: '', text: 'refused' }),
  ];
  for (const step of [...course, ...course, ...course]) {
    await aside();
    await step();
    await on.settle();
  }
  assert.equal(acts > 0, random() !== 1);
  await on.must(on.actor('ana'), 'c1', { type: 'End' });
  await on.pass(20_000);
  const numbers = new Map<string, string>();
  return client.texts.map((text) =>
    text
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => numbers.get(id) ?? numbers.set(id, `#${numbers.size}`).get(id)!)
      .replace(/"epoch":"[^"]+"/, '"epoch":""'),
  );
}
