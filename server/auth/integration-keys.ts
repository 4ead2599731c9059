import { createHash, timingSafeEqual } from 'node:crypto';
import type { IntegrationRight } from '@floorwalk/core';

/** An integration's key: known by its hash only, for one tenant, with the rights it lists (R2). */
export interface IntegrationKey {
  readonly id: string;
  readonly sha256: string;
  readonly tenant: string;
  readonly rights: readonly IntegrationRight[];
}

/** The key whose hash this token has, or undefined; every key is compared, each in constant time. */
export function findKey(keys: readonly IntegrationKey[], token: string): IntegrationKey | undefined {
  if (keys.length === 0) return undefined;
  const hash = createHash('sha256').update(token).digest();
  let found: IntegrationKey | undefined;
  for (const key of keys) if (timingSafeEqual(Buffer.from(key.sha256, 'hex'), hash)) found = key;
  return found;
}
