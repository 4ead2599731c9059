import { refusals, type Refusal } from '@floorwalk/core';

/** The longest reason that a close frame has room for, in bytes. */
const LONGEST = 123;

/**
 * What whoever has a sound token hears of what is wrong with it or with them, as over HTTP: it is theirs to mend.
 * Undefined where the close code's own sentence says it all.
 */
export const whyTurnedAway = ({ refusal, detail }: Refusal): string | undefined =>
  refusal === 'unauthenticated' && detail !== refusals.unauthenticated && Buffer.byteLength(detail) <= LONGEST
    ? detail
    : undefined;
