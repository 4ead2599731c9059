import { announce } from '../../announcer/announcer.ts';
import { t } from '../../strings/index.ts';

/** A server that answers at once needs no word about it. */
const SHOWN_AFTER_MS = 400;
/** A command that begins later than this after a press was not begun by it. */
const BEGUN_BY_MS = 100;

/** What a panel has asked of the server and waits for: its button says so, and it is not asked for twice meanwhile. */
export class UnderWay {
  readonly #asked = new Set<string>();
  #pressed: { readonly button: Element | undefined; readonly at: number } | undefined;

  /** Remembers which button was pressed; to be told before the panel hears of it. */
  readonly pressed = (event: Event): void => {
    const button = event.composedPath().find((it): it is Element => it instanceof HTMLButtonElement);
    this.#pressed = { button, at: performance.now() };
  };

  /** Asks, unless the same is asked for already: then undefined. */
  async run<T>(what: string, ask: () => Promise<T>): Promise<T | undefined> {
    if (this.#asked.has(what)) return undefined;
    this.#asked.add(what);
    const { button, at = 0 } = this.#pressed ?? {};
    const isBegunBy = performance.now() - at < BEGUN_BY_MS;
    const shown = setTimeout(() => {
      if (isBegunBy) button?.setAttribute('data-under-way', t('sending'));
      announce(t('sending'));
    }, SHOWN_AFTER_MS);
    try {
      return await ask();
    } finally {
      clearTimeout(shown);
      button?.removeAttribute('data-under-way');
      this.#asked.delete(what);
    }
  }
}
