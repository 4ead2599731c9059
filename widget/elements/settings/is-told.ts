import type { FieldChange } from '@floorwalk/core/directory';

/** Of something new, what it does not have needs no words. */
export const isTold = ({ was, now }: FieldChange): boolean =>
  was !== null || (now !== null && now !== '' && now !== false);
