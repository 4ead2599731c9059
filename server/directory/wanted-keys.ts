import { isRefusal, type Refusal } from '@floorwalk/core';
import { integrationRefusal, keyCounts, type Integration } from '@floorwalk/core/directory';
import { makeKey, type MadeKey, type WantedKey } from '../auth/make-key.ts';

/**
 * An integration with a key for each label that has none that counts, and those keys; nothing is saved. A key whose time
 * in the file is over stays as it ended, so that loading a file again makes nothing. Two count at a time, as everywhere.
 */
export function wantedKeys(
  tenant: string,
  integration: Integration,
  wanted: readonly WantedKey[],
  now: number,
): { readonly integration: Integration; readonly made: readonly MadeKey[] } | Refusal {
  const made: MadeKey[] = [];
  let after = integration;
  for (const want of wanted) {
    const label = want.label ?? integration.name;
    const known = after.keys.filter((key) => key.label === label);
    const isOver = want.expiresAt !== undefined && want.expiresAt <= now;
    if (known.some((key) => keyCounts(key, now)) || (isOver && known.length > 0)) continue;
    const done = makeKey(tenant, after, want, now);
    if (isRefusal(done)) return done;
    after = done.integration;
    made.push({ entry: done.entry, key: done.key });
  }
  return integrationRefusal(after) ?? { integration: after, made };
}
