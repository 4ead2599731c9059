import { isRefusal, refuse, states, type Actor, type Refusal } from '@floorwalk/core';
import { draftHandover, type Conversation } from '@floorwalk/core/conversation';
import { candidatesFor, inScope, maySee, readsEarlier, rowOf } from '@floorwalk/core/floor';
import { whyNot } from '@floorwalk/core/policy';
import type { Tenant } from '../../engine/engine.ts';
import { detailFor } from '../../live/detail.ts';
import { readTimeline, toTimelineEntry } from '../../live/topics/timeline.ts';
import type { Answer, Call } from '../call.ts';
import { integrationView } from './integration-view.ts';
import { readingOf } from './reading.ts';

/** The most that a lookup by context or customer answers. */
const MAX_FOUND = 100;

/** Conversations by CRM record, customer or state; without a lookup, those on the caller's floor. */
export const list: Answer = async (call) => {
  const state = call.query('state');
  if (state !== undefined && !states.some((known) => known === state))
    return refuse('malformed', { detail: `state: must be one of ${states.join(', ')}.` });
  const { tenant, actor } = call;
  const found = await candidatesOf(call);
  const items = found
    .filter((c) => (state === undefined || c.state === state) && mayKnow(tenant, actor, c))
    .map((c) => itemOf(tenant, actor, c));
  return { items, total: items.length };
};

/** One conversation as this caller may see it, without its text. */
export const detail: Answer = async (call) => {
  const c = await knownConversation(call);
  if (isRefusal(c)) return c;
  const { tenant, actor } = call;
  if (actor.kind !== 'person') return integrationView(tenant, c);
  const reading = readingOf(tenant, actor, c);
  return detailFor(tenant, actor, c, isRefusal(reading) ? 'reader' : reading.role);
};

/** What was said, both planes by right. For a supervisor this is monitoring: same refusals, one line of audit (M8). */
export const messages: Answer = async (call) => {
  const c = await knownConversation(call);
  if (isRefusal(c)) return c;
  const { tenant, actor } = call;
  const reading = readingOf(tenant, actor, c);
  if (isRefusal(reading)) return reading;
  if (reading.note !== null) await tenant.noteRead(actor, reading.note, c.id);
  const items = await readTimeline(tenant, c.id, { public: 0, internal: 0 }, reading.internal);
  return { items: items.map((item) => toTimelineEntry(item, c)), total: items.length };
};

/**
 * A handover card drafted from the public plane, for who may transfer it now (T5). It quotes the text, so that it is read
 * by the same right as the messages and leaves the same line of audit (M8).
 */
export const handoverDraft: Answer = async (call) => {
  const c = await knownConversation(call);
  if (isRefusal(c)) return c;
  const { tenant, actor } = call;
  const now = tenant.now();
  const no = whyNot('transfer', { floor: tenant.floor, conversation: c, actor, now });
  if (no) return no;
  const reading = readingOf(tenant, actor, c);
  if (isRefusal(reading)) return reading;
  if (reading.note !== null) await tenant.noteRead(actor, reading.note, c.id);
  const items = await readTimeline(tenant, c.id, { public: 0, internal: 0 }, false);
  const messages = items.filter((item) => item.type === 'message');
  return draftHandover(messages, rowOf(tenant.floor, c, actor, now).sentiment);
};

/** To whom it can go, with units and reasons (A2–A4, T2). */
export const candidates: Answer = async (call) => {
  const what = call.query('for');
  if (what !== 'assign' && what !== 'transfer')
    return refuse('malformed', { detail: 'for: must be "assign" or "transfer".' });
  const c = await knownConversation(call);
  if (isRefusal(c)) return c;
  const { tenant, actor } = call;
  const no = whyNot(what, { floor: tenant.floor, conversation: c, actor, now: tenant.now() });
  return no ?? candidatesFor(tenant.floor, c, actor, what, ['1', 'true'].includes(call.query('all') ?? ''));
};

async function candidatesOf({ tenant, query }: Call): Promise<readonly Conversation[]> {
  const [context, customer] = [query('context'), query('customer')];
  const keys = [
    ...(context === undefined ? [] : [`context:${context}`]),
    ...(customer === undefined ? [] : [`customer:${customer}`]),
  ];
  if (keys.length === 0) return [...tenant.floor.conversations.values()];
  const [first = [], ...others] = await Promise.all(keys.map((key) => tenant.find(key, MAX_FOUND)));
  const ids = first.filter((id) => others.every((other) => other.includes(id)));
  const found = await Promise.all(ids.map((id) => tenant.conversation(id)));
  return found.filter((c) => c !== undefined);
}

/** The conversation of the path if the caller may know of it; else as if it did not exist, but for who lacks role or scope. */
export async function knownConversation({ tenant, actor, param }: Call): Promise<Conversation | Refusal> {
  const c = await tenant.conversation(param('id'));
  if (!c) return refuse('unknownConversation');
  if (mayKnow(tenant, actor, c)) return c;
  if (actor.kind !== 'person') return refuse('role');
  if (actor.roles.includes('supervisor')) return refuse('outOfScope');
  return refuse(actor.roles.includes('agent') ? 'unknownConversation' : 'role');
}

function mayKnow({ floor }: Tenant, actor: Actor, c: Conversation): boolean {
  if (c.state !== 'closed') return maySee(floor, actor, c);
  return inScope(actor, c) || maySee(floor, actor, c) || readsEarlier(floor, actor, c);
}

function itemOf(tenant: Tenant, actor: Actor, c: Conversation): object {
  if (actor.kind !== 'person') return integrationView(tenant, c);
  const row = rowOf(tenant.floor, c, actor, tenant.now());
  // The last message on the floor is an exception for what is on the floor; a closed record is read and audited (M8).
  const text = c.state === 'closed' ? { lastPublic: null } : {};
  return { ...row, ...text, context: c.context, previous: c.previous, openedAt: c.openedAt };
}
