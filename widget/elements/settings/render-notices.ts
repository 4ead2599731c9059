import { channels } from '@floorwalk/core';
import { wordedKinds, wordingPlaceholders, wrongPlaceholder } from '@floorwalk/core/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { ta, wordFor } from '../../strings/administrator.ts';
import { customerNoticeTranslations, fillWording } from '../../strings/customer/index.ts';
import { channelWord, list } from '../../strings/index.ts';
import { errorOf, idOf, partOf, type Form } from './form.ts';
import { renderSaid } from './server-words.ts';

type Kind = (typeof wordedKinds)[number];

/** Names and numbers with which a wording is shown before anybody reads it. */
const sample = (kind: Kind): Readonly<Record<string, string | number>> => ({
  agent: ta('sampleAgent'),
  person: ta('samplePerson'),
  from: ta('sampleAgent'),
  to: ta('sampleTo'),
  before: 2,
  ...(kind === 'conversationEnded' ? { by: 'agent' } : {}),
});

export interface NoticesView {
  readonly language: string;
  readonly languages: readonly string[];
  readonly trouble: string;
  readonly choose: (language: string) => void;
  readonly add: (language: string) => void;
}

/** What customers read when something happens, notice by notice, in one language at a time (N1). */
export function renderNotices(form: Form, view: NoticesView): TemplateResult {
  return html`<div class="entry languages">
      <label class="inner"
        >${ta('noticeLanguage')}<select
          class="field"
          part="field"
          @change=${(event: Event) => view.choose((event.currentTarget as HTMLSelectElement).value)}
        >
          ${view.languages.map((tag) => html`<option value=${tag} ?selected=${tag === view.language}>${languageWord(tag)}</option>`)}
        </select></label
      >
      <form
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const field = (event.currentTarget as HTMLFormElement).elements.namedItem('language');
          if (field instanceof HTMLInputElement && field.value.trim() !== '') view.add(field.value.trim());
        }}
      >
        <label class="inner"
          >${ta('noticeLanguageOther')}<input
            class="field short"
            part="field"
            name="language"
            maxlength="35"
            autocomplete="off"
            aria-invalid=${view.trouble === '' ? 'false' : 'true'}
        /></label>
        <button class="button" part="button" type="submit">${ta('noticeLanguageAdd')}</button>
      </form>
      ${view.trouble === '' ? nothing : html`<p class="error" role="alert">${view.trouble}</p>`}
    </div>
    ${wordedKinds.map((kind) => renderNotice(kind, form, view.language))}`;
}

const languageWord = (tag: string): string => {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

function renderNotice(kind: Kind, form: Form, language: string): TemplateResult {
  const name = `wording.${language}:customer:${kind}`;
  const own = partOf(form, { name });
  const text = typeof own === 'string' ? own : '';
  const usual = customerNoticeTranslations.in(language)(kind, sample(kind));
  const word = wordFor(`notice_${kind}`, kind);
  const wrong = text === '' ? null : wrongPlaceholder(kind, text);
  const trouble = wrong === null ? errorOf(form, name) : ta('noticeWrongPlaceholder', { wrong });
  const write = (written: string): void => form.change(name, written === '' ? undefined : written);
  return html`<fieldset class="entry notice-words">
    <legend class="label">${word}</legend>
    <textarea
      class="field"
      part="field"
      id=${idOf(name)}
      rows="2"
      maxlength="2000"
      lang=${language}
      dir="auto"
      aria-label=${ta('noticeOwn', { notice: word })}
      placeholder=${usual}
      .value=${text}
      aria-invalid=${trouble === undefined ? 'false' : 'true'}
      aria-describedby=${trouble === undefined ? nothing : idOf(name, '-error')}
      @input=${(event: Event) => write((event.currentTarget as HTMLTextAreaElement).value)}
    ></textarea>
    ${
      wordingPlaceholders[kind].length === 0
        ? nothing
        : html`<p class="inserts">
            ${wordingPlaceholders[kind].map((placeholder) => {
              const braces = `{${placeholder}}`;
              return html`<button
                class="button"
                part="button"
                type="button"
                aria-label=${ta('noticeInsert', { placeholder: braces })}
                @click=${(event: Event) => insert(event, braces, write)}
              >
                ${braces}
              </button>`;
            })}
          </p>`
    }
    ${trouble === undefined ? nothing : html`<p class="error" id=${idOf(name, '-error')}>${typeof trouble === 'string' ? trouble : renderSaid(trouble)}</p>`}
    <p class="preview">
      <span>${ta(text === '' ? 'noticeUsual' : 'noticePreview')}</span>
      <q lang=${language} dir="auto">${text === '' ? usual : fillWording(text, sample(kind))}</q>
    </p>
    ${renderChannels(kind, form)}
  </fieldset>`;
}

/** Puts a placeholder where the cursor was. */
function insert(event: Event, braces: string, write: (text: string) => void): void {
  const area = (event.currentTarget as HTMLElement).closest('fieldset')?.querySelector('textarea');
  if (!area) return;
  area.setRangeText(braces, area.selectionStart, area.selectionEnd, 'end');
  area.focus();
  write(area.value);
}

function renderChannels(kind: Kind, form: Form): TemplateResult {
  const part = partOf(form, { name: 'silencedNotices' });
  const silenced: readonly string[] = Array.isArray(part) ? part.map(String) : [];
  const off = channels.filter((channel) => silenced.includes(`${channel}:${kind}`));
  const toggle = (name: string, isSent: boolean): void =>
    form.change('silencedNotices', isSent ? silenced.filter((other) => other !== name) : [...silenced, name]);
  return html`<details>
    <summary>
      ${ta('noticeChannels')}:
      ${off.length === 0 ? ta('noticeEveryChannel') : ta('noticeNotOn', { channels: list(off.map(channelWord)) })}
    </summary>
    <div class="choices">
      ${channels.map((channel) => {
        const name = `${channel}:${kind}`;
        return html`<label class="flag"
          ><input
            type="checkbox"
            .checked=${!silenced.includes(name)}
            @change=${(event: Event) => toggle(name, (event.currentTarget as HTMLInputElement).checked)}
          />${channelWord(channel)}</label
        >`;
      })}
    </div>
  </details>`;
}
