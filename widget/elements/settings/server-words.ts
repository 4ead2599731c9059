import { html, type TemplateResult } from 'lit';
import type { HttpFailure } from '../../client/index.ts';
import { ta } from '../../strings/administrator.ts';
import { number, pageLocale, refusalSentence } from '../../strings/index.ts';
import { renderDetail } from '../panel/render-detail.ts';

/** Why the server said no: the refusal's code, and its own sentence where that says more than the code. */
export interface Said {
  readonly refusal: string;
  readonly detail: string;
}

/** What a request was refused with. */
export const saidBy = ({ message, problem: { refusal = '', title } }: HttpFailure): Said => ({
  refusal,
  detail: message === title ? '' : message,
});

/** In the language of the page, as far as the panel has words for it; what only the server says is a detail. */
export function renderSaid({ refusal, detail }: Said): TemplateResult {
  const known = ruleWords(detail);
  if (known !== undefined) return html`${known}`;
  const usual = usualWords(refusal);
  if (detail === '') return html`${usual}`;
  return /^en\b/iu.test(pageLocale()) ? html`${detail}` : html`${usual}${renderDetail(detail)}`;
}

/** Refusals that mean something else of an entry than of a command. */
const ofEntries = { malformed: 'wrongLikeThis', identifierReused: 'wrongTaken', idTaken: 'idTaken' } as const;

const usualWords = (refusal: string): string =>
  Object.hasOwn(ofEntries, refusal)
    ? ta(ofEntries[refusal as keyof typeof ofEntries])
    : refusalSentence({ refusal, detail: ta('serverSaidNo') });

/** What the server says of a field that breaks one of its rules, and how it is said here. */
const rules: readonly (readonly [RegExp, (...found: readonly number[]) => string])[] = [
  [/^must not be empty$/u, () => ta('wrongEmpty')],
  [/^must name at least one$/u, () => ta('wrongNone')],
  [/^must be at most (\d+) characters$/u, (most = 0) => ta('wrongTooLong', { most: number(most) })],
  [
    /^must be a whole number from (\d+) to (\d+)$/u,
    (low = 0, high = 0) => ta('wrongNumber', { low: number(low), high: number(high) }),
  ],
  [/^must be 1 to 128 letters, digits or \. _ : @ -$/u, () => ta('wrongId')],
  [/^must be a URL$/u, () => ta('wrongAddress')],
];

function ruleWords(detail: string): string | undefined {
  const text = detail.replace(/\.$/u, '').replace(/^M/u, 'm');
  for (const [rule, words] of rules) {
    const found = rule.exec(text);
    if (found) return words(...found.slice(1).map(Number));
  }
  return undefined;
}

/** What is wrong, field by field: the server names each, `name: …; scope.0: …`, or says a sentence about one. */
export function fieldErrors({ refusal, detail }: Said, field: string): ReadonlyMap<string, Said> {
  const named = detail.split('; ').map((part) => /^([\w.:-]+): (.+)$/su.exec(part));
  if (!named.every((part) => part !== null)) return new Map([[field, { refusal, detail }]]);
  return new Map(named.map(([, name = '', said = '']) => [name, { refusal, detail: sentence(said) }]));
}

const sentence = (text: string): string =>
  `${text.slice(0, 1).toLocaleUpperCase()}${text.slice(1)}${/[.!?]$/u.test(text) ? '' : '.'}`;
