import type { Refusal, RefusalCode, State } from '@floorwalk/core';
import { refusalHints, refusalSentences } from './en/refusals.ts';
import { midSentence } from './format.ts';
import { pageLocale } from './locale.ts';
import { translations } from './translator.ts';
import { t } from './staff.ts';
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

/** The state that a command needs, for those that depend on one. */
const wanted = {
  assign: 'open',
  pick: 'open',
  monitor: 'active',
  join: 'active',
  transfer: 'active',
  takeOver: 'active',
  release: 'active',
  park: 'active',
  resume: 'waiting',
  close: 'wrap-up',
} as const satisfies Record<string, State>;

const isWanted = (command: string): command is keyof typeof wanted => Object.hasOwn(wanted, command);

/** Why a command is off, in a few words under its name: "not open, but active", "a bot holds it". */
export const refusalHint = (
  code: string,
  command: string,
  state: State,
  phase: 'offered' | 'engaged' | null = null,
): string => {
  if (code === 'state') {
    if (command === 'withdraw') return refusalHintTranslations.in(pageLocale())('noOfferPending');
    const now = midSentence(stateWord(state, phase));
    const needed = isWanted(command) ? midSentence(stateWord(wanted[command])) : now;
    return needed === now ? now : t('notButState', { needed, now });
  }
  if (Object.hasOwn(refusalHints, code)) return refusalHintTranslations.in(pageLocale())(code as Hinted);
  return Object.hasOwn(refusalSentences, code)
    ? refusalTranslations.in(pageLocale())(code as RefusalCode)
    : t('notPossible');
};
