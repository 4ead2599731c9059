import type { Actor } from '../../core/actor.ts';
import type { Agent } from '../../core/agent/agent.ts';
import { initialAgent } from '../../core/agent/evolve.ts';
import type { Conversation, ConversationBase } from '../../core/conversation/conversation.ts';
import type { Offer } from '../../core/conversation/custody.ts';
import { defaultPolicy, personDefaults, queueDefaults, workstreamDefaults } from '../../core/directory/defaults.ts';
import type { Person, Queue, Workstream } from '../../core/directory/directory.ts';
import type { Floor } from '../../core/floor/floor.ts';
import { LiveConversations } from '../../core/floor/live-conversations.ts';
import type { Channel } from '../../core/words.ts';
import { kindOf, MINUTE_MS } from '../../core/words.ts';

/** The instant at which every test world starts. */
export const NOW = 1_800_000_000_000;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** The part of a conversation that depends on its state. */
export type Arm = DistributiveOmit<Conversation, keyof ConversationBase>;

type WorkstreamId = 'live-chat' | 'whatsapp' | 'voice' | 'record';

export interface World {
  readonly now: number;
  readonly floor: Floor;
  /** Who acts: a person of the directory, the bot, or `customer:<conversation>`, `integration:<id>`, `system`. */
  actor(id: string): Actor;
  conversation(id: string): Conversation;
  workstream(id: string): Workstream;
  queue(id: string): Queue;
  person(id: string): Person;
  agent(id: string): Agent;
  /** Replaces fields of an entry that is there. */
  edit(kind: 'workstream', id: string, change: Partial<Workstream>): void;
  edit(kind: 'queue', id: string, change: Partial<Queue>): void;
  edit(kind: 'person', id: string, change: Partial<Person>): void;
  edit(kind: 'agent', id: string, change: Partial<Agent>): void;
  edit(kind: 'conversation', id: string, change: Partial<ConversationBase>): void;
  /** Puts a conversation on the floor, units in the ledger included. */
  put(c: Conversation): Conversation;
  /** A person who is an agent, reachable, with the fields named. */
  addAgent(id: string, change?: Partial<Person>): void;
}

/** A conversation of a workstream of the world, in the state of `arm`. */
export function conversation(
  id: string,
  workstream: WorkstreamId,
  queue: string,
  arm: Arm,
  change: Partial<ConversationBase> = {},
): Conversation {
  const channel = channelOf[workstream];
  const at = NOW - 5 * MINUTE_MS;
  const base: ConversationBase = {
    id,
    version: 1,
    workstream,
    channel,
    kind: kindOf(channel),
    queue,
    customer: { name: `Customer ${id}` },
    subject: `About ${id}`,
    context: null,
    previous: null,
    units: unitsOf[workstream],
    openedAt: at,
    since: at,
    primarySince: 'primary' in arm ? at : null,
    queuedAt: at,
    entered: { open: at, [arm.state]: at },
    quietSince: at,
    transfers: 0,
    elevated: false,
    consultants: [],
    consultees: [],
    publicOffset: 0,
    lastPublic: null,
    reply: {
      unansweredSince: null,
      lastCustomerAt: null,
      lastReplyAt: null,
      lastReplyMs: null,
      replyMs: [],
      replied: false,
      customerMessages: 0,
    },
    sentiment: { scores: [], armed: true },
    receipts: [],
    consentAt: at,
    customerGoneSince: null,
    declined: {},
    lastMove: null,
    hand: null,
    handMove: null,
    ...change,
  };
  return { ...base, ...arm };
}

/** An offer that runs for two minutes from the world's now. */
export const offerTo = (agent: string, by: string | null = 'ines'): Offer => ({
  agent,
  by,
  at: NOW,
  until: NOW + 2 * MINUTE_MS,
  handover: null,
});

/** The state of a conversation in that agent's hands. */
export const engagedBy = (id: string, pending: Offer | null = null): Arm => ({
  state: 'active',
  phase: 'engaged',
  primary: { kind: 'agent', id },
  pending,
  handover: null,
});

/**
 * A small contact centre with a conversation in every state. All agents are reachable, presence by units.
 *
 * | conversation | workstream, queue | state |
 * |---|---|---|
 * | c-open | live-chat, billing | open |
 * | c-whatsapp | whatsapp, delivery | open |
 * | c-record | record, cases | open |
 * | c-offered | live-chat, billing | offered to ben by ines |
 * | c-engaged | live-chat, billing | engaged, ana |
 * | c-pending | live-chat, delivery | engaged, ana; transfer to kofi by ines pending |
 * | c-voice | voice, phones | engaged, ana |
 * | c-bot | live-chat, billing | engaged, the bot assistant |
 * | c-waiting | whatsapp, delivery | waiting, ben |
 * | c-wrap-up | live-chat, billing | wrap-up, ben |
 *
 * Loads and capacities: ana 6 / 8, ben 4 / 6, kofi 2 / 4 (live chat and voice 2 units, the others 1).
 * ines supervises everything, jonas billing only, ada administers; lena is an agent who has never signed in.
 */
export function world(): World {
  const floor: Floor = {
    workstreams: new Map(),
    queues: new Map(),
    people: new Map(),
    policy: defaultPolicy,
    integrations: new Map(),
    directoryVersions: new Map(),
    directorySaves: [],
    conversations: new LiveConversations(),
    agents: new Map(),
    rosters: new Map(),
    views: new Map(),
    ledger: new Map(),
  };
  const built = buildOn(floor);
  addDirectory(built);
  addConversations(built);
  return built;
}

const channelOf: Readonly<Record<WorkstreamId, Channel>> = {
  'live-chat': 'liveChat',
  whatsapp: 'whatsapp',
  voice: 'voice',
  record: 'record',
};
const unitsOf: Readonly<Record<WorkstreamId, number>> = { 'live-chat': 2, whatsapp: 1, voice: 2, record: 1 };

function addDirectory({ floor, addAgent }: World): void {
  const queue = (id: string, change: Partial<Queue> = {}): void =>
    void floor.queues.set(id, { id, name: titled(id), ...queueDefaults, ...change });
  const workstream = (id: WorkstreamId, queueId: string): void =>
    void floor.workstreams.set(id, {
      id,
      name: titled(id),
      queue: queueId,
      ...workstreamDefaults(channelOf[id]),
      units: unitsOf[id],
    });
  const person = (id: string, change: Pick<Person, 'roles'> & Partial<Person>): void =>
    void floor.people.set(id, { id, name: titled(id), ...personDefaults, ...change });
  queue('billing');
  queue('delivery');
  queue('phones', { kind: 'voice', distribution: 'external' });
  queue('cases', { kind: 'record', distribution: 'pick' });
  workstream('live-chat', 'billing');
  workstream('whatsapp', 'delivery');
  workstream('voice', 'phones');
  workstream('record', 'cases');
  addAgent('ana', { capacity: 8, queues: ['billing', 'delivery', 'phones'] });
  addAgent('ben', { capacity: 6, queues: ['billing'] });
  addAgent('kofi', { capacity: 4, queues: ['delivery', 'cases'] });
  person('lena', { roles: ['agent'], queues: ['billing'], capacity: 4 });
  person('ines', { roles: ['supervisor'], scope: 'all' });
  person('jonas', { roles: ['supervisor'], scope: ['billing'] });
  person('ada', { roles: ['administrator'], scope: 'all' });
  person('assistant', { roles: ['agent'], bot: true, queues: ['billing'] });
}

function addConversations({ put }: World): void {
  put(conversation('c-open', 'live-chat', 'billing', { state: 'open' }));
  put(conversation('c-whatsapp', 'whatsapp', 'delivery', { state: 'open' }));
  put(conversation('c-record', 'record', 'cases', { state: 'open' }));
  put(conversation('c-offered', 'live-chat', 'billing', { state: 'active', phase: 'offered', offer: offerTo('ben') }));
  put(conversation('c-engaged', 'live-chat', 'billing', engagedBy('ana')));
  put(conversation('c-pending', 'live-chat', 'delivery', engagedBy('ana', offerTo('kofi'))));
  put(conversation('c-voice', 'voice', 'phones', engagedBy('ana')));
  put(
    conversation('c-bot', 'live-chat', 'billing', {
      state: 'active',
      phase: 'engaged',
      primary: { kind: 'bot', id: 'assistant' },
      pending: null,
      handover: null,
    }),
  );
  const ben = { kind: 'agent', id: 'ben' } as const;
  put(conversation('c-waiting', 'whatsapp', 'delivery', { state: 'waiting', primary: ben, pending: null }));
  put(
    conversation('c-wrap-up', 'live-chat', 'billing', {
      state: 'wrap-up',
      primary: ben,
      outcome: 'endedByCustomer',
      unitsHeld: true,
      unitsUntil: null,
    }),
  );
}

function buildOn(floor: Floor): World {
  const maps = {
    conversation: floor.conversations,
    workstream: floor.workstreams,
    queue: floor.queues,
    person: floor.people,
    agent: floor.agents,
  };
  return {
    now: NOW,
    floor,
    conversation: (id) => there(floor.conversations, id),
    workstream: (id) => there(floor.workstreams, id),
    queue: (id) => there(floor.queues, id),
    person: (id) => there(floor.people, id),
    agent: (id) => floor.agents.get(id) ?? initialAgent(id),
    actor: (id) => actorNamed(floor, id),
    edit: (kind: keyof typeof maps, id: string, change: object) => {
      const map: Map<string, object> = maps[kind];
      map.set(id, { ...there(map, id), ...change });
    },
    put: (c) => {
      floor.conversations.set(c.id, c);
      for (const held of floor.ledger.values()) held.delete(c.id);
      for (const agent of holdersOf(c)) {
        const held = floor.ledger.get(agent) ?? new Map<string, number>();
        floor.ledger.set(agent, held.set(c.id, c.units));
      }
      return c;
    },
    addAgent: (id, change = {}) => {
      floor.people.set(id, { id, name: titled(id), ...personDefaults, roles: ['agent'], ...change });
      const connections = { [`${id}-desk`]: 'server-1' };
      floor.agents.set(id, { ...initialAgent(id), version: 1, connections, unreachableSince: null, lost: false });
    },
  };
}

/** K3 said once more, apart from the code under test: the offeree, the agent who is primary, wrap-up included. */
function holdersOf(c: Conversation): readonly string[] {
  const primary =
    'primary' in c && c.primary?.kind === 'agent' && (c.state === 'active' || (c.state === 'wrap-up' && c.unitsHeld))
      ? [c.primary.id]
      : [];
  const offeree = 'offer' in c ? [c.offer.agent] : 'pending' in c && c.pending !== null ? [c.pending.agent] : [];
  return [...primary, ...offeree];
}

function actorNamed(floor: Floor, id: string): Actor {
  const [kind, rest = ''] = id.split(':');
  if (kind === 'system') return { kind: 'system' };
  if (kind === 'customer') return { kind: 'customer', conversation: rest };
  if (kind === 'integration')
    return { kind: 'integration', id: rest, rights: ['open', 'say', 'deliver', 'agents', 'read', 'onBehalf'] };
  const { name, roles, scope, bot } = there(floor.people, id);
  return bot ? { kind: 'bot', id } : { kind: 'person', id, name, roles, scope, from: 'panel' };
}

function there<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`the world has no ${id}`);
  return value;
}

/** `live-chat` → `Live chat`. */
const titled = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`.replaceAll('-', ' ');
