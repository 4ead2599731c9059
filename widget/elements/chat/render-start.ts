import { html, nothing, type TemplateResult } from 'lit/html.js';
import { customerT } from '../../strings/customer/index.ts';

/** What the customer filled in. */
export interface Filled {
  readonly name: string;
  readonly subject: string;
}

interface StartView {
  /** What the page knows is not asked. */
  readonly knows: Filled;
  readonly isOpening: boolean;
  readonly trouble: string;
  readonly onStart: (filled: Filled) => void;
}

/** The form of a new conversation; it stays as it is while one opens, so that nothing is lost where that fails. */
export const renderStart = ({ knows, isOpening, trouble, onStart }: StartView): TemplateResult =>
  html`<form
    class="start"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      if (!isOpening) onStart(filledIn(event.currentTarget as HTMLFormElement));
    }}
  >
    ${knows.name ? nothing : html`<label><span class="label">${customerT('yourName')}</span><input class="field" part="field" name="name" autocomplete="name" maxlength="200" required ?readonly=${isOpening} /></label>`}
    ${knows.subject ? nothing : html`<label><span class="label">${customerT('whatIsItAbout')}</span><input class="field" part="field" name="subject" maxlength="300" ?readonly=${isOpening} /></label>`}
    ${trouble ? html`<p role="alert">${trouble}</p>` : nothing}
    <p class="muted">${customerT('consent')}</p>
    <button class="button primary" part="button primary" type="submit" aria-disabled=${isOpening}>
      ${customerT(isOpening ? 'opening' : 'start')}
    </button>
  </form>`;

function filledIn(form: HTMLFormElement): Filled {
  const fields = new FormData(form);
  const text = (field: string): string => {
    const value = fields.get(field);
    return typeof value === 'string' ? value.trim() : '';
  };
  return { name: text('name'), subject: text('subject') };
}
