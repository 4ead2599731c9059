import type { Scope } from './directory/directory.ts';
import type { IntegrationRight } from './directory/integration.ts';
import type { From, Role } from './words.ts';

/** Who acts. A person may hold several roles; rights are those of the directory and the token together (R2). */
export type Actor =
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly scope: Scope;
      readonly from: From;
      /** The integration that speaks for this person, for the audit (R4). */
      readonly through?: string;
    }
  | { readonly kind: 'customer'; readonly conversation: string }
  | { readonly kind: 'integration'; readonly id: string; readonly rights: readonly IntegrationRight[] }
  | { readonly kind: 'bot'; readonly id: string }
  | { readonly kind: 'system' };

/** The short name used in events and the audit: a person's or integration's id, `customer`, or `system`. */
export const actorId = (actor: Actor): string =>
  actor.kind === 'customer' ? 'customer' : actor.kind === 'system' ? 'system' : actor.id;
