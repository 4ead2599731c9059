import fc from 'fast-check';
import type { ConversationCommand } from '../../core/conversation/index.ts';

/** What one of many actors does next on a floor of servers; `at` chooses the server. */
export type Step =
  | {
      readonly does: 'act';
      readonly who: string;
      readonly id: string;
      readonly command: ConversationCommand;
      readonly at: number;
    }
  | { readonly does: 'customer'; readonly id: string; readonly command: ConversationCommand; readonly at: number }
  | { readonly does: 'open'; readonly id: string; readonly workstream: string; readonly at: number }
  | {
      readonly does: 'watch';
      readonly who: string;
      readonly id: string;
      readonly command: { readonly type: 'Watch' | 'Unwatch'; readonly connection: string };
      readonly at: number;
    }
  | { readonly does: 'lose'; readonly agent: string }
  | { readonly does: 'back'; readonly agent: string }
  | { readonly does: 'wait'; readonly ms: number }
  | { readonly does: 'turns'; readonly count: number }
  | { readonly does: 'settle' }
  | { readonly does: 'crash'; readonly at: number }
  | { readonly does: 'second' };

const conversations = ['c1', 'c2', 'c3', 'c4', 'c5'];
const anyAgent = fc.constantFrom('ana', 'ben', 'kofi');
const anyId = fc.constantFrom(...conversations);
const anyServer = fc.nat({ max: 1 });
const does = <Name extends Step['does']>(name: Name) => fc.constant(name);
const saying = (plane: 'public' | 'internal') =>
  fc.record({
    type: fc.constant('Say' as const),
    plane: fc.constant(plane),
    id: fc.uuid(),
    text: fc.string({ maxLength: 9 }),
  });
const override = { reason: 'r' };

const byAgent: fc.Arbitrary<ConversationCommand> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<ConversationCommand>({ type: 'Accept' }) },
  fc.constantFrom<ConversationCommand>(
    { type: 'Reject' },
    { type: 'Release' },
    { type: 'Park' },
    { type: 'Resume' },
    { type: 'End' },
    { type: 'Close' },
    { type: 'Leave' },
  ),
  saying('public'),
  saying('internal'),
);
const bySupervisor: fc.Arbitrary<ConversationCommand> = fc.oneof(
  anyAgent.map((agent): ConversationCommand => ({ type: 'AssignToAgent', agent, override })),
  { weight: 2, arbitrary: anyAgent.map((agent): ConversationCommand => ({ type: 'Transfer', agent, override })) },
  fc.constantFrom('billing', 'delivery').map((queue): ConversationCommand => ({ type: 'AssignToQueue', queue })),
  fc.constantFrom<ConversationCommand>(
    { type: 'Withdraw' },
    { type: 'CancelTransfer' },
    { type: 'Join' },
    { type: 'Leave' },
    { type: 'ForceClose', reason: 'r' },
  ),
  saying('internal'),
);
const byCustomer: fc.Arbitrary<ConversationCommand> = fc.oneof(
  { weight: 4, arbitrary: saying('public') },
  fc.constantFrom<ConversationCommand>({ type: 'CustomerGone' }, { type: 'CustomerArrived' }, { type: 'CustomerEnd' }),
);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ does: does('act'), who: anyAgent, id: anyId, command: byAgent, at: anyServer }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      does: does('act'),
      who: fc.constantFrom('ines', 'jonas'),
      id: anyId,
      command: bySupervisor,
      at: anyServer,
    }),
  },
  { weight: 6, arbitrary: fc.record({ does: does('customer'), id: anyId, command: byCustomer, at: anyServer }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: does('open'),
      id: anyId,
      workstream: fc.constantFrom('live-chat', 'live-chat', 'whatsapp', 'bot'),
      at: anyServer,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: does('watch'),
      who: fc.constantFrom('ines', 'jonas'),
      id: anyId,
      command: fc.record({
        type: fc.constantFrom('Watch' as const, 'Unwatch' as const),
        connection: fc.constantFrom('p1', 'p2'),
      }),
      at: anyServer,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: does('lose'), agent: anyAgent }) },
  { weight: 2, arbitrary: fc.record({ does: does('back'), agent: anyAgent }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: does('wait'), ms: fc.constantFrom(500, 6_000, 31_000, 121_000, 181_000, 1_201_000) }),
  },
  { weight: 8, arbitrary: fc.record({ does: does('turns'), count: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 3, arbitrary: fc.record({ does: does('settle') }) },
  { weight: 2, arbitrary: fc.record({ does: does('crash'), at: anyServer }) },
  { weight: 1, arbitrary: fc.record({ does: does('second') }) },
);

/** About sixty steps of agents, supervisors, customers, the clock, lost agents and lost servers, in any order. */
export const anyDay: fc.Arbitrary<readonly Step[]> = fc.array(anyStep, { minLength: 50, maxLength: 70 });
