import { isRefusal, type Actor, type Refusal } from '@floorwalk/core';
import type { Conversation, ConversationCommand } from '@floorwalk/core/conversation';
import type { Done, Request, Tenant } from './engine.ts';
import { ownId, sayId } from './repeats.ts';

/** What it needs of its caller: new ids, and the first answer of a command that was carried out before (P4). */
export interface AfterEnd {
  readonly newId: () => string;
  readonly earlier: (commandId: string) => Promise<Done | Refusal | undefined>;
}

/**
 * A customer who writes in `wrap-up` or `closed` opens a new conversation in the same queue, linked by `previous`, and is
 * never refused (C1). Later texts sent to the old one reach the newest that follows it, and each is stored once wherever
 * it went first (P4). Undefined: nothing of the kind.
 */
export async function sayAfterEnd(
  tenant: Tenant,
  actor: Actor,
  request: Request,
  c: Conversation | undefined,
  { newId, earlier }: AfterEnd,
): Promise<Done | Refusal | undefined> {
  if (!c || actor.kind !== 'customer' || request.of !== 'conversation' || request.command.type !== 'Say')
    return undefined;
  if (c.state !== 'wrap-up' && c.state !== 'closed') return undefined;
  const { command } = request;
  // It may have been said before the end, its answer lost on the way.
  const said = await earlier(sayId(c.id, 'public', command.id));
  if (said) return said;
  const follow = `follow ${c.id}`;
  const [follower] = await tenant.find(`previous:${c.id}`, 1);
  const opened =
    follower === undefined
      ? await tenant.run(
          actor,
          { of: 'conversation', id: newId(), command: opening(c, command) },
          { commandId: follow },
        )
      : undefined;
  if (isRefusal(opened)) return opened;
  const next = follower ?? opened?.id ?? '';
  // Another server may have opened it at the same moment, with another text.
  if ((await firstMessage(tenant, next)) !== command.id) return sayNext(tenant, next, command);
  const first = opened ?? (await earlier(ownId(actor, follow)));
  return isRefusal(first) ? first : { id: next, version: 1, ...first, movedTo: next };
}

async function sayNext(tenant: Tenant, next: string, command: ConversationCommand): Promise<Done | Refusal> {
  const said = await tenant.run({ kind: 'customer', conversation: next }, { of: 'conversation', id: next, command });
  return isRefusal(said) ? said : { ...said, movedTo: said.movedTo ?? next };
}

/** The id of the text with which a conversation was opened. */
async function firstMessage(tenant: Tenant, conversation: string): Promise<string | undefined> {
  const plane = await tenant.readPlane(conversation, 'public', 0, 20);
  return plane.find(({ type }) => type === 'message')?.id;
}

function opening(c: Conversation, { id, text }: Extract<ConversationCommand, { type: 'Say' }>) {
  const { workstream, queue, customer, subject, context } = c;
  const about = context ? { context } : {};
  return { type: 'Open' as const, workstream, queue, customer, subject, ...about, previous: c.id, first: { id, text } };
}
