import { randomUUID } from 'node:crypto';
import { refuse, type Refusal } from '@floorwalk/core';
import { keyCounts, type Integration, type KeyEntry } from '@floorwalk/core/directory';
import { hashOf, newKey } from './directory-keys.ts';

/** A key that was made: what it is known by, and the key itself, which nobody can read a second time. */
export interface MadeKey {
  readonly entry: KeyEntry;
  readonly key: string;
}

/** What is asked of a new key: where it is used, by default the integration's name, and when it ends by itself. */
export interface WantedKey {
  readonly label?: string | undefined;
  readonly expiresAt?: number | undefined;
}

/** Makes a key of an integration, and the integration with it in place of those that have ended; nothing is saved. */
export function makeKey(
  tenant: string,
  integration: Integration,
  { label = integration.name, expiresAt }: WantedKey,
  now: number,
): (MadeKey & { readonly integration: Integration }) | Refusal {
  if (expiresAt !== undefined && expiresAt <= now)
    return refuse('malformed', { field: 'expiresAt', detail: 'expiresAt: must be later than now.' });
  const key = newKey(tenant, integration.id);
  const entry = { id: randomUUID(), label, sha256: hashOf(key), createdAt: now, expiresAt: expiresAt ?? null };
  const keys = [...integration.keys.filter((one) => keyCounts(one, now)), entry];
  return { entry, key, integration: { ...integration, keys } };
}
