import type { FloorRow } from '@floorwalk/core/protocol';
import { card, row } from './floor-facts.ts';

const minute = 60_000;
const ago = (minutes: number): number => Date.now() - minutes * minute;
const pending = (transfer: boolean) => ({
  agent: { id: 'tomas', name: 'Tomás Silva' },
  at: ago(1),
  until: Date.now() + minute,
  transfer,
  by: { id: 'ines', name: 'Ines Carvalho' },
});
const reasons: FloorRow['reasons'] = [
  { kind: 'waiting', params: { since: ago(4), target: 2 * minute } },
  { kind: 'sentimentFell', params: { steps: 2 } },
  { kind: 'transfers', params: { transfers: 2 } },
];

/** A floor with something of everything: each state, each reason, each mark that a row can bear. */
export const busyFloor = (): readonly FloorRow[] => [
  row('c1', {
    customer: 'Marta Olsen',
    reasons,
    waitSince: ago(4),
    waitTarget: 2 * minute,
    sentiment: 2,
    scores: [0.4, 0, -0.6],
    transfers: 2,
    lastPublic: { from: 'Marta Olsen', text: 'I was charged twice', at: ago(4) },
    hand: { agent: { id: 'priya', name: 'Priya Raman' }, at: ago(2), text: 'Refund?', claimedBy: null },
    may: { ...row('c1').may, claim: null },
  }),
  row('c2', {
    agent: null,
    state: 'open',
    phase: null,
    reasons: [{ kind: 'inQueue', params: { since: ago(9), target: 3 * minute } }],
    waitSince: ago(9),
    waitTarget: 3 * minute,
    autoCloseAt: Date.now() + 10 * minute,
    may: { ...row('c2').may, monitor: 'state', assign: null, transfer: 'state' },
  }),
  row('c3', {
    agent: null,
    phase: 'offered',
    pending: pending(false),
    reasons: [{ kind: 'offerRejected', params: {} }],
    may: { ...row('c3').may, withdraw: null },
  }),
  row('c4', {
    pending: pending(true),
    reasons: [{ kind: 'agentSilent', params: { since: ago(12) } }],
    may: { ...row('c4').may, transfer: 'transferPending', cancelTransfer: null },
  }),
  row('c5', {
    channel: 'whatsapp',
    state: 'waiting',
    phase: null,
    sentiment: 0,
    reasons: [{ kind: 'offerNotAnswered', params: {} }],
    autoCloseAt: Date.now() + 20 * 24 * 60 * minute,
  }),
  row('c6', {
    agent: {
      id: 'omar',
      name: 'Omar Haddad',
      bot: false,
      presence: 'busy',
      reachable: false,
      unreachableSince: ago(1),
    },
    reasons: [
      { kind: 'unreachable', params: { since: ago(1) } },
      { kind: 'handRaised', params: { at: ago(3) } },
    ],
    may: { ...row('c6').may, monitor: 'consentMissing' },
  }),
  row('c7', {
    agent: { id: 'bot', name: 'Helper', bot: true, presence: 'available', reachable: true, unreachableSince: null },
    state: 'wrap-up',
    phase: null,
    elevated: true,
    may: { ...row('c7').may, transfer: 'heldByBot' },
  }),
];

/** Its agents: each presence, set by whom, over capacity, and out of reach. */
export const busyBoard = (): object => ({
  type: 'agents',
  order: ['ana', 'priya', 'tomas', 'omar'],
  cards: [
    card('ana', { name: 'Ana Kovač', load: 0, conversations: [], queues: [] }),
    card('priya', { name: 'Priya Raman', presence: 'busy', setBy: { id: 'ines', name: 'Ines Carvalho' } }),
    card('tomas', {
      name: 'Tomás Silva',
      presence: 'doNotDisturb',
      load: 4,
      setBy: { id: 'jonas', name: 'Jonas Weber' },
    }),
    card('omar', { name: 'Omar Haddad', presence: 'busy', reachable: false, unreachableSince: ago(1) }),
  ],
});
