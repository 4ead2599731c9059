import type { SaveEffectName, Switch } from '@floorwalk/core/directory';
import { count } from './count.ts';

type Counted = (params: { count: number; what?: Switch | undefined }) => string;

const may: Readonly<Record<Switch, string>> = {
  monitor: 'monitor and join',
  assign: 'assign',
  transfer: 'transfer to agents',
  transferToQueue: 'transfer to queues',
  lastMessageOnFloor: 'see the last public message',
};
const supervisors = (n: number): string => count(n, 'supervisor', 'supervisors');
const conversations = (n: number): string => count(n, 'conversation', 'conversations');
const agents = (n: number): string => count(n, 'agent', 'agents');

/** What a save does, in words, before it is saved (R3, C7, D1). */
export const effectWords = {
  effect_watchersEnd: ({ count: n }) =>
    `${count(n, 'person who monitors stops', 'people who monitor stop')} within 5 seconds.`,
  effect_watchersLoseScope: ({ count: n }) =>
    `${conversations(n)} that this person monitors ${n === 1 ? 'leaves' : 'leave'} their floor within 5 seconds.`,
  effect_watchersNeedConsent: ({ count: n }) =>
    `${conversations(n)} monitored now ${n === 1 ? 'stops' : 'stop'} until the customer agrees.`,
  effect_supervisorsLose: ({ count: n, what = 'monitor' }) =>
    `${supervisors(n)} will no longer be able to ${may[what]}.`,
  effect_supervisorsGain: ({ count: n, what = 'monitor' }) => `${supervisors(n)} will be able to ${may[what]}.`,
  effect_transfersStay: ({ count: n }) =>
    `${count(n, 'pending transfer goes', 'pending transfers go')} on; a supervisor can no longer cancel ${n === 1 ? 'it' : 'them'}.`,
  effect_previewsGo: ({ count: n }) => `The last message of ${conversations(n)} disappears from the floor.`,
  effect_previewsCome: ({ count: n }) => `The last message of ${conversations(n)} appears on the floor.`,
  effect_agentsSeeWatchers: ({ count: n }) =>
    `The agents of ${conversations(n)} see at once who monitors ${n === 1 ? 'it' : 'them'}.`,
  effect_agentsSeeNoWatchers: ({ count: n }) =>
    `The agents of ${conversations(n)} no longer see who monitors ${n === 1 ? 'it' : 'them'}.`,
  effect_agentsReadRecord: ({ count: n }) =>
    `${agents(n)} can read who watched them, and when, back to the first line that is kept.`,
  effect_agentsReadNoRecord: ({ count: n }) => `${agents(n)} can no longer read the lines about themselves.`,
  effect_customersNotTold: ({ count: n }) => `The customers of ${conversations(n)} are no longer told.`,
  effect_joinsNotTold: ({ count: n }) =>
    `On ${count(n, 'channel', 'channels')} customers are not told when a consultant joins. Supervisors read that before they join.`,
  effect_conversationsGoBack: ({ count: n }) => `${conversations(n)} held now ${n === 1 ? 'goes' : 'go'} back at once.`,
  effect_takesNothingNew: () => 'Nothing new comes in. What is there goes on.',
  effect_conversationsWait: ({ count: n }) =>
    `${conversations(n)} ${n === 1 ? 'waits' : 'wait'} here. Assign ${n === 1 ? 'it' : 'them'} elsewhere.`,
  effect_offeredAtOnce: ({ count: n }) =>
    `${conversations(n)} that ${n === 1 ? 'waits is' : 'wait are'} offered at once.`,
  effect_offeredNoMore: ({ count: n }) =>
    `${conversations(n)} that ${n === 1 ? 'waits is' : 'wait are'} no longer offered by ${n === 1 ? 'itself' : 'themselves'}.`,
  effect_workstreamsEnterHere: ({ count: n }) =>
    `${count(n, 'workstream sends', 'workstreams send')} new conversations here. Give ${n === 1 ? 'it' : 'them'} another queue.`,
  effect_membersLeave: ({ count: n }) =>
    `${agents(n)} ${n === 1 ? 'leaves' : 'leave'} and get no more offers from here.`,
  effect_membersJoin: ({ count: n }) => `${agents(n)} ${n === 1 ? 'joins' : 'join'} and may get offers at once.`,
  effect_agentsLoseOnlyQueue: ({ count: n }) => `${agents(n)} ${n === 1 ? 'loses' : 'lose'} their only queue.`,
  effect_noMembers: () => 'Nobody is a member, so nobody gets what waits here.',
  effect_queuesLoseLastMember: ({ count: n }) => `${count(n, 'queue loses its', 'queues lose their')} last member.`,
  effect_notOfferedTo: ({ count: n }) => `${agents(n)} get no more offers while they are as they are now.`,
  effect_closeSooner: ({ count: n }) => `${conversations(n)} will close sooner than now, some perhaps at once.`,
  effect_keepTheirTerms: ({ count: n }) =>
    `${conversations(n)} ${n === 1 ? 'keeps' : 'keep'} the units that ${n === 1 ? 'it' : 'they'} began with.`,
  effect_signsOut: () => 'Every page of this person closes within 5 seconds.',
  effect_overCapacity: ({ count: n }) =>
    `What this agent holds now is ${count(n, 'unit', 'units')} over the new capacity. It stays.`,
  effect_cannotSignIn: () => 'This person has no identity and cannot sign in.',
  effect_cannotBeAdministered: () => 'This is the last administrator. Nobody could change settings any more.',
} as const satisfies Record<`effect_${SaveEffectName}`, Counted>;
