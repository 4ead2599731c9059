/** A text as it is searched: without case and accents. */
export const fold = (text: string): string =>
  text.trim().toLocaleLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
