import type { Refusal } from '@floorwalk/core';
import type { Conversation } from '@floorwalk/core/conversation';
import { whyNot } from '@floorwalk/core/policy';
import type { Tenant } from '../engine/engine.ts';
import type { PersonActor } from './auth-port.ts';
import { mayLook, participation, type ReaderRole } from './reader.ts';

/** What a person may read of a conversation now; `watches`: as a supervisor, who is then in its roster (M3). */
export type Access =
  | { readonly may: true; readonly role: ReaderRole; readonly watches: boolean }
  | { readonly may: false; readonly refusal: Refusal; readonly watches: boolean };

/** Participants read by participation, supervisors by monitoring (M1), agents what waits in their queues (R2). */
export function accessTo(tenant: Tenant, actor: PersonActor, c: Conversation): Access {
  const part = participation(c, actor.id);
  if (part === 'consultant') return { may: true, role: part, watches: true };
  if (part !== null) return { may: true, role: part, watches: false };
  const { floor } = tenant;
  const refusal = whyNot('monitor', { floor, conversation: c, actor, now: tenant.now() });
  if (!refusal) return { may: true, role: 'watcher', watches: true };
  if (mayLook(floor, actor, c)) return { may: true, role: 'reader', watches: false };
  return { may: false, refusal, watches: true };
}
