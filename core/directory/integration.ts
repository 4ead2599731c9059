import { refuse, type Refusal } from '../refusals.ts';
import type { Time } from '../words.ts';

/** What an integration's key or token may do (R2). */
export const integrationRights = ['open', 'say', 'deliver', 'agents', 'read', 'onBehalf', 'privacy'] as const;
export type IntegrationRight = (typeof integrationRights)[number];

/** One key of an integration, known by its hash only. */
export interface KeyEntry {
  readonly id: string;
  /** For people: where it is used. */
  readonly label: string;
  readonly sha256: string;
  readonly createdAt: Time;
  /** From when on it counts no more; null: until it is revoked. */
  readonly expiresAt: Time | null;
}

/** A program that acts with keys and does what is listed here, no more (R2). */
export interface Integration {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly IntegrationRight[];
  /** The old one and the new one while a key is replaced. */
  readonly keys: readonly KeyEntry[];
  readonly disabled: boolean;
}

/** How many keys of one integration count at a time: a third one is one that was forgotten. */
const MOST_KEYS = 2;

/** Whether a key has not come to its end. */
export const keyCounts = ({ expiresAt }: KeyEntry, now: Time): boolean => expiresAt === null || now < expiresAt;

/** Why an integration must not be saved as it stands, or null. */
export function integrationRefusal({ keys }: Integration): Refusal | null {
  return keys.length > MOST_KEYS
    ? refuse('malformed', {
        field: 'keys',
        detail: 'Two keys count already, the old one and the new one. Revoke one first.',
      })
    : null;
}
