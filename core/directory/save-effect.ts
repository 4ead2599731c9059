import type { Switch } from './directory.ts';

/** Everything that saving an entry can do to what is going on now; each counts whom or what it concerns. */
export const saveEffectNames = [
  'watchersEnd',
  'watchersLoseScope',
  'watchersNeedConsent',
  'supervisorsLose',
  'supervisorsGain',
  'transfersStay',
  'previewsGo',
  'previewsCome',
  'agentsSeeWatchers',
  'agentsSeeNoWatchers',
  'agentsReadRecord',
  'agentsReadNoRecord',
  'customersNotTold',
  'joinsNotTold',
  'conversationsGoBack',
  'takesNothingNew',
  'conversationsWait',
  'offeredAtOnce',
  'offeredNoMore',
  'workstreamsEnterHere',
  'membersLeave',
  'membersJoin',
  'agentsLoseOnlyQueue',
  'noMembers',
  'queuesLoseLastMember',
  'notOfferedTo',
  'closeSooner',
  'keepTheirTerms',
  'signsOut',
  'overCapacity',
  'cannotSignIn',
  'cannotBeAdministered',
] as const;
export type SaveEffectName = (typeof saveEffectNames)[number];

/** One thing that saving an entry does to what is going on now, with how many it concerns. */
export interface SaveEffect {
  readonly effect: SaveEffectName;
  readonly count: number;
  /** The switch that supervisors lose or gain. */
  readonly what?: Switch;
}

/** How many of these a test holds for. */
export function countOf<T>(values: Iterable<T>, test: (value: T) => boolean): number {
  let found = 0;
  for (const value of values) if (test(value)) found += 1;
  return found;
}
