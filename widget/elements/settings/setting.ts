import type { Policy, Switch } from '@floorwalk/core/directory';

/** Something that is on or off for a whole tenant. */
export type Setting =
  | { readonly of: 'switches'; readonly name: Switch; readonly words: `switch_${Switch}` }
  | { readonly of: 'policy'; readonly name: Toggle; readonly words: `policy_${Toggle}` };

type Toggle = 'monitoringVisibleToAgent' | 'auditVisibleToAgent';

/** In the order in which they are shown. */
export const settings: readonly Setting[] = [
  { of: 'switches', name: 'monitor', words: 'switch_monitor' },
  { of: 'switches', name: 'assign', words: 'switch_assign' },
  { of: 'switches', name: 'transfer', words: 'switch_transfer' },
  { of: 'switches', name: 'transferToQueue', words: 'switch_transferToQueue' },
  { of: 'switches', name: 'lastMessageOnFloor', words: 'switch_lastMessageOnFloor' },
  { of: 'policy', name: 'monitoringVisibleToAgent', words: 'policy_monitoringVisibleToAgent' },
  { of: 'policy', name: 'auditVisibleToAgent', words: 'policy_auditVisibleToAgent' },
];

/** Whether it is on. */
export const valueOf = (policy: Policy, setting: Setting): boolean =>
  setting.of === 'switches' ? policy.switches[setting.name] : policy[setting.name];
