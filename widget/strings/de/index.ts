import type { StaffLanguage } from '../language.ts';
import { commanding } from './commanding.ts';
import { desk } from './desk.ts';
import { floor } from './floor.ts';
import { notices } from './notices.ts';
import { pictures } from './pictures.ts';
import { hints, refusals } from './refusals.ts';
import { savedViews } from './saved-views.ts';
import { supervision } from './supervision.ts';
import { teams } from './teams.ts';
import { words } from './words.ts';
import { writing } from './writing.ts';

/** Everything that the staff's panels say in German. */
export const language: StaffLanguage = {
  words: {
    ...words,
    ...pictures,
    ...floor,
    ...supervision,
    ...writing,
    ...desk,
    ...commanding,
    ...teams,
    ...savedViews,
  },
  refusals,
  hints,
  notices,
};
