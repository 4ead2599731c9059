import { wordsOf } from '../../bot/words/index.ts';
import type { AgentCandidate, Detail, FloorRow, SavedViewItem } from '@floorwalk/core/protocol';
import { alertCard } from '../../bot/cards/alert-card.ts';
import { composeCard, sentCard } from '../../bot/cards/compose-card.ts';
import type { Stamp } from '../../bot/cards/elements.ts';
import { floorCard } from '../../bot/cards/floor-card.ts';
import { helpCard } from '../../bot/cards/help-card.ts';
import { noteCard } from '../../bot/cards/note-card.ts';
import { statusCard } from '../../bot/cards/status-card.ts';
import { tabLink } from '../../bot/cards/tab-link.ts';
import { targetCard } from '../../bot/cards/target-card.ts';
import type { CardJson } from '../../bot/transport/activity.ts';

export const AT = 1_800_000_000_000;
export const stamp: Stamp = { nonce: 'n-1', at: AT, rtl: false, words: wordsOf('en') };

const linked: Stamp = { ...stamp, tab: tabLink('11111111-2222-4333-8444-555555555555') };

/** What a customer might write to get something read as markup, a mention or a link. */
export const NASTY =
  '<at>everyone</at> **bold** _it_ [win](https://evil.example) https://evil.example www.evil.example <script>x</script> `x` \u202egnp.exe';

export const row = (more: Partial<FloorRow> = {}): FloorRow => ({
  id: 'c-7f3a',
  version: 1,
  customer: 'Mara Olsen',
  subject: 'A parcel that never came',
  channel: 'liveChat',
  queue: { id: 'billing', name: 'Billing' },
  agent: { id: 'ana', name: 'Ana', bot: false, presence: 'busy', reachable: true, unreachableSince: null },
  state: 'active',
  phase: 'engaged',
  since: AT - 600_000,
  waitSince: AT - 240_000,
  waitTarget: 120_000,
  sentiment: 2,
  scores: [0, -0.5],
  lastPublic: null,
  customerMessages: 3,
  transfers: 2,
  pending: null,
  autoCloseAt: null,
  elevated: false,
  hand: { agent: { id: 'ana', name: 'Ana' }, at: AT, text: 'May I refund the deposit?', claimedBy: null },
  consultants: [],
  reasons: [
    { kind: 'waiting', params: { since: AT - 240_000, target: 120_000 } },
    { kind: 'transfers', params: { transfers: 2 } },
  ],
  may: {
    monitor: null,
    join: null,
    assign: 'state',
    transfer: null,
    withdraw: 'noOfferPending',
    cancelTransfer: 'noTransferPending',
    claim: null,
  },
  ...more,
});

export const detail = (more: Partial<Detail> = {}): Detail => ({
  id: 'c-7f3a',
  version: 1,
  customer: { name: 'Mara Olsen' },
  subject: 'A parcel',
  channel: 'liveChat',
  queue: { id: 'billing', name: 'Billing' },
  workstream: { id: 'live-chat', name: 'Live chat' },
  context: null,
  previous: null,
  state: 'active',
  phase: 'engaged',
  since: AT - 600_000,
  openedAt: AT - 600_000,
  primarySince: AT - 600_000,
  primary: { id: 'ana', name: 'Ana', bot: false, presence: 'busy', reachable: true },
  pending: null,
  handover: null,
  hand: null,
  consultants: [{ id: 'jonas', name: 'Jonas', since: AT, told: null }],
  consultees: [],
  watchers: [{ id: 'ines', name: 'Ines' }],
  sentiment: 2,
  scores: [],
  waitSince: AT - 65_000,
  waitTarget: 120_000,
  lastReplyMs: 20_000,
  medianReplyMs: 35_000,
  autoCloseAt: null,
  transfers: 0,
  elevated: false,
  receipts: {},
  receiptsKnown: true,
  deliveries: null,
  undelivered: null,
  role: 'watcher',
  may: { join: null, transfer: null, assign: 'state', claim: 'noHandRaised', cancelTransfer: 'noTransferPending' },
  customerIsTold: true,
  ...more,
});

export const candidate = (more: Partial<AgentCandidate> = {}): AgentCandidate => ({
  kind: 'agent',
  id: 'ben',
  name: 'Ben',
  presence: 'available',
  reachable: true,
  load: 7,
  capacity: 8,
  units: 2,
  excess: 1,
  member: true,
  queues: [],
  leavesFloor: false,
  refusal: 'overCapacity',
  overridable: true,
  ...more,
});

const status = {
  detail: detail(),
  name: 'Mara Olsen · 7f3a',
  joined: false,
  doubt: { count: 0, lines: [], entries: [] },
  now: AT,
  zone: null,
  over: null,
};
const queue = {
  kind: 'queue' as const,
  id: 'delivery',
  name: 'Delivery',
  members: 3,
  open: 4,
  leavesFloor: true,
  refusal: null,
};
const form = {
  what: 'assign' as const,
  conversation: 'c-7f3a',
  name: 'Mara Olsen · 7f3a',
  candidates: {
    agents: [candidate(), candidate({ id: 'kim', name: 'Kim', load: 0, excess: 0, refusal: null })],
    queues: [queue],
  },
  all: false,
};
const nasty = row({ customer: NASTY, subject: NASTY, agent: null, state: 'open', phase: null });

const view = (id: string, name: string): SavedViewItem => {
  const ines = { id: 'ines', name: 'Ines' };
  return {
    id,
    name,
    shared: true,
    owner: ines,
    by: ines,
    at: AT,
    look: {
      view: 'all',
      queues: [],
      agents: [],
      channels: [],
      sentiments: [],
      sort: 'wait',
      descending: true,
      density: null,
    },
  };
};

/** Every card that the bot can send, by name. */
export const everyCard: Readonly<Record<string, CardJson>> = {
  help: helpCard(stamp),
  note: noteCard(stamp, 'You have left Mara.'),
  refused: noteCard(stamp, 'Somebody was first.', { bad: true, back: 'c-7f3a' }),
  floor: floorCard(stamp, {
    rows: [
      row(),
      row({ id: 'c-2', customer: 'Ole', reasons: [], hand: null, may: { monitor: 'heldByBot', assign: 'state' } }),
    ],
    total: 12,
    first: 5,
    words: 'refund',
    now: AT,
  }),
  'floor, by a view': floorCard(stamp, {
    rows: [row()],
    total: 1,
    first: 0,
    words: '',
    now: AT,
    open: view('v-0', NASTY),
    views: Array.from({ length: 9 }, (_, n) => view(`v-${n}`, n % 2 === 0 ? NASTY : `Late ${n}`)),
  }),
  'floor, nothing': floorCard(stamp, { rows: [], total: 0, first: 0, words: '', now: AT }),
  'floor, hostile text': floorCard(stamp, { rows: [nasty], total: 1, first: 0, words: NASTY, now: AT }),
  'floor, right to left': floorCard(
    { ...stamp, rtl: true },
    { rows: [row({ customer: 'מירה', subject: 'أين الطرد؟' })], total: 1, first: 0, words: '', now: AT },
  ),
  watching: statusCard(stamp, status),
  joined: statusCard(stamp, { ...status, joined: true }),
  'watching, doubtful': statusCard(stamp, { ...status, doubt: { count: 2, lines: [NASTY, 'two'], entries: [] } }),
  'watching, nobody told': statusCard(stamp, {
    ...status,
    detail: detail({ customerIsTold: false, may: { join: 'heldByBot', transfer: 'state' } }),
  }),
  'wrap-up, joined': statusCard(stamp, { ...status, joined: true, detail: detail({ state: 'wrap-up', phase: null }) }),
  'floor, with the tab': floorCard(linked, { rows: [row()], total: 1, first: 0, words: '', now: AT }),
  'joined, with the tab': statusCard(linked, { ...status, joined: true }),
  alert: alertCard(linked, row(), 'waiting 4 min'),
  over: statusCard(stamp, { ...status, over: 'It has closed.' }),
  compose: composeCard(stamp, 'c-7f3a', 'Mara Olsen · 7f3a'),
  'compose, refused': composeCard(stamp, 'c-7f3a', 'Mara', { why: 'Not sent.', text: NASTY }),
  sent: sentCard(stamp, { conversation: 'c-7f3a', name: 'Mara', text: NASTY, at: AT, zone: 'Europe/Oslo' }),
  assign: targetCard(stamp, form),
  'assign, tried': targetCard(stamp, {
    ...form,
    tried: { target: 'agent:kim', reason: '', words: 'It would go to Kim.', isAllowed: true },
  }),
  'assign, refused': targetCard(stamp, {
    ...form,
    all: true,
    tried: { target: 'agent:ben', reason: '', words: 'It would be 1 over.', isAllowed: false },
  }),
  'transfer, nobody': targetCard(stamp, { ...form, what: 'transfer', candidates: { agents: [], queues: [] } }),
  'transfer, hundreds': targetCard(stamp, {
    ...form,
    what: 'transfer',
    candidates: { agents: Array.from({ length: 250 }, (_, n) => candidate({ id: `a${n}`, name: NASTY })), queues: [] },
  }),
};
