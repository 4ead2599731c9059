import Sentiment from 'sentiment';
import type { Analyse } from '@floorwalk/core/sentiment';

export interface AnalyseOptions {
  /** Languages that the library's word list knows; everything else is "not available" (S1). */
  readonly languages?: readonly string[];
  /** What a customer without a locale is taken to write. */
  readonly assumed?: string;
}

/** How fast a sum of word scores approaches ±1: one strong word is felt, several are not needed. */
const SOFTEN = 15;
/** Texts are cut here before analysis: the mood of 8,000 characters is in the first 2,000, and time is bounded. */
const ANALYSED_CHARACTERS = 2_000;

/** The default analyser: a word list for English that runs in the process, without network or state (S2). */
export function offlineAnalyse({ languages = ['en'], assumed = 'en' }: AnalyseOptions = {}): Analyse {
  const library = new Sentiment();
  return async (text, locale = assumed) => {
    if (!languages.includes(languageOf(locale)) || isOtherScript(text)) return null;
    const { score } = library.analyze(text.slice(0, ANALYSED_CHARACTERS));
    return score / Math.sqrt(score * score + SOFTEN);
  };
}

/** `en-GB`, `en_US` and `EN` are all `en`. */
const languageOf = (locale: string): string => locale.split(/[-_]/u, 1)[0]?.toLowerCase() ?? '';

/** Letters, but none of them Latin: whatever the locale says, a Latin word list does not know this language. */
const isOtherScript = (text: string): boolean => /\p{L}/u.test(text) && !/\p{Script=Latin}/u.test(text);
