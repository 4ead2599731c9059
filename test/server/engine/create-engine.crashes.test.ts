import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { isRefusal, type Actor, type Refusal } from '@floorwalk/core';
import type { Conversation, ConversationCommand } from '@floorwalk/core/conversation';
import { auditLedger, nextOffers, type Floor } from '@floorwalk/core/floor';
import type { Done, Request } from '../../../server/engine/engine.ts';
import { loadFloor } from '../../../server/engine/load-floor.ts';
import { customerOf, entriesOf, integration, must, systemActor } from '../../support/engine.ts';
import { openFleet, tenantOfFleet, turn, type Fleet } from '../../support/fleet.ts';
import { startRedis, type OwnRedis } from '../../support/redis.ts';
import { anyDay, type Step } from '../../support/schedule.ts';
import { world } from '../../support/world.ts';

const { actor } = world();

/** What people were told during a run, to hold the servers to. */
interface Promises {
  readonly opened: Set<string>;
  /** Message id → where its author was told it is. */
  readonly said: Map<string, { readonly conversation: string; readonly plane: 'public' | 'internal' }>;
  /** Says without an answer yet, as their author would send them again. */
  readonly unanswered: Map<string, () => Promise<void>>;
}

/** One run: servers work, crash and start again while everybody does what they like. */
class Day {
  readonly promises: Promises = { opened: new Set(), said: new Map(), unanswered: new Map() };
  readonly #fleet: Fleet;
  readonly #mayBeTwo: boolean;

  constructor(fleet: Fleet, mayBeTwo: boolean) {
    this.#fleet = fleet;
    this.#mayBeTwo = mayBeTwo;
  }

  async begin(): Promise<void> {
    const { tenant } = await this.#fleet.start();
    for (const entry of entriesOf()) must(await tenant.run(systemActor, { of: 'directory', entry }));
    for (const id of ['ana', 'ben', 'kofi']) await this.#connect(id);
  }

  async take(step: Step): Promise<void> {
    switch (step.does) {
      case 'act':
        return this.#say(actor(step.who), step.id, step.command, step.at);
      case 'customer':
        return this.#say(customerOf(step.id), step.id, step.command, step.at);
      case 'open':
        return this.#open(step.id, step.workstream, step.at);
      case 'watch':
        return this.#ask(actor(step.who), { of: 'roster', id: step.id, command: step.command }, step.at);
      case 'lose':
        return this.#lose(step.agent);
      case 'back':
        return this.#connect(step.agent);
      case 'wait':
        return this.#fleet.clock.step(step.ms);
      case 'turns':
        for (let i = 0; i < step.count; i++) await turn();
        return;
      case 'settle':
        return this.#fleet.quiet();
      case 'crash':
        return this.#crash(step.at);
      case 'second':
        if (this.#mayBeTwo && this.#fleet.alive.length === 1) await this.#fleet.start();
    }
  }

  /** Everybody who heard nothing asks again, dead servers' leases end, and nothing is under way any more. */
  async settle(): Promise<void> {
    await this.#fleet.quiet();
    for (let i = 0; i < 8; i++) {
      this.#fleet.clock.step(6_000);
      await this.#fleet.quiet();
    }
    await Promise.all([...this.promises.unanswered.values()].map((again) => again()));
    await this.#fleet.quiet();
    assert.equal(this.promises.unanswered.size, 0);
  }

  #server(at: number) {
    const { alive } = this.#fleet;
    const server = alive[at % alive.length];
    assert.ok(server);
    return server;
  }

  /** Sent without waiting for the answer. */
  #ask(who: Actor, request: Request, at = 0, heard: (answer: Done | Refusal) => void = () => {}): void {
    void this.#send(who, request, at, heard);
  }

  async #send(who: Actor, request: Request, at: number, heard: (answer: Done | Refusal) => void): Promise<void> {
    heard(await this.#server(at).tenant.run(who, request));
  }

  #open(id: string, workstream: string, at: number): void {
    const bot = workstream === 'bot' ? { workstream: 'live-chat', bot: 'assistant' } : { workstream };
    const command = { type: 'Open' as const, ...bot, customer: { name: 'Marta' } };
    this.#ask(integration, { of: 'conversation', id, command }, at, (answer) => {
      if (!isRefusal(answer)) this.promises.opened.add(id);
    });
  }

  #say(who: Actor, id: string, command: ConversationCommand, at: number): void {
    if (command.type !== 'Say') return this.#ask(who, { of: 'conversation', id, command }, at);
    const { said, unanswered } = this.promises;
    const heard = (answer: Done | Refusal) => {
      unanswered.delete(command.id);
      if (isRefusal(answer)) return;
      if (answer.movedTo) this.promises.opened.add(answer.movedTo);
      said.set(command.id, { conversation: answer.movedTo ?? id, plane: command.plane });
    };
    const send = () => this.#send(who, { of: 'conversation', id, command }, at, heard);
    unanswered.set(command.id, send);
    void send();
  }

  #connect(agent: string): Promise<void> {
    const { tenant, name } = this.#server(0);
    const command = { type: 'Connect' as const, connection: `desk-${agent}-${name}`, server: '' };
    this.#ask(systemActor, { of: 'agent', id: agent, command });
    return tenant.floor.agents.has(agent) ? Promise.resolve() : this.#fleet.quiet();
  }

  #lose(agent: string): void {
    const connections = this.#server(0).tenant.floor.agents.get(agent)?.connections ?? {};
    for (const connection of Object.keys(connections))
      this.#ask(systemActor, { of: 'agent', id: agent, command: { type: 'Disconnect', connection } });
  }

  async #crash(at: number): Promise<void> {
    this.#server(at).crash();
    if (this.#fleet.alive.length === 0) await this.#fleet.start();
  }
}

function assertC2(c: Conversation): void {
  const keys = new Set(Object.keys(c).filter((key) => ['primary', 'offer', 'pending', 'phase'].includes(key)));
  const exactly = (...expected: string[]) => assert.deepEqual([...keys].toSorted(), expected.toSorted(), c.id);
  if (c.state === 'open') exactly();
  else if (c.state === 'active' && c.phase === 'offered') exactly('phase', 'offer');
  else if (c.state === 'active') exactly('phase', 'primary', 'pending');
  else if (c.state === 'waiting') exactly('primary', 'pending');
  else exactly('primary');
  if (c.state !== 'open' && 'primary' in c && c.state !== 'closed') assert.ok(c.primary.id, c.id);
  if ('pending' in c && c.pending) assert.notEqual(c.pending.agent, c.primary.id, c.id);
}

/** Everything that must be true of a fleet at rest. */
async function assertSound(fleet: Fleet, { opened, said }: Promises): Promise<void> {
  const { store } = fleet;
  const snapshot = await store.snapshot(tenantOfFleet);
  const { floor } = loadFloor(snapshot);
  for (const c of floor.conversations.values()) assertC2(c);
  assert.deepEqual(auditLedger(floor, snapshot.ledger), [], 'the stored ledger');
  for (const { tenant } of fleet.alive) assert.deepEqual(plain(tenant.floor), plain(floor), 'a running floor');
  for (const queue of floor.queues.keys())
    assert.deepEqual(nextOffers(floor, queue, fleet.clock.now()), [], `nothing is left to offer in ${queue}`);

  const places = new Map<string, string[]>();
  const closed = new Set<string>();
  const told = [...said.values()].map(({ conversation }) => conversation);
  for (const id of new Set([...opened, ...told, ...floor.conversations.keys()])) {
    const stored = await store.load(tenantOfFleet, 'conversation', id);
    assert.ok(stored, `${id} was opened`);
    const c = JSON.parse(stored.state) as Conversation;
    assertC2(c);
    if (c.state === 'closed') closed.add(id);
    assert.equal(c.state === 'closed', !floor.conversations.has(id), id);
    for (const plane of ['public', 'internal'] as const) {
      const entries = await store.readPlane(tenantOfFleet, id, plane, 0, 10_000);
      assert.deepEqual(
        entries.map(({ offset }) => offset),
        entries.map((_, i) => i + 1),
        `${plane} of ${id}`,
      );
      if (plane === 'public') assert.equal(entries.length, c.publicOffset, id);
      for (const { body } of entries) {
        const entry = JSON.parse(body) as { type: string; id: string };
        if (entry.type === 'message') places.set(entry.id, [...(places.get(entry.id) ?? []), `${id} ${plane}`]);
      }
    }
  }
  for (const [id, { conversation, plane }] of said)
    assert.deepEqual(places.get(id), [`${conversation} ${plane}`], 'said once');
  for (const [id, where] of places) assert.equal(where.length, 1, `${id} is in ${where.join(', ')}`);

  const lines = (await store.readAudit(tenantOfFleet, 0, 100_000)).map(
    ({ body }) => JSON.parse(body) as { what: string; conversation?: string },
  );
  const ends = lines.filter(({ what }) => what === 'ConversationClosed').map(({ conversation }) => conversation);
  assert.equal(new Set(ends).size, ends.length, 'nothing closes twice');
  for (const id of closed) assert.ok(ends.includes(id), `${id} closed with a line in the record`);
}

/** A floor without the order in which its parts came, and without what it remembers of how they came. */
const plain = (floor: Floor) => ({
  ...floor,
  directorySaves: [],
  conversations: new Map([...floor.conversations].toSorted(byKey)),
  ledger: new Map([...floor.ledger].toSorted(byKey)),
});
const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

async function aDay(steps: readonly Step[], redis?: OwnRedis): Promise<void> {
  const fleet = await openFleet(redis);
  try {
    const day = new Day(fleet, redis !== undefined);
    await day.begin();
    for (const step of steps) await day.take(step);
    await day.settle();
    await assertSound(fleet, day.promises);
  } finally {
    await fleet.close();
  }
}

const runs = { seed: 20_261_122, numRuns: 30, endOnFailure: true };

describe('whatever happens, and whenever a server is lost', () => {
  test('[C2][K3][P4] floor, ledger, planes and record are sound over SQLite', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay, (steps) => aDay(steps)),
      runs,
    );
  });

  describe('over Redis', () => {
    let redis: OwnRedis;
    before(async () => {
      redis = await startRedis();
    });
    after(() => redis.close());

    test('[C2][K3][P4] floor, ledger, planes and record are sound with two servers at once', async () => {
      const property = fc.asyncProperty(anyDay, async (steps) => {
        await redis.command('FLUSHALL');
        await aDay(steps, redis);
      });
      await fc.assert(property, runs);
    });
  });
});
