import { isRefusal, type Actor, type Refusal } from '@floorwalk/core';
import type { Conversation } from '@floorwalk/core/conversation';
import type { Done, Request, Tenant } from './engine.ts';

/**
 * A customer who writes in `wrap-up` or `closed` opens a new conversation in the same queue, linked by `previous`, and is
 * never refused (C1). Later texts sent to the old one reach the newest that follows it. Undefined: nothing of the kind.
 */
export async function sayAfterEnd(
  tenant: Tenant,
  actor: Actor,
  request: Request,
  c: Conversation | undefined,
  newId: () => string,
): Promise<Done | Refusal | undefined> {
  if (!c || actor.kind !== 'customer' || request.of !== 'conversation' || request.command.type !== 'Say')
    return undefined;
  if (c.state !== 'wrap-up' && c.state !== 'closed') return undefined;
  const { id, text } = request.command;
  const [follower] = await tenant.find(`previous:${c.id}`, 1);
  const next = follower === undefined ? undefined : await tenant.conversation(follower);
  if (next) {
    const said = await tenant.run(
      { kind: 'customer', conversation: next.id },
      { of: 'conversation', id: next.id, command: request.command },
    );
    return isRefusal(said) ? said : { ...said, movedTo: said.movedTo ?? next.id };
  }
  const { workstream, queue, customer, subject, context } = c;
  const command = {
    type: 'Open' as const,
    workstream,
    queue,
    customer,
    subject,
    ...(context ? { context } : {}),
    previous: c.id,
    first: { id, text },
  };
  const opened = await tenant.run(actor, { of: 'conversation', id: newId(), command }, { commandId: `follow ${c.id}` });
  return isRefusal(opened) ? opened : { ...opened, movedTo: opened.id };
}
