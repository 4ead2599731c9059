import type { pictures as english } from '../en/pictures.ts';
import type { Worded } from '../language.ts';

/** What the pictures say to those who do not see them, in Spanish. */
export const pictures: Worded<typeof english> = {
  labelled: ({ label, words }) => `${label}: ${words}`,
  sentimentPicture: ({ words }) => `Sentimiento: ${words}`,
  waitPicture: ({ target, wait }) => `Espera ${wait}, objetivo ${target}`,
  waitPictureWithoutTarget: ({ wait }) => `Espera ${wait}`,
  loadPicture: ({ capacity, load }) => `Carga ${load} de ${capacity} unidades`,
  loadPictureWhatIf: ({ capacity, load, would }) => `Carga ${load} de ${capacity} unidades, pasaría a ${would}`,
  countdownPicture: ({ seconds }, count) =>
    `${count(seconds, { one: 'Queda # segundo', other: 'Quedan # segundos' })} para responder`,
  loadOf: ({ capacity, load }) => `${load} de ${capacity}`,
  loadOfUnits: ({ capacity, load }) => `${load} de ${capacity} unidades`,
  free: ({ units }) => `${units < 0 ? '−' : ''}${Math.abs(units)} ${Math.abs(units) === 1 ? 'libre' : 'libres'}`,
  left: ({ units }) => `quedan ${units}`,
  over: ({ units }) => `${units} de más`,
};
