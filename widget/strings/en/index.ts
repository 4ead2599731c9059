import { commanding } from './commanding.ts';
import { desk } from './desk.ts';
import { floor } from './floor.ts';
import { pictures } from './pictures.ts';
import { savedViews } from './saved-views.ts';
import { supervision } from './supervision.ts';
import { teams } from './teams.ts';
import { words } from './words.ts';
import { writing } from './writing.ts';

/** Every sentence of the staff's panels in English, one flat table; other languages translate its keys. */
export const en = {
  ...words,
  ...pictures,
  ...floor,
  ...supervision,
  ...writing,
  ...desk,
  ...commanding,
  ...teams,
  ...savedViews,
} as const;

/** The tables that `en` is made of, so that a test can show that no key is said twice. */
export const parts = [words, pictures, floor, supervision, writing, desk, commanding, teams, savedViews] as const;
