import type { pictures as english } from '../en/pictures.ts';
import type { Worded } from '../language.ts';

/** What the pictures say to those who do not see them, in German. */
export const pictures: Worded<typeof english> = {
  labelled: ({ label, words }) => `${label}: ${words}`,
  sentimentPicture: ({ words }) => `Stimmung: ${words}`,
  waitPicture: ({ target, wait }) => `Wartet ${wait}, Ziel ${target}`,
  waitPictureWithoutTarget: ({ wait }) => `Wartet ${wait}`,
  loadPicture: ({ capacity, load }) => `Auslastung ${load} von ${capacity} Einheiten`,
  loadPictureWhatIf: ({ capacity, load, would }) => `Auslastung ${load} von ${capacity} Einheiten, wären dann ${would}`,
  countdownPicture: ({ seconds }, count) =>
    `Noch ${count(seconds, { one: '# Sekunde', other: '# Sekunden' })} zum Annehmen`,
  loadOf: ({ capacity, load }) => `${load} von ${capacity}`,
  loadOfUnits: ({ capacity, load }) => `${load} von ${capacity} Einheiten`,
  free: ({ units }) => `${units < 0 ? '−' : ''}${Math.abs(units)} frei`,
  left: ({ units }) => `noch ${units}`,
  over: ({ units }) => `${units} zu viel`,
};
