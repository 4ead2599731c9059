import type { Tenant } from '../engine/engine.ts';

/** What a line of the record calls a conversation; empty where nothing of it is kept any more. */
export interface ConversationName {
  readonly customer: string;
  readonly queue: string;
}

/** How many conversations that are over one request looks up. */
const MOST = 400;

/** Looks up what conversations are called, each once; `isTired` once it has looked up as many as one request may. */
export function conversationNames(tenant: Pick<Tenant, 'conversation' | 'floor'>) {
  const known = new Map<string, Promise<ConversationName>>();
  let lookedUp = 0;
  const find = async (id: string): Promise<ConversationName> => {
    if (!tenant.floor.conversations.has(id)) lookedUp += 1;
    const c = await tenant.conversation(id);
    return { customer: c?.customer.name ?? '', queue: c ? (tenant.floor.queues.get(c.queue)?.name ?? c.queue) : '' };
  };
  return {
    isTired: (): boolean => lookedUp >= MOST,
    of: (id: string): Promise<ConversationName> => {
      const name = known.get(id) ?? find(id);
      known.set(id, name);
      return name;
    },
  };
}
