import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { declinedUntil, loadOf, nextOffers, viewAgent } from '../../../core/floor/index.ts';
import { routingPresence } from '../../../core/agent/presence.ts';
import type { Conversation } from '../../../core/conversation/conversation.ts';
import { conversation, NOW, world, type World } from '../../support/world.ts';

/** A world with only these conversations open in billing: id → minutes they have waited. */
function waiting(minutes: Readonly<Record<string, number>>, workstream: 'live-chat' | 'whatsapp' = 'live-chat'): World {
  const w = world();
  w.floor.conversations.clear();
  w.floor.ledger.clear();
  for (const [id, wait] of Object.entries(minutes))
    w.put(conversation(id, workstream, 'billing', { state: 'open' }, { queuedAt: NOW - wait * 60_000 }));
  return w;
}
const offers = (w: World, now = NOW): readonly string[] =>
  nextOffers(w.floor, 'billing', now).map(({ conversation, agent }) => `${conversation} → ${agent}`);
const hold = (w: World, agent: string, units: number): unknown => w.floor.ledger.set(agent, new Map([['held', units]]));

test('[D1] the oldest open conversation goes first, to the member with the most free units', () => {
  const w = waiting({ young: 1, old: 9 });
  w.edit('person', 'ben', { capacity: 20 });
  assert.deepEqual(offers(w), ['old → ben', 'young → ben']);
  assert.deepEqual(offers(waiting({ young: 1, old: 9 })), ['old → ana', 'young → ben']);
});

test('[D1] an asynchronous one is as old as its customer’s last message', () => {
  const w = waiting({ first: 9, second: 5 }, 'whatsapp');
  const { reply } = w.conversation('first');
  w.edit('conversation', 'first', { reply: { ...reply, lastCustomerAt: NOW - 60_000 } });
  assert.deepEqual(
    offers(w).map((offer) => offer.split(' ')[0]),
    ['second', 'first'],
  );
});

test('[D1] never beyond capacity, offers of the same pass included', () => {
  const w = waiting({ a: 9, b: 8, c: 7, d: 6 });
  w.edit('person', 'ana', { capacity: 3 });
  w.edit('person', 'ben', { capacity: 2 });
  assert.deepEqual(offers(w), ['a → ana', 'b → ben']);
});

test('[D1] ties go to whoever was offered longest ago, never before anybody', () => {
  const w = waiting({ a: 9, b: 8, c: 7 });
  w.edit('person', 'ana', { capacity: 6 });
  w.edit('agent', 'ana', { offeredAt: NOW - 1_000 });
  w.edit('agent', 'ben', { offeredAt: NOW - 2_000 });
  assert.deepEqual(offers(w), ['a → ben', 'b → ana', 'c → ben']);
  w.edit('agent', 'ana', { offeredAt: null });
  assert.equal(offers(w)[0], 'a → ana');
});

test('[D1] only reachable members with an allowed presence are asked', () => {
  const w = waiting({ a: 9 });
  w.edit('agent', 'ana', { connections: {}, unreachableSince: NOW });
  assert.deepEqual(offers(w), ['a → ben']);
  w.edit('agent', 'ben', { missedOfferAt: NOW });
  assert.deepEqual(offers(w), []);
});

test('[D1] a disabled member, a bot and somebody of another queue are not asked', () => {
  const w = waiting({ a: 9 });
  w.edit('person', 'ana', { disabled: true });
  w.edit('person', 'ben', { queues: ['delivery'] });
  w.floor.agents.set('assistant', { ...w.agent('ana'), id: 'assistant' });
  assert.deepEqual(offers(w), []);
});

test('[D1] presence by units is that after the offers of the same pass', () => {
  const w = waiting({ a: 9, b: 8, c: 7 });
  w.edit('workstream', 'live-chat', { allowedPresences: ['available'] });
  assert.deepEqual(offers(w), ['a → ana', 'b → ben']);
});

test('[D1] who rejected or missed one is not asked for it again until their time, and is for others', () => {
  const w = waiting({ a: 9, b: 8 });
  w.edit('conversation', 'a', { declined: { ana: NOW + 600_000 } });
  assert.deepEqual(offers(w), ['a → ben', 'b → ana']);
  assert.equal(declinedUntil(w.conversation('a'), NOW), NOW + 600_000);
  assert.equal(offers(w, NOW + 600_000)[0], 'a → ana');
  assert.equal(declinedUntil(w.conversation('a'), NOW + 600_000), null);
});

test('[D1] one that nobody can take does not hold up the next', () => {
  const w = waiting({ a: 9, b: 8 });
  w.edit('conversation', 'a', { units: 50 });
  assert.deepEqual(offers(w), ['b → ana']);
});

test('[D1] queues on pick and external are not pushed', () => {
  const w = waiting({ a: 9 });
  for (const distribution of ['pick', 'external'] as const) {
    w.edit('queue', 'billing', { distribution });
    assert.deepEqual(offers(w), []);
  }
});

test('[D1] no pass exceeds anybody’s capacity, asks twice for one, or leaves a fit pair apart', () => {
  const member = fc.record({ capacity: fc.nat({ max: 8 }), load: fc.nat({ max: 8 }), reachable: fc.boolean() });
  const open = fc.record({ units: fc.integer({ min: 1, max: 4 }), wait: fc.nat({ max: 5 }) });
  fc.assert(
    fc.property(fc.array(member, { maxLength: 5 }), fc.array(open, { maxLength: 12 }), (members, opens) => {
      const w = waiting({});
      for (const id of ['ana', 'ben', 'kofi']) w.edit('person', id, { queues: [] });
      w.edit('workstream', 'live-chat', { allowedPresences: ['available', 'busy'] });
      for (const [at, { capacity, load, reachable }] of members.entries()) {
        w.addAgent(`m-${at}`, { capacity, queues: ['billing'] });
        if (load > 0) hold(w, `m-${at}`, load);
        if (!reachable) w.edit('agent', `m-${at}`, { connections: {}, unreachableSince: NOW });
      }
      for (const [at, { units, wait }] of opens.entries())
        w.put(conversation(`o-${at}`, 'live-chat', 'billing', { state: 'open' }, { units, queuedAt: NOW - wait }));
      const made = nextOffers(w.floor, 'billing', NOW);
      assert.equal(new Set(made.map(({ conversation }) => conversation)).size, made.length);
      for (const { conversation: id, agent } of made) {
        const held = w.floor.ledger.get(agent) ?? new Map<string, number>();
        w.floor.ledger.set(agent, held.set(id, w.conversation(id).units));
        assert.equal(viewAgent(w.floor, agent)?.reachable, true);
        assert.ok(loadOf(w.floor, agent) <= w.person(agent).capacity);
      }
      const left = opens.map((_, at) => `o-${at}`).filter((id) => !made.some((offer) => offer.conversation === id));
      for (const id of left)
        for (const at of members.keys()) {
          const view = viewAgent(w.floor, `m-${at}`);
          assert.ok(!view?.reachable || view.free < w.conversation(id).units, `${id} fits m-${at}`);
        }
    }),
  );
});

/** As rule D1 reads: every open conversation in the order of age, each to the best of those who may take it. */
function asTheRuleReads(w: World): readonly string[] {
  const members = ['ana', 'ben'].map((id) => ({
    view: viewAgent(w.floor, id),
    id,
    load: loadOf(w.floor, id),
    turn: 0,
  }));
  const given: string[] = [];
  const age = (c: Conversation): number =>
    c.channel === 'liveChat' ? c.queuedAt : (c.reply.lastCustomerAt ?? c.queuedAt);
  const open = [...w.floor.conversations.values()].filter(
    ({ state, queue }) => state === 'open' && queue === 'billing',
  );
  for (const c of open.toSorted((a, b) => age(a) - age(b) || (a.id < b.id ? -1 : 1))) {
    const allowed = w.floor.workstreams.get(c.workstream)?.allowedPresences ?? [];
    const capacityOf = (id: string): number => w.person(id).capacity;
    const [taker] = members
      .filter(({ id, load }) => load + c.units <= capacityOf(id) && (c.declined[id] ?? 0) <= NOW)
      .filter(({ id, load }) => allowed.includes(routingPresence(w.agent(id), load, capacityOf(id))))
      .toSorted(
        (a, b) => capacityOf(b.id) - b.load - (capacityOf(a.id) - a.load) || a.turn - b.turn || (a.id < b.id ? -1 : 1),
      );
    if (!taker) continue;
    taker.load += c.units;
    given.push(`${c.id} → ${taker.id}`);
    taker.turn = given.length;
  }
  return given;
}

test('[D1] looking only at whoever somebody has room for offers what looking at every one of them offers', () => {
  const one = fc.record({
    wait: fc.nat(30),
    isLive: fc.boolean(),
    units: fc.integer({ min: 1, max: 3 }),
    declines: fc.constantFrom('', 'ana', 'ben'),
  });
  const presences = fc.subarray(['available', 'busy', 'doNotDisturb'] as const, { minLength: 1 });
  fc.assert(
    fc.property(
      fc.array(one, { maxLength: 14 }),
      fc.tuple(fc.nat(9), fc.nat(9)),
      presences,
      presences,
      (waits, [ana, ben], live, other) => {
        const w = waiting({});
        w.edit('workstream', 'live-chat', { allowedPresences: live });
        w.edit('workstream', 'whatsapp', { allowedPresences: other });
        w.edit('person', 'ana', { capacity: ana });
        w.edit('person', 'ben', { capacity: ben });
        for (const [n, { wait, isLive, units, declines }] of waits.entries()) {
          const declined = declines === '' ? {} : { [declines]: NOW + 1 };
          const more = { queuedAt: NOW - wait * 1_000, units, declined };
          w.put(conversation(`c-${n}`, isLive ? 'live-chat' : 'whatsapp', 'billing', { state: 'open' }, more));
        }
        assert.deepEqual(offers(w), asTheRuleReads(w));
      },
    ),
  );
});
