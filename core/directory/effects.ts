import type { Floor } from '../floor/floor.ts';
import type { DirectoryEntry } from './directory.ts';
import { personEffects } from './person-effects.ts';
import { policyEffects } from './policy-effects.ts';
import { membershipEffects, queueEffects } from './queue-effects.ts';
import type { SaveEffect } from './save-effect.ts';
import { workstreamEffects } from './workstream-effects.ts';

/**
 * What saving an entry would do to the floor as it is (R3, C7, D1, K3), for whoever is about to: nothing is listed that
 * nobody would notice. `also` are entries saved with it: a queue's people. Effects on rights come within five seconds.
 */
export function saveEffects(
  floor: Floor,
  entry: DirectoryEntry,
  also: readonly DirectoryEntry[] = [],
): readonly SaveEffect[] {
  const effects = ((): readonly SaveEffect[] => {
    switch (entry.kind) {
      case 'policy':
        return policyEffects(floor, entry.value);
      case 'person':
        return personEffects(floor, entry.value);
      case 'queue':
        return [...queueEffects(floor, entry.value, also), ...membershipEffects(floor, entry.value, also)];
      case 'workstream':
        return workstreamEffects(floor, entry.value);
      case 'integration':
        return [];
    }
  })();
  return effects.filter((effect) => effect.count > 0);
}
