import type { Plane } from '@floorwalk/core';
import type { Author } from '@floorwalk/core/conversation';
import type { PersonActor } from './auth-port.ts';
import type { Hub } from './hub.ts';
import { participation } from './reader.ts';

/** Shows that a participant types, to whom it may concern; undefined where they could not say anything there (M2, P1). */
export function sendTyping(hub: Hub, actor: PersonActor, conversation: string, plane: Plane): Author | undefined {
  const c = hub.tenant.floor.conversations.get(conversation);
  const role = c && participation(c, actor.id);
  if (!c || !role || role === 'offeree') return undefined;
  if (plane === 'public' && (c.state === 'wrap-up' || c.state === 'closed')) return undefined;
  const who: Author = { kind: role === 'primary' ? 'agent' : role, id: actor.id, name: actor.name };
  hub.typing(conversation, who, plane);
  return who;
}
