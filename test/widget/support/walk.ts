import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import { englishAmong } from './english-among.ts';
import { findings } from './findings.ts';
import { keyboardFaults } from './keyboard.ts';
import { misfits } from './misfits.ts';
import { spokenIn } from './spoken-in.ts';

/** How a page is looked at: its width, its colours, its languages, English last so that the tests go on in it, and in which of them rules of access are tried. */
interface Look {
  readonly width: number;
  readonly colours: string;
  readonly media: Parameters<typeof emulateMedia>[0];
  readonly languages: readonly string[];
  readonly triedIn: string;
  /** The rules of access that are tried; absent: all. */
  readonly rules?: readonly string[];
  /** Whether its states are gone through by keyboard; absent: they are. */
  readonly isKeyed?: boolean;
}

/** A telephone in the light, a desk at 200 per cent in the dark, and a desk in the colours of the system. */
const looks: readonly Look[] = [
  {
    width: 320,
    colours: 'light',
    media: { colorScheme: 'light', forcedColors: 'none' },
    languages: ['de', 'fr', 'es', 'ja', 'ar', 'en'],
    triedIn: 'de',
  },
  {
    width: 640,
    colours: 'dark',
    media: { colorScheme: 'dark', forcedColors: 'none' },
    languages: ['de', 'ja', 'ar', 'en'],
    triedIn: 'ar',
    isKeyed: false,
  },
  {
    width: 1280,
    colours: 'forced',
    media: { colorScheme: 'light', forcedColors: 'active' },
    languages: ['de', 'ja', 'ar', 'en'],
    triedIn: 'de',
    rules: ['color-contrast'],
  },
];

/** What shows that a state is there: a part of the page, or words in the language of the page. */
type Sign = string | (() => string);

/** Fetches the words of a language. */
type Load = (language: string) => Promise<void> | undefined;

/** One page of one persona, taken from state to state and looked at in every language. */
export class Walk {
  readonly #look: Look;
  /** Names that happen to be English sentences. */
  readonly #names: ReadonlySet<string>;

  private constructor(look: Look, names: readonly string[]) {
    this.#look = look;
    this.#names = new Set(names);
  }

  static async #begin(look: Look, load: Load, names: readonly string[]): Promise<Walk> {
    await setViewport({ width: look.width, height: 800 });
    await emulateMedia({ ...look.media, reducedMotion: 'reduce' });
    document.documentElement.style.colorScheme = 'light dark';
    Object.assign(document.body.style, { margin: '0', fontFamily: 'sans-serif', background: 'Canvas' });
    for (const language of look.languages) await load(language);
    document.documentElement.lang = 'en';
    return new Walk(look, names);
  }

  static async #end(): Promise<void> {
    document.documentElement.lang = 'en';
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
    await setViewport({ width: 800, height: 600 });
  }

  /** A walk for each way of looking; `names` are the people's and things' that happen to be English sentences. */
  static through(page: string, load: Load, tests: (walk: () => Walk) => void, names: readonly string[] = []): void {
    for (const look of looks)
      describe(`${page} in every language, ${look.width} px, ${look.colours}`, function () {
        // A test looks at some states in six languages; on a busy machine that takes its time.
        this.timeout(120_000);
        let walk: Walk | undefined;
        before(async () => {
          walk = await Walk.#begin(look, load, names);
        });
        after(() => Walk.#end());
        beforeEach(() => void (document.documentElement.lang = 'en'));
        tests(() => walk ?? fail());
      });
  }

  get width(): number {
    return this.#look.width;
  }

  /**
   * The state that the panel is in now: all of its signs are seen, in every language; nothing is said in English in
   * another one, nothing lies beyond an edge, no rule of access is broken, and Tab comes to everything and shows where
   * it is. `again` brings about anew what was worded when it happened.
   */
  async see(el: HTMLElement, state: string, signs: readonly Sign[], again?: () => Promise<unknown>): Promise<void> {
    const { width, colours, languages, triedIn, rules, isKeyed = true } = this.#look;
    for (const language of languages) {
      document.documentElement.lang = language;
      await redrawn(el);
      if (again) {
        await again();
        await redrawn(el);
      }
      const where = `${state}, ${language}, ${width} px`;
      const parts = deep(el);
      const spoken = spokenIn(el.parentElement ?? el);
      for (const sign of signs)
        expect(isSeen(sign, parts, spoken), `${where}: ${signWords(sign)} is seen`).to.equal(true);
      expect(misfits(el, width), where).to.deep.equal([]);
      if (language !== 'en')
        expect(
          englishAmong(spoken).filter((text) => !this.#names.has(text)),
          where,
        ).to.deep.equal([]);
      if (language === triedIn) expect(await findings(el, rules), `${where}, ${colours}`).to.deep.equal([]);
    }
    if (isKeyed) expect(await keyboardFaults(el), `${state}, ${width} px, by keyboard`).to.deep.equal([]);
  }
}

const signWords = (sign: Sign): string => (typeof sign === 'string' ? sign : `“${sign()}”`);

/** A selector finds something that takes place on the page; words are among what is said on it. */
function isSeen(sign: Sign, parts: readonly Element[], spoken: readonly string[]): boolean {
  if (typeof sign === 'string') return parts.some((it) => it.matches(sign) && it.checkVisibility());
  const wanted = bare(sign());
  return spoken.some((text) => bare(text).includes(wanted));
}

/** Without the marks that keep names apart from what is around them. */
const bare = (text: string): string => text.replaceAll(/[\u2066-\u2069]/gu, '').replaceAll(/\s+/gu, ' ');

/** Draws everything anew, from the outside inwards. */
async function redrawn(el: Element): Promise<void> {
  const elements = [el, ...deep(el)].filter(isDrawn);
  for (const element of elements) element.requestUpdate();
  for (let turn = 0; turn < 2; turn += 1)
    for (const element of [el, ...deep(el)].filter(isDrawn)) await element.updateComplete;
}

const isDrawn = (element: Element): element is LitElement => 'requestUpdate' in element;

function deep(root: Element | ShadowRoot): readonly Element[] {
  return [...(root instanceof Element && root.shadowRoot ? root.shadowRoot.children : []), ...root.children].flatMap(
    (child) => [child, ...deep(child)],
  );
}

const fail = (): never => {
  throw new TypeError('the walk has not begun');
};
