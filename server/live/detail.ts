import type { Consultant, Conversation } from '@floorwalk/core/conversation';
import { primaryOf, receiptOf } from '@floorwalk/core/conversation';
import { personNamed, rowOf } from '@floorwalk/core/floor';
import { actions, whyNot } from '@floorwalk/core/policy';
import type { Detail } from '@floorwalk/core/protocol';
import type { Watcher } from '@floorwalk/core/supervision';
import type { Tenant } from '../engine/engine.ts';
import type { PersonActor } from './auth-port.ts';
import { handoverOf } from './handover-of.ts';
import type { ReaderRole } from './reader.ts';
import { sendsReceipts } from './topics/timeline.ts';

/** Everything this reader sees of a conversation besides its text, field by field, by what they are in it. */
export function detailFor(tenant: Tenant, actor: PersonActor, c: Conversation, role: ReaderRole): Detail {
  const { floor } = tenant;
  const now = tenant.now();
  const row = rowOf(floor, c, actor, now);
  return {
    id: c.id,
    version: c.version,
    customer: {
      name: c.customer.name,
      ...(c.customer.id !== undefined && { id: c.customer.id }),
      ...(c.customer.locale !== undefined && { locale: c.customer.locale }),
    },
    subject: c.subject,
    channel: c.channel,
    queue: row.queue,
    workstream: { id: c.workstream, name: floor.workstreams.get(c.workstream)?.name ?? c.workstream },
    context: c.context && { type: c.context.type, id: c.context.id },
    previous: c.previous,
    state: c.state,
    phase: row.phase,
    since: c.since,
    openedAt: c.openedAt,
    primary: row.agent && {
      id: row.agent.id,
      name: row.agent.name,
      bot: row.agent.bot,
      presence: row.agent.presence,
      reachable: row.agent.reachable,
    },
    primarySince: c.primarySince,
    pending: row.pending,
    handover: handoverOf(c, actor.id),
    hand: row.hand,
    consultants: c.consultants.map((consultant) => consultantOf(tenant, c, consultant)),
    consultees: c.consultees.map(({ id }) => personNamed(floor, id)),
    watchers: watchersFor(tenant, c, role),
    sentiment: row.sentiment,
    scores: row.scores,
    waitSince: row.waitSince,
    waitTarget: row.waitTarget,
    lastReplyMs: c.reply.lastReplyMs,
    medianReplyMs: median(c.reply.replyMs),
    autoCloseAt: row.autoCloseAt,
    transfers: c.transfers,
    elevated: c.elevated,
    receipts: Object.fromEntries(c.receipts.map(({ id, kind, at, seenAt }) => [id, { kind, at, seenAt }])),
    receiptsKnown: sendsReceipts(c),
    deliveries: c.deliveries ? { upTo: c.deliveries.upTo, not: c.deliveries.not } : null,
    undelivered: undeliveredFor(tenant, c, role),
    role,
    may: Object.fromEntries(
      actions.map((action) => [action, whyNot(action, { floor, conversation: c, actor, now })?.refusal ?? null]),
    ),
    customerIsTold: !floor.policy.silencedNotices.includes(`${c.channel}:consultantJoined`),
  };
}

/** Who joined, since when, and whether the customer was told of this one (N2). */
function consultantOf(
  { floor }: Tenant,
  c: Conversation,
  { id, since, notice }: Consultant,
): Detail['consultants'][number] {
  const receipt = notice === undefined ? undefined : receiptOf(c.receipts, notice);
  return { ...personNamed(floor, id), since, told: receipt ? { at: receipt.at, seenAt: receipt.seenAt } : null };
}

function watchersFor(tenant: Tenant, c: Conversation, role: ReaderRole): Detail['watchers'] {
  return watching(tenant, c, role)?.map(({ id }) => personNamed(tenant.floor, id)) ?? null;
}

/** Who may not have been shown what in Teams: whoever may see the watchers may know. */
function undeliveredFor(tenant: Tenant, c: Conversation, role: ReaderRole): Detail['undelivered'] {
  const all = watching(tenant, c, role);
  return (
    all?.flatMap(({ id, doubted = [] }) =>
      doubted.length === 0 ? [] : [{ ...personNamed(tenant.floor, id), entries: [...doubted] }],
    ) ?? null
  );
}

/** Supervisors see each other (M3); the agent side only where the tenant's policy says so (M7). */
function watching({ floor }: Tenant, c: Conversation, role: ReaderRole): readonly Watcher[] | null {
  const maySee =
    role === 'watcher' ||
    role === 'consultant' ||
    ((role === 'primary' || role === 'consultee') && floor.policy.monitoringVisibleToAgent);
  if (!maySee) return null;
  const holder = primaryOf(c)?.id;
  return (floor.rosters.get(c.id)?.watchers ?? []).filter(({ id }) => id !== holder);
}

function median(all: readonly number[]): number | null {
  if (all.length === 0) return null;
  const sorted = all.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? 0) + upper) / 2);
}
