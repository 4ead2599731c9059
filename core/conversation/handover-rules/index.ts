import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { HandoverRules } from './rules.ts';
import { spanish } from './spanish.ts';

export type { HandoverRules };
/** One row a language. */
export const handoverRules: readonly HandoverRules[] = [english, german, french, spanish];
