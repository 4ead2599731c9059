import { wordingKey } from '@floorwalk/core/directory';
import { ta } from '../../strings/administrator.ts';
import { customerLanguages, loadCustomerLanguage } from '../../strings/customer/load.ts';
import { pageLocale } from '../../strings/index.ts';
import type { NoticesView } from './render-notices.ts';

/** The languages in which notices are worded: those that the chat speaks, those that have words, and those added here. */
export class Languages {
  readonly #redraw: () => void;
  readonly #added = new Set<string>();
  #chosen = pageLocale().split('-')[0] ?? 'en';
  #trouble = '';

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  view(wording: unknown): NoticesView {
    const worded = Object.keys((wording ?? {}) as object).flatMap((key) => wordingKey(key)?.locale ?? []);
    const languages = [...new Set(['en', ...Object.keys(customerLanguages), ...worded, ...this.#added])].toSorted();
    return {
      language: this.#chosen,
      languages: languages.includes(this.#chosen) ? languages : [...languages, this.#chosen],
      trouble: this.#trouble,
      choose: (language) => this.#choose(language),
      add: (language) => {
        this.#trouble = wordingKey(`${language}:customer:consent`) ? '' : ta('noticeLanguageWrong');
        if (this.#trouble !== '') return this.#redraw();
        this.#added.add(language);
        this.#choose(language);
      },
    };
  }

  #choose(language: string): void {
    this.#chosen = language;
    // What customers read without words of the house's own is shown in their language.
    void loadCustomerLanguage(language)?.then(this.#redraw);
    this.#redraw();
  }
}
