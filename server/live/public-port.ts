import { createHash, randomUUID } from 'node:crypto';
import { isRefusal, refuse, type Actor, type Refusal } from '@floorwalk/core';
import { isInternal, type ConversationCommand } from '@floorwalk/core/conversation';
import type { AgentEvent } from '@floorwalk/core/agent';
import { wordsForCustomers } from '@floorwalk/core/directory';
import { isStaffed, type FloorBody } from '@floorwalk/core/floor';
import type { Done, Engine, Folded, PublicItem, Tenant } from '../engine/engine.ts';
import type { Author } from '@floorwalk/core/conversation';
import type {
  CustomerAct,
  CustomerAnswer,
  NewChat,
  Place,
  PublicEntry,
  PublicListener,
  PublicPort,
  PublicPorts,
} from './customer/port.ts';

const PAGE = 500;

/** What joins customers to their tenants: the public plane outwards, their acts inwards; `typed` hears who types. */
export function publicPorts(
  engine: Pick<Engine, 'tenant'>,
  typed: (tenant: string, conversation: string, who: Author) => void = () => {},
): PublicPorts {
  const ports = new WeakMap<Tenant, PublicPort>();
  return async (id) => {
    const tenant = await engine.tenant(id);
    const port = ports.get(tenant) ?? portOf(tenant, (...sign) => typed(id, ...sign));
    ports.set(tenant, port);
    return port;
  };
}

function portOf(tenant: Tenant, typed: (conversation: string, who: Author) => void): PublicPort {
  return {
    tenant: tenant.id,
    now: () => tenant.now(),
    epoch: (conversation) => publicEpoch(tenant, conversation),
    head: async (id) => {
      const c = await tenant.conversation(id);
      const asks = tenant.floor.policy.consent === 'accepted';
      return c && { offset: c.publicOffset, consentDue: asks && c.consentAt === null && c.state !== 'closed' };
    },
    words: () => wordsOf(tenant.floor.policy.wording),
    read: (conversation, since) => readPublic(tenant, conversation, since),
    place: (conversation) => placeOf(tenant, conversation),
    act: (conversation, act) => {
      if (act.type !== 'typing') return carryOut(tenant, conversation, act);
      const c = tenant.floor.conversations.get(conversation);
      if (c && c.state !== 'wrap-up')
        typed(conversation, { kind: 'customer', id: c.customer.id ?? '', name: c.customer.name });
      return Promise.resolve({ ok: true });
    },
    open: (chat, key) => openChat(tenant, chat, key),
    listen: (listener) => {
      const stops = [tenant.onFold((folded) => tell(listener, folded)), tenant.onReload(() => listener.reloaded())];
      return () => stops.forEach((stop) => stop());
    },
  };
}

const worded = new WeakMap<object, Readonly<Record<string, string>>>();

/** Asked with every step of a queue, so made once for each wording that is saved. */
function wordsOf(wording: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const words = worded.get(wording) ?? wordsForCustomers(wording);
  worded.set(wording, words);
  return words;
}

/** An id of its own, so that a customer never sees the store's (P2). */
const publicEpoch = (tenant: Tenant, conversation: string): string =>
  createHash('sha256').update(`public ${tenant.epoch} ${tenant.id} ${conversation}`).digest('base64url').slice(0, 16);

function tell(listener: PublicListener, { body, items }: Folded): void {
  const said = new Map<string, PublicEntry[]>();
  for (const item of items) {
    if (item.plane !== 'public') continue;
    said.set(item.conversation, [...(said.get(item.conversation) ?? []), toPublicEntry(item)]);
  }
  for (const [conversation, entries] of said) listener.said(conversation, entries);
  if (movesQueues(body) || movesStaff(body)) listener.queueMoved();
}

/** Only what happens in public can change a place in a queue, and only that is passed on (P2). */
const movesQueues = (body: FloorBody): boolean =>
  body.changes.some((change) => change.of === 'conversation' && !change.events.every(isInternal));

/** Who comes and goes; nothing that depends on what is done or said inside (P2). */
const coming = new Set<AgentEvent['type']>(['AgentConnected', 'AgentLost', 'PresenceSet']);
const movesStaff = (body: FloorBody): boolean =>
  body.changes.some(
    (change) =>
      change.of === 'directory' || (change.of === 'agent' && change.events.some(({ type }) => coming.has(type))),
  );

async function readPublic(tenant: Tenant, conversation: string, since: number): Promise<readonly PublicEntry[]> {
  const entries: PublicEntry[] = [];
  for (let after = since; ;) {
    const page = await tenant.readPlane(conversation, 'public', after, PAGE);
    entries.push(...page.map(toPublicEntry));
    if (page.length < PAGE) return entries;
    after = page.at(-1)?.offset ?? after;
  }
}

/** Field by field, from the public plane alone. */
export function toPublicEntry(item: PublicItem): PublicEntry {
  const { plane, offset, id, at } = item;
  return item.type === 'message'
    ? { plane, offset, id, at, type: 'message', from: { kind: item.from.kind, name: item.from.name }, text: item.text }
    : { plane, offset, id, at, type: 'notice', kind: item.kind, params: item.params };
}

function placeOf({ floor }: Tenant, id: string): Place | null {
  const mine = floor.conversations.get(id);
  if (mine?.state !== 'open') return null;
  const before = floor.conversations.open(mine.queue)?.before(mine) ?? 0;
  return { before, here: isStaffed(floor, mine.queue) };
}

async function carryOut(
  tenant: Tenant,
  id: string,
  act: Exclude<CustomerAct, { type: 'typing' }>,
): Promise<CustomerAnswer> {
  const actor: Actor = { kind: 'customer', conversation: id };
  return answerOf(await tenant.run(actor, { of: 'conversation', id, command: commandOf(act) }));
}

function commandOf(act: Exclude<CustomerAct, { type: 'typing' }>): ConversationCommand {
  switch (act.type) {
    case 'say':
      return { type: 'Say', plane: 'public', id: act.id, text: act.text };
    case 'seen':
      return { type: 'SeeNotice', notice: act.notice };
    case 'consent':
      return { type: 'GiveConsent' };
    case 'end':
      return { type: 'CustomerEnd' };
    case 'arrived':
      return { type: 'CustomerArrived' };
    case 'gone':
      return { type: 'CustomerGone' };
  }
}

function answerOf(answer: Done | Refusal): CustomerAnswer {
  if (isRefusal(answer)) return { ok: false, refusal: answer.refusal, detail: answer.detail };
  return answer.movedTo === undefined ? { ok: true } : { ok: true, movedTo: answer.movedTo };
}

async function openChat(tenant: Tenant, chat: NewChat, key?: string): ReturnType<PublicPort['open']> {
  const workstream = chat.workstream ?? usualWorkstream(tenant);
  if (workstream === undefined) {
    const { refusal, detail } = refuse('unknownWorkstream');
    return { ok: false, refusal, detail };
  }
  const id = key === undefined ? randomUUID() : idFromKey(`${tenant.id} ${key}`);
  const { name, id: customer, locale } = chat.customer;
  const command: ConversationCommand = {
    type: 'Open',
    workstream,
    customer: { name, ...(customer !== undefined && { id: customer }), ...(locale !== undefined && { locale }) },
    ...(chat.queue !== undefined && { queue: chat.queue }),
    ...(chat.subject !== undefined && { subject: chat.subject }),
    ...(chat.context !== undefined && { context: chat.context }),
  };
  const done = await tenant.run(
    { kind: 'customer', conversation: id },
    { of: 'conversation', id, command },
    key === undefined ? {} : { commandId: `open:${id}` },
  );
  return isRefusal(done) ? { ok: false, refusal: done.refusal, detail: done.detail } : { conversation: done.id };
}

/** Nobody can tell the key by the conversation's id. */
const idFromKey = (key: string): string => createHash('sha256').update(`chat ${key}`).digest('base64url').slice(0, 32);

/** Where a page does not say: the live chat of that name, else the first one there is. */
function usualWorkstream({ floor }: Tenant): string | undefined {
  const chats = [...floor.workstreams.values()].filter(({ channel, disabled }) => channel === 'liveChat' && !disabled);
  return (chats.find(({ id }) => id === 'live-chat') ?? chats[0])?.id;
}
