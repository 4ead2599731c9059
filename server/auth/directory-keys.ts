import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { refuse, type Refusal } from '@floorwalk/core';
import {
  directoryId,
  keyCounts,
  type DirectoryEntry,
  type Integration,
  type KeyEntry,
} from '@floorwalk/core/directory';
import type { Engine, Tenant } from '../engine/engine.ts';
import type { Store } from '../store/store.ts';

const BEGINS = 'fw';
/** Any ids that the interface takes: `~` is in none of them. */
const FORM = /^fw~([A-Za-z0-9._:@-]{1,128})~([A-Za-z0-9._:@-]{1,128})~([A-Za-z0-9_-]{43})$/u;

/** An integration that a key opens. */
export interface OpenedBy {
  readonly tenant: Tenant;
  readonly integration: Integration;
  readonly key: KeyEntry;
}

/** A new key as the integration sends it: whose it is, and 256 random bits. It is shown once and kept as a hash. */
export const newKey = (tenant: string, integration: string): string =>
  [BEGINS, tenant, integration, randomBytes(32).toString('base64url')].join('~');

/** What is kept of a key. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Whether a token claims to be a key of the directory, so that nothing else is asked about it. */
export const isDirectoryKey = (token: string): boolean => token.startsWith(`${BEGINS}~`);

/** The key of an integration that counts now, by its hash. */
function countingKey(integration: Integration, sha256: string, now: number): KeyEntry | undefined {
  if (integration.disabled) return undefined;
  const wanted = Buffer.from(sha256, 'hex');
  return integration.keys.find((key) => timingSafeEqual(Buffer.from(key.sha256, 'hex'), wanted) && keyCounts(key, now));
}

/**
 * Finds whom a key of the directory opens. A tenant is loaded for nobody who has not shown a key of it: until then the
 * store is asked for the one entry, so that made-up keys fill no memory.
 */
export function createDirectoryKeys(
  engine: Engine,
  store: Pick<Store, 'load'>,
): (token: string) => Promise<OpenedBy | Refusal> {
  const opened = new Set<string>();
  const isStored = async (tenant: string, integration: string, sha256: string): Promise<boolean> => {
    const stored = await store.load(tenant, 'directory', `integration:${integration}`);
    const entry = stored && (JSON.parse(stored.state) as DirectoryEntry);
    const isKnown = entry?.kind === 'integration' && directoryId(entry) === `integration:${integration}`;
    return isKnown && countingKey(entry.value, sha256, 0) !== undefined;
  };
  return async (token) => {
    const [, tenantId = '', id = ''] = FORM.exec(token) ?? [];
    if (tenantId === '') return refuse('unauthenticated');
    const sha256 = hashOf(token);
    if (!opened.has(tenantId)) {
      if (!(await isStored(tenantId, id, sha256))) return refuse('unauthenticated');
      opened.add(tenantId);
    }
    const tenant = await engine.tenant(tenantId);
    const integration = tenant.floor.integrations.get(id);
    const key = integration && countingKey(integration, sha256, tenant.now());
    return integration && key ? { tenant, integration, key } : refuse('unauthenticated');
  };
}
