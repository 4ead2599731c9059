import { createHash, timingSafeEqual } from 'node:crypto';
import type { IntegrationKey } from '../config.ts';

/** The key whose hash this token has, or undefined; every key is compared, each in constant time. */
export function findKey(keys: readonly IntegrationKey[], token: string): IntegrationKey | undefined {
  if (keys.length === 0) return undefined;
  const hash = createHash('sha256').update(token).digest();
  let found: IntegrationKey | undefined;
  for (const key of keys) if (timingSafeEqual(Buffer.from(key.sha256, 'hex'), hash)) found = key;
  return found;
}
