import type { pictures as english } from '../en/pictures.ts';
import type { Worded } from '../language.ts';

/** What the pictures say to those who do not see them, in French. */
export const pictures: Worded<typeof english> = {
  labelled: ({ label, words }) => `${label}\u00A0: ${words}`,
  sentimentPicture: ({ words }) => `Sentiment\u00A0: ${words}`,
  waitPicture: ({ target, wait }) => `Attend ${wait}, objectif ${target}`,
  waitPictureWithoutTarget: ({ wait }) => `Attend ${wait}`,
  loadPicture: ({ capacity, load }) => `Charge ${load} sur ${capacity} unités`,
  loadPictureWhatIf: ({ capacity, load, would }) => `Charge ${load} sur ${capacity} unités, passerait à ${would}`,
  countdownPicture: ({ seconds }, count) =>
    `Il reste ${count(seconds, { one: '# seconde', other: '# secondes' })} pour répondre`,
  loadOf: ({ capacity, load }) => `${load} sur ${capacity}`,
  loadOfUnits: ({ capacity, load }) => `${load} sur ${capacity} unités`,
  free: ({ units }) => `${units < 0 ? '−' : ''}${Math.abs(units)} libre${Math.abs(units) < 2 ? '' : 's'}`,
  left: ({ units }) => `reste ${units}`,
  over: ({ units }) => `${units} en trop`,
};
