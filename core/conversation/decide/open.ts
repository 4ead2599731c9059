import { actorId } from '../../actor.ts';
import { refuse } from '../../refusals.ts';
import { kindOf } from '../../words.ts';
import type { ConversationCommand } from '../commands.ts';
import type { ConversationEvent } from '../events.ts';
import type { Ask, Decided } from './decision.ts';

/** Opens a conversation in a queue, or with the bot that takes it first (C1, C6). */
export function open(id: string, command: Extract<ConversationCommand, { type: 'Open' }>, ask: Ask): Decided {
  const { floor, actor, now } = ask;
  const may =
    actor.kind === 'customer' ||
    actor.kind === 'system' ||
    (actor.kind === 'integration' && actor.rights.includes('open'));
  if (!may) return refuse('role');
  const workstream = floor.workstreams.get(command.workstream);
  if (!workstream || workstream.disabled) return refuse('unknownWorkstream');
  const queueId = command.queue ?? workstream.queue;
  const queue = floor.queues.get(queueId);
  if (!queue) return refuse('unknownQueue');
  if (queue.disabled) return refuse('targetDisabled');
  if (queue.kind !== kindOf(workstream.channel)) return refuse('queueKind');
  const bot = command.bot ?? null;
  if (bot !== null && floor.people.get(bot)?.bot !== true) return refuse('unknownPerson');
  const opened: ConversationEvent = {
    type: 'ConversationOpened',
    at: now,
    by: actorId(actor),
    id,
    workstream: workstream.id,
    channel: workstream.channel,
    kind: kindOf(workstream.channel),
    queue: queueId,
    customer: command.customer,
    subject: command.subject ?? '',
    context: command.context ?? null,
    previous: command.previous ?? null,
    units: workstream.units,
    bot,
  };
  return { events: command.first ? [opened, first(command.customer.name, command.first, now)] : [opened] };
}

const first = (name: string, { id, text }: { id: string; text: string }, now: number): ConversationEvent => ({
  type: 'MessageAdded',
  at: now,
  by: 'customer',
  plane: 'public',
  message: { id, at: now, from: { kind: 'customer', id: 'customer', name }, text },
});
