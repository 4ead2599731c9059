import { administratorEn } from '../../../widget/strings/en/administrator.ts';
import { en } from '../../../widget/strings/en/index.ts';

const english = new Set<string>(
  [...Object.values(en), ...Object.values(administratorEn)].filter((it) => typeof it === 'string'),
);
const SPOKEN = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];

/** The English sentences that are still on a screen, or said of it: of two words and more, so that names may stay. */
export function englishLeft(root: ParentNode): readonly string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) found.push(...englishLeft(element.shadowRoot));
    if (element.localName === 'style') continue;
    const texts = [...element.childNodes].flatMap((it) =>
      it.nodeType === Node.TEXT_NODE ? [it.textContent ?? ''] : [],
    );
    for (const text of [...texts, ...SPOKEN.map((name) => element.getAttribute(name) ?? '')].map((it) => it.trim()))
      if (text.includes(' ') && english.has(text)) found.push(text);
  }
  return found.filter((text) => !PEOPLE.has(text));
}

const PEOPLE = new Set<string>([
  administratorEn.sampleAgent,
  administratorEn.samplePerson,
  administratorEn.sampleTo,
  administratorEn.identityEntra,
  // A key's own name, the same on most keyboards.
  en.keyControlI,
]);
