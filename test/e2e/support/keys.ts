import assert from 'node:assert/strict';
import type { Seat } from './stage.ts';

/** A page that is worked with by keyboard alone. */
export interface Keys {
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /**
   * Presses Tab, or Shift Tab, until what has the focus is called so. Wherever it comes to has a ring around it, and the
   * focus was not lost by what happened since it was last moved.
   */
  to(name: RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Goes there and presses Enter. */
  enter(name: RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Waits until what has the focus is called so. */
  waitFor(name: RegExp): Promise<void>;
}

/** More than any page has stops. */
const MOST_STOPS = 120;

/** The keyboard of a page. No pointer is used anywhere. */
export function keysOn({ page }: Seat): Keys {
  const seen = async (): Promise<Focused> => (await page.evaluate(whatHasTheFocus, '')) ?? { name: '', hasRing: false };
  // Before the first Tab nothing has the focus.
  let hasBegun = false;
  const keys: Keys = {
    press: async (...wanted) => {
      for (const key of wanted) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    to: async (name, key = 'Tab') => {
      if (hasBegun)
        await keys.waitFor(/./u).catch(() => assert.fail(`on the way to ${String(name)} the focus was lost`));
      hasBegun = true;
      const stops: string[] = [];
      for (let stop = 0; stop < MOST_STOPS; stop += 1) {
        await page.keyboard.press(key);
        const now = await seen();
        assert.ok(now.hasRing || now.name === '', `the focus is seen on ${now.name}`);
        stops.push(now.name);
        if (name.test(now.name)) return;
      }
      assert.fail(`${key} does not come to ${String(name)}, but to ${stops.join(' | ')}`);
    },
    enter: async (name, key) => {
      await keys.to(name, key);
      await page.keyboard.press('Enter');
    },
    waitFor: async (name) => {
      await page.waitForFunction(whatHasTheFocus, name.source);
    },
  };
  return keys;
}

interface Focused {
  readonly name: string;
  readonly hasRing: boolean;
}

/** Runs in the page; nothing unless it is called as wanted. */
function whatHasTheFocus(wanted: string): Focused | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return undefined;
  // Within a field of a date the browser itself shows where one is.
  let hasRing = at instanceof HTMLInputElement && at.type === 'datetime-local';
  for (let it: Element | null = at, steps = 0; it && steps < 4; it = it.parentElement, steps += 1) {
    const { outlineStyle, outlineWidth } = getComputedStyle(it);
    hasRing ||= outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  }
  const isField =
    at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
  const label = isField ? [...((at as HTMLInputElement).labels ?? [])].map((it) => it.textContent).join(' ') : '';
  const words = at.getAttribute('aria-label') ?? (label || at.textContent || '');
  const what = at.getAttribute('role') ?? at.localName;
  const name = `${what} ${words.replaceAll(/\s+/gu, ' ').trim()}`;
  return new RegExp(wanted, 'u').test(name) ? { name, hasRing } : undefined;
}
