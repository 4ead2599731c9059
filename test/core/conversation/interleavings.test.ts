import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal, type Actor } from '../../../core/index.ts';
import {
  conversationDueAt,
  decide,
  evolveConversation,
  isInternal,
  offerOf,
  primaryOf,
  type Conversation,
  type ConversationCommand,
  type ConversationEvent,
} from '../../../core/conversation/index.ts';
import { auditLedger, foldFloor, ledgerLines } from '../../../core/floor/index.ts';
import { world, type World } from '../../support/world.ts';

const agents = ['ana', 'ben', 'kofi'];
const supervisors = ['ines', 'jonas'];
const ids = ['c-open', 'c-whatsapp', 'c-offered', 'c-engaged', 'c-pending', 'c-waiting', 'c-bot', 'c-record'];

/** One step of a schedule: somebody asks something, or time passes, or an agent drops off the floor. */
type Step =
  | { readonly who: string; readonly id: string; readonly command: ConversationCommand }
  | { readonly wait: number }
  | { readonly lose: string }
  | { readonly back: string };

const anyAgent = fc.constantFrom(...agents);
const text = fc.string({ minLength: 1, maxLength: 12 });
const saying = (plane: 'public' | 'internal') =>
  fc.record({ type: fc.constant('Say' as const), plane: fc.constant(plane), id: fc.uuid(), text });
const staffCommand: fc.Arbitrary<ConversationCommand> = fc.oneof(
  fc.constantFrom<ConversationCommand>(
    { type: 'Accept' },
    { type: 'Reject' },
    { type: 'Pick' },
    { type: 'Release' },
    { type: 'Park' },
    { type: 'Resume' },
    { type: 'End' },
    { type: 'Close' },
    { type: 'Withdraw' },
    { type: 'CancelTransfer' },
    { type: 'Join' },
    { type: 'Leave' },
    { type: 'Monitor' },
    { type: 'RaiseHand', text: 'Help' },
    { type: 'Claim' },
    { type: 'LowerHand' },
    { type: 'ForceClose', reason: 'r' },
  ),
  anyAgent.map((agent): ConversationCommand => ({ type: 'AssignToAgent', agent, override: { reason: 'r' } })),
  anyAgent.map((agent): ConversationCommand => ({ type: 'Transfer', agent, override: { reason: 'r' } })),
  fc.constantFrom('billing', 'delivery').map((queue): ConversationCommand => ({ type: 'AssignToQueue', queue })),
  saying('public'),
  saying('internal'),
);
const customerCommand: fc.Arbitrary<ConversationCommand> = fc.oneof(
  { weight: 4, arbitrary: saying('public') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<ConversationCommand>(
      { type: 'CustomerGone' },
      { type: 'CustomerArrived' },
      { type: 'CustomerEnd' },
    ),
  },
);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      who: fc.constantFrom(...agents, ...supervisors),
      id: fc.constantFrom(...ids),
      command: staffCommand,
    }),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...ids), customerCommand)
      .map(([id, command]) => ({ who: `customer:${id}`, id, command })),
  },
  { weight: 2, arbitrary: fc.constantFrom(1_000, 60_000, 121_000, 1_300_000).map((wait) => ({ wait })) },
  { weight: 1, arbitrary: anyAgent.map((lose) => ({ lose })) },
  { weight: 1, arbitrary: anyAgent.map((back) => ({ back })) },
);

/** Runs a schedule on a world and hands every accepted decision to `see`. */
function play(
  at: World,
  steps: readonly Step[],
  see: (id: string, events: readonly ConversationEvent[], after: Conversation) => void,
  names: ReadonlyMap<Step, string> = new Map(),
): void {
  const closed = new Map<string, Conversation>();
  let now = at.now;
  // Ids as the server makes them: what one step does takes none of another's.
  let prefix = '';
  let made = 0;
  const run = (actor: Actor, id: string, command: ConversationCommand): boolean => {
    const before = at.floor.conversations.get(id) ?? closed.get(id);
    const decided = decide(id, before, command, { floor: at.floor, actor, now, newId: () => `${prefix}-${++made}` });
    if (isRefusal(decided) || decided.events.length === 0) return false;
    const version = (before?.version ?? 0) + 1;
    const after = decided.events.reduce<Conversation | undefined>(evolveConversation, before);
    assert.ok(after);
    assert.deepEqual(decided.after, after, 'whoever decides and whoever folds come to the same');
    foldFloor(at.floor, { changes: [{ of: 'conversation', id, version, events: decided.events }] });
    if (after.state === 'closed') closed.set(id, { ...after, version });
    see(id, decided.events, after);
    return true;
  };
  const tick = (): void => {
    for (const c of [...at.floor.conversations.values()]) {
      for (let i = 0; i < 5; i++) {
        const live = at.floor.conversations.get(c.id);
        const dueAt = live && conversationDueAt(live, at.workstream(live.workstream));
        if (dueAt == null || dueAt > now) break;
        assert.ok(run({ kind: 'system' }, c.id, { type: 'Tick' }), 'what is due can be done');
      }
    }
  };
  for (const step of steps) {
    prefix = names.get(step) ?? 'n';
    if (names.has(step)) made = 0;
    if ('wait' in step) {
      now += step.wait;
      tick();
    } else if ('lose' in step) {
      at.edit('agent', step.lose, { connections: {}, unreachableSince: now, lost: true });
      for (const id of ids) run({ kind: 'system' }, id, { type: 'AgentLost', agent: step.lose, why: 'unreachable' });
    } else if ('back' in step) {
      at.edit('agent', step.back, { connections: { desk: 's' }, unreachableSince: null, lost: false });
    } else {
      run(at.actor(step.who), step.id, step.command);
    }
  }
}

/** C2: exactly what each state may have. */
function assertCustody(c: Conversation): void {
  const fields = { primary: 'primary' in c, offer: 'offer' in c, pending: 'pending' in c };
  if (c.state === 'open') assert.deepEqual(fields, { primary: false, offer: false, pending: false });
  else if (c.state === 'active' && c.phase === 'offered')
    assert.deepEqual(fields, { primary: false, offer: true, pending: false });
  else if (c.state === 'active' || c.state === 'waiting')
    assert.deepEqual(fields, { primary: true, offer: false, pending: true });
  const primary = primaryOf(c);
  if (c.state === 'active' && c.phase === 'engaged') assert.ok(primary?.id);
  assert.notEqual(offerOf(c)?.agent, primary?.id ?? '');
  const people = [...c.consultants, ...c.consultees].map(({ id }) => id);
  assert.equal(new Set(people).size, people.length, 'a person is one participant');
  assert.ok(!primary || c.state === 'closed' || !people.includes(primary.id), 'the primary has no second role');
}

test('[C2] every state has exactly its holders through any interleaving of thirteen actors, losses and clock steps', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 80, size: 'max' }), (steps) => {
      play(world(), steps, (_id, _events, after) => assertCustody(after));
    }),
    { numRuns: 300 },
  );
});

test('[B3] a hand is up only while its agent has the conversation, and one supervisor at most has claimed it', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 80, size: 'max' }), (steps) => {
      const claims = new Map<string, number>();
      play(world(), steps, (id, events, after) => {
        for (const event of events) {
          if (event.type === 'HandRaised') claims.set(id, 0);
          if (event.type === 'HandClaimed') claims.set(id, (claims.get(id) ?? 0) + 1);
        }
        assert.ok((claims.get(id) ?? 0) <= 1, 'claimed twice');
        if (after.hand === null) return;
        assert.ok((after.state === 'active' && after.phase === 'engaged') || after.state === 'wrap-up');
        assert.equal(primaryOf(after)?.id, after.hand.agent);
        const { claimed } = after.hand;
        assert.ok(!claimed || !after.consultants.some((one) => one.id === claimed.by), 'help has come');
      });
    }),
    { numRuns: 300 },
  );
});

test('[C2] what is decided is what is read back: its author may fold it without reading it', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 80, size: 'max' }), (steps) => {
      play(world(), steps, (_id, events) => assert.deepEqual(JSON.parse(JSON.stringify(events)), events));
    }),
    { numRuns: 100 },
  );
});

test('[K3] the ledger equals what the states imply after every step', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 80, size: 'max' }), (steps) => {
      const at = world();
      play(at, steps, () => assert.deepEqual(auditLedger(at.floor, ledgerLines(at.floor.ledger)), []));
    }),
    { numRuns: 200 },
  );
});

test('[C1] every conversation ends at most once, in exactly one outcome, and always ends', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60, size: 'max' }), (steps) => {
      const at = world();
      const outcomes = new Map<string, string[]>();
      // Long waits at the end: agents are lost, offers expire, every auto-close comes.
      const rest: Step[] = [
        ...agents.map((lose) => ({ lose })),
        ...Array.from({ length: 8 }, () => ({ wait: 40 * 86_400_000 })),
      ];
      play(at, [...steps, ...rest], (id, events, after) => {
        for (const event of events)
          if (event.type === 'ConversationClosed') outcomes.set(id, [...(outcomes.get(id) ?? []), event.outcome]);
        if (after.state === 'wrap-up') outcomes.set(`${id} ended`, [after.outcome]);
      });
      for (const id of ids) {
        const left = at.floor.conversations.get(id);
        const closings = outcomes.get(id) ?? [];
        // Nothing closes a record by itself, nor what a bot holds (C4, C6).
        if (left) assert.ok(left.kind === 'record' || primaryOf(left)?.kind === 'bot', `${id} is still ${left.state}`);
        else assert.equal(closings.length, 1);
        const ended = outcomes.get(`${id} ended`)?.[0];
        if (ended && closings[0]) assert.equal(closings[0], ended);
      }
    }),
    { numRuns: 100 },
  );
});

/** Steps that must be invisible to customers: looking, internal words, hands that go up and down, and whatever is refused. */
const noise: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(...agents, ...supervisors),
  id: fc.constantFrom(...ids),
  command: fc.oneof(
    fc.constantFrom<ConversationCommand>(
      { type: 'Monitor' },
      { type: 'RaiseHand', text: 'Help' },
      { type: 'Claim' },
      { type: 'LowerHand' },
    ),
    saying('internal'),
  ),
});

test('[P2] the public plane of every conversation is the same, byte for byte, with and without monitoring, internal words and raised hands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyStep, fc.array(noise, { maxLength: 3 })), { maxLength: 50, size: 'max' }),
      (schedule) => {
        const names = new Map(schedule.flatMap(([step, steps]) => [step, ...steps]).map((step, n) => [step, `n${n}`]));
        const publicPlane = (steps: readonly Step[]): string => {
          const lines: string[] = [];
          const see = (id: string, events: readonly ConversationEvent[]): void => {
            for (const event of events) {
              if ((event.type === 'MessageAdded' || event.type === 'NoticeAdded') && !isInternal(event))
                lines.push(JSON.stringify([id, event]));
            }
          };
          play(world(), steps, see, names);
          return lines.join('\n');
        };
        const quiet = schedule
          .map(([step]) => step)
          .filter((step) => !('command' in step) || step.command.type !== 'Say' || step.command.plane === 'public');
        const loud = schedule.flatMap(([step, steps]) =>
          'command' in step && step.command.type === 'Say' && step.command.plane === 'internal'
            ? steps
            : [...steps, step],
        );
        assert.equal(publicPlane(loud), publicPlane(quiet));
      },
    ),
    { numRuns: 300 },
  );
});
