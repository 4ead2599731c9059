import type { Refusal, RefusalCode, State } from '@floorwalk/core';
import { refusalHints, refusalSentences } from './en/refusals.ts';
import { pageLocale } from './locale.ts';
import { translations } from './translator.ts';
import { stateWord } from './words.ts';

/** The wordings of refusals; `add` a language as with the other tables. */
export const refusalTranslations = translations<typeof refusalSentences>(refusalSentences);
/** The short wordings of refusals, for commands that are off. */
export const refusalHintTranslations = translations<typeof refusalHints>(refusalHints);

type Hinted = keyof typeof refusalHints;

/** Why something was refused, in a sentence. A code that this version does not know is said in the server's words. */
export const refusalSentence = (refusal: Pick<Refusal, 'detail'> & { readonly refusal: string }): string =>
  Object.hasOwn(refusalSentences, refusal.refusal)
    ? refusalTranslations.in(pageLocale())(refusal.refusal as RefusalCode)
    : refusal.detail;

/** What the state would have to be, for the commands that depend on it. */
const wanted = {
  assign: 'open',
  monitor: 'active',
  join: 'active',
  transfer: 'active',
  takeOver: 'active',
} as const satisfies Record<string, State>;

/** Why a command is off, in a few words under its name: "not open, but active", "a bot holds it". */
export const refusalHint = (code: string, command?: string, state?: State): string => {
  if (code === 'state' && state !== undefined) {
    const needed =
      command !== undefined && Object.hasOwn(wanted, command) ? wanted[command as keyof typeof wanted] : undefined;
    const now = stateWord(state).toLocaleLowerCase();
    return needed === undefined || needed === state ? now : `not ${stateWord(needed).toLocaleLowerCase()}, but ${now}`;
  }
  if (Object.hasOwn(refusalHints, code)) return refusalHintTranslations.in(pageLocale())(code as Hinted);
  return Object.hasOwn(refusalSentences, code)
    ? refusalTranslations.in(pageLocale())(code as RefusalCode)
    : 'not possible now';
};
