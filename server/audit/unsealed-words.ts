import type { Verified } from './verify-audit.ts';

/** Servers seal every ten seconds; what has no seal after so long was written by one that is gone, or its seal was taken. */
export const OVERDUE_MS = 60_000;

/** What a check of the record cannot vouch for, in words for the operator; `words` is empty where everything is sealed. */
export function unsealedWords(
  { unsealed, unsealedSince }: Extract<Verified, { ok: true }>,
  now: number,
): { readonly isOverdue: boolean; readonly words: string } {
  if (unsealed === 0) return { isOverdue: false, words: '' };
  const lines = `the newest ${unsealed} ${unsealed === 1 ? 'line has' : 'lines have'} no seal`;
  const isOverdue = unsealedSince !== null && now - unsealedSince > OVERDUE_MS;
  return {
    isOverdue,
    words: isOverdue
      ? `NOT PROVEN: ${lines}, since ${new Date(unsealedSince).toISOString()}. Nothing shows whether they were edited or cut off. ` +
        'Servers seal within ten seconds: if one is running, seals were taken away; if none is, start one and check again.'
      : `not proven: ${lines} yet, so nothing shows whether they were edited or cut off. Check again in ten seconds.`,
  };
}
