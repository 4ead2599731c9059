import { seeded } from '../../server/live/support/seeded.ts';

/** What happens in public, the same in both houses; every step is caused by something a customer may hear of. */
export const courseSteps = [
  'customerSays',
  'customerSays',
  'agentSays',
  'agentSays',
  'timePasses',
  'agentTypes',
  'customerTypes',
  'customerRepeats',
  'customerErrs',
  'customerSees',
  'customerReconnects',
  'secondTab',
  'otherOpens',
  'otherIsTaken',
  'consultantJoins',
  'consultantSays',
  'consultantLeaves',
  'isTransferred',
] as const;
export type CourseStep = (typeof courseSteps)[number];

/** What staff do aside, that no customer may notice (P2). */
export const asideSteps = [
  'monitorByPanel',
  'unmonitorByPanel',
  'monitorByHttp',
  'unmonitorByHttp',
  'readByHttp',
  'agentNotes',
  'agentNotesUnderTheNextId',
  'consultantNotes',
  'noteByHttp',
  'agentTypesAside',
  'watcherTypes',
  'watcherSays',
  'assignIsRefused',
  'forceCloseIsRefused',
  'transferIsWeighed',
  'handoverIsDrafted',
  'candidatesAreRead',
  'floorIsWatched',
  'floorIsSearched',
  'recordIsRead',
  'strangerSubscribes',
  'noteIsRepeated',
] as const;
export type AsideStep = (typeof asideSteps)[number];

/** One schedule: what happens before the agent takes it, after, and what is done aside before each step. */
export interface Schedule {
  readonly seed: number;
  readonly waiting: readonly CourseStep[];
  readonly engaged: readonly CourseStep[];
  /** By step; `true`: what was done aside is over before the step begins, else they run into each other. */
  readonly asides: readonly (readonly (readonly [AsideStep, boolean])[])[];
  readonly ending: 'agent' | 'customer' | 'customerWritesOn' | 'forced';
}

const whileWaiting: readonly CourseStep[] = [
  'customerSays',
  'customerTypes',
  'customerRepeats',
  'customerErrs',
  'timePasses',
  'otherOpens',
  'otherIsTaken',
  'customerReconnects',
];

/** The schedule of a seed, always the same one. */
export function scheduleOf(seed: number): Schedule {
  const random = seeded(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const some = <T>(all: readonly T[], count: number): T[] =>
    Array.from({ length: count }, () => all[below(all.length)]).filter((item) => item !== undefined);
  const waiting = some(whileWaiting, below(4));
  const engaged = some(courseSteps, 5 + below(6));
  const asides = Array.from({ length: waiting.length + engaged.length + 2 }, () =>
    some(asideSteps, below(4)).map((step) => [step, random() < 0.4] as const),
  );
  const [ending = 'agent'] = some(['agent', 'customer', 'customerWritesOn', 'forced'] as const, 1);
  return { seed, waiting, engaged, asides, ending };
}
