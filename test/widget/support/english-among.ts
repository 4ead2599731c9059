import { administratorEn } from '../../../widget/strings/en/administrator.ts';
import { en } from '../../../widget/strings/en/index.ts';
import { staffNotices } from '../../../widget/strings/en/notices.ts';
import { refusalHints, refusalSentences } from '../../../widget/strings/en/refusals.ts';
import { customerEn } from '../../../widget/strings/customer/en.ts';
import { customerNotices } from '../../../widget/strings/customer/notices.ts';

const tables: readonly Readonly<Record<string, unknown>>[] = [
  en,
  administratorEn,
  staffNotices,
  refusalSentences,
  refusalHints,
  customerEn,
  customerNotices,
];
const HOLE = '\u0001';

/** A sentence with parameters, as it reads with anything in their places. */
const said = (entry: unknown): string => {
  if (typeof entry !== 'function') return String(entry);
  const params = new Proxy({}, { get: () => HOLE, has: () => true, getOwnPropertyDescriptor: anything });
  return String((entry as (params: object) => unknown)(params));
};
const anything = () => ({ value: HOLE, configurable: true, enumerable: true });

const sentences = tables.flatMap((table) => Object.values(table).map(said));
const english = new Set(sentences.filter((text) => !text.includes(HOLE)));
/** Those with parameters, where two English words and more stand between these. */
const built = new RegExp(
  `^(?:${sentences
    .filter((text) => text.includes(HOLE) && /[A-Za-z]{2,} [A-Za-z]{2,}/u.test(text))
    .map((text) =>
      text
        .split(new RegExp(`${HOLE}+`, 'u'))
        .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`))
        .join('.+'),
    )
    .join('|')})$`,
  'u',
);

/** The English sentences that are still among what is said on a page: of two words and more, so that names may stay. */
export const englishAmong = (spoken: readonly string[]): readonly string[] =>
  spoken.filter((text) => text.includes(' ') && !PEOPLE.has(text) && (english.has(text) || built.test(text)));

const PEOPLE = new Set<string>([
  administratorEn.sampleAgent,
  administratorEn.samplePerson,
  administratorEn.sampleTo,
  administratorEn.identityEntra,
  // A key's own name, the same on most keyboards.
  en.keyControlI,
]);
