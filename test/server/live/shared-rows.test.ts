import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MINUTE_MS, type Actor } from '@floorwalk/core';
import { FloorIndex, queryFloor, type FloorAnswer, type Lens } from '@floorwalk/core/floor';
import { floorQuery, parse, type FloorQuery } from '@floorwalk/core/protocol';
import type { DirectoryEntry } from '@floorwalk/core/directory';
import type { ConversationCommand } from '@floorwalk/core/conversation';
import type { PersonActor } from '../../../server/live/auth-port.ts';
import { SharedRows } from '../../../server/live/shared-rows.ts';
import { customerOf, integration, startEngine, systemActor, type Running } from '../../support/engine.ts';
import { seeded } from './support/seeded.ts';

const query = (asked: object): FloorQuery => {
  const parsed = parse(floorQuery, asked);
  assert.ok(parsed.ok);
  return parsed.value;
};
const queries = [
  query({}),
  query({ view: 'attention', sort: 'attention', descending: true }),
  query({ view: 'open', sort: 'wait', descending: true, offset: 1, limit: 3 }),
  query({ view: 'active', sort: 'agent' }),
  query({ sort: 'queue', queues: ['billing'] }),
  query({ sort: 'customer', text: 'mar', limit: 5 }),
  query({ sort: 'sentiment', agents: ['ana'] }),
  query({ sort: 'transfers', descending: true }),
  query({ view: 'mine' }),
];

const conversations = Array.from({ length: 6 }, (_, i) => `c${i}`);
type Act = (on: Running, id: string, i: number) => Promise<unknown>;
const ask =
  (who: string, command: ConversationCommand): Act =>
  (on, id) =>
    on.ask(on.actor(who), id, command);
/** Ana has room for two, so that what she holds soon decides her presence. */
const small = (entry: DirectoryEntry): DirectoryEntry =>
  entry.kind === 'person' && entry.value.id === 'ana' ? { ...entry, value: { ...entry.value, capacity: 4 } } : entry;

/** An agent who is there again takes it. */
const given =
  (to: string): Act =>
  async (on, id) => {
    await on.tenant.run(systemActor, { of: 'agent', id: to, command: { type: 'SetPresence', presence: 'available' } });
    await on.ask(on.actor('ines'), id, { type: 'AssignToAgent', agent: to, override: { reason: 'A test' } });
    await on.ask(on.actor(to), id, { type: 'Accept' });
  };
const opened: Act = (on, id, i) =>
  on.ask(integration, id, {
    type: 'Open',
    workstream: i % 3 ? 'live-chat' : 'whatsapp',
    customer: { name: i % 2 ? 'Marta' : 'Olu' },
  });
const acts: readonly Act[] = [
  opened,
  opened,
  given('ana'),
  given('ana'),
  given('ben'),
  ask('ines', { type: 'AssignToAgent', agent: 'ana', override: { reason: 'A test' } }),
  ask('ines', { type: 'AssignToAgent', agent: 'kofi', override: { reason: 'A test' } }),
  ask('ana', { type: 'Accept' }),
  ask('kofi', { type: 'Accept' }),
  ask('ana', { type: 'Reject' }),
  ask('ines', { type: 'Transfer', agent: 'ben', override: { reason: 'A test' } }),
  ask('ben', { type: 'Accept' }),
  ask('jonas', { type: 'Join' }),
  ask('jonas', { type: 'Leave' }),
  ask('ana', { type: 'RaiseHand', text: 'Please' }),
  ask('ines', { type: 'ForceClose', reason: 'A test' }),
  ask('ana', { type: 'End' }),
  (on, id, i) =>
    on.ask(customerOf(id), id, { type: 'Say', id: `m${i}`, plane: 'public', text: i % 2 ? 'Terrible!' : 'Thanks' }),
  (on, id, i) =>
    on.ask(on.actor('ana'), id, { type: 'Say', id: `a${i}`, plane: i % 2 ? 'public' : 'internal', text: 'Hm' }),
  (on, id, i) =>
    on.tenant.run(on.actor('ines'), {
      of: 'roster',
      id,
      command: { type: i % 2 ? 'Watch' : 'Unwatch', connection: 'p1' },
    }),
  (on, _, i) =>
    on.tenant.run(systemActor, {
      of: 'agent',
      id: 'ana',
      command: { type: i % 2 ? 'Disconnect' : 'Connect', connection: 'desk-ana', server: '' },
    }),
  (on) => on.step(MINUTE_MS),
  (on) => on.step(1),
  (on) => on.step(4 * MINUTE_MS + 1),
  ask('ana', { type: 'Release' }),
  ask('ines', { type: 'AssignToQueue', queue: 'delivery' }),
  ask('ines', { type: 'AssignToQueue', queue: 'billing' }),
  (on, _, i) =>
    on.tenant.run(systemActor, {
      of: 'directory',
      entry: { kind: 'queue', value: { ...must(on.tenant.floor.queues.get('billing')), name: `Billing ${i}` } },
    }),
];
const must = <T>(value: T | undefined): T => {
  assert.ok(value !== undefined);
  return value;
};
const isPerson = (actor: Actor): actor is PersonActor => actor.kind === 'person';

/** Two supervisors' eyes on every query, through what all of them share. */
function eyes(on: Running) {
  const index = new FloorIndex(on.tenant.floor, on.tenant.now());
  const rows = new SharedRows(on.tenant, index);
  on.tenant.onFold(({ body }) => index.changed(body, on.tenant.now()));
  const lenses = new Map<string, Lens | null>();
  const seen = (actor: PersonActor, asked: FloorQuery): FloorAnswer | null => {
    const key = `${actor.id} ${JSON.stringify(asked)}`;
    const known = lenses.get(key);
    const lens = known?.key === index.keyOf(actor, asked) ? known : index.lens(actor, asked, on.tenant.now());
    if (lens !== known) known?.close();
    lenses.set(key, lens ?? null);
    const answer = lens?.answer(asked.offset, asked.limit, on.tenant.now());
    if (!answer) return null;
    const { total, counts, window } = answer;
    return { total, counts, order: window.map(({ id }) => id), rows: window.map((c) => rows.row(c, actor)) };
  };
  return { seen, prune: () => rows.prune() };
}

for (const seed of [1, 2, 20_261_122])
  test(`[F1][F2][F3] the shared views show what asking the whole floor shows, whatever happens (seed ${seed})`, async (t) => {
    const on = await startEngine({ edit: (entries) => entries.map(small) });
    t.after(() => on.close());
    const random = seeded(seed);
    const pick = <T>(all: readonly T[]): T => must(all[Math.floor(random() * all.length)]);
    const { seen, prune } = eyes(on);
    let shared = 0;
    for (let i = 0; i < 400; i++) {
      await pick(acts)(on, `${pick(conversations)}-${Math.floor(i / 80)}`, i);
      await on.quiet();
      if (i % 40 === 0) prune();
      for (const actor of ['ines', 'jonas'].map((id) => on.actor(id)).filter(isPerson))
        for (const asked of queries) {
          const answer = seen(actor, asked);
          if (!answer) continue;
          shared += 1;
          const whole = queryFloor(on.tenant.floor, actor, asked, on.tenant.now());
          assert.deepEqual(
            JSON.parse(JSON.stringify(answer)),
            JSON.parse(JSON.stringify(whole)),
            `step ${i}, ${JSON.stringify(asked)}`,
          );
        }
    }
    assert.ok(shared > 3_000, `${shared} views were compared`);
  });
