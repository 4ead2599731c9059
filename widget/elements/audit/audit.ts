import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce, prepareAnnouncer } from '../../announcer/announcer.ts';
import { askHttp, HttpFailure, type SignIn } from '../../client/index.ts';
import { icon } from '../../icons/index.ts';
import { clockWithSeconds, day, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { auditStyles } from './audit.styles.ts';
import { exportPath, readRecord, type RecordLine, type RecordQuery } from './read-record.ts';

/** How many lines are shown of those that fit; the export has all. */
const SHOWN = 500;
const anything: RecordQuery = { about: '', what: '', from: null, to: null };

/**
 * The record of who watched, joined, assigned and configured, searchable (R4), with what it is not for (R5).
 * Administrators see all of it, supervisors and, where policy says so, agents the lines about themselves.
 */
export class FloorwalkAudit extends LitElement {
  static override styles = [...staffStyles, auditStyles];

  /** The server's origin; the page's own without it. */
  @property() server = '';
  /** In a demonstration: the role to sign in with. */
  @property() demo = '';
  /** In a demonstration: who signs in. */
  @property() user = '';
  /** Gives a fresh token of the page's identity provider. */
  @property({ attribute: false }) getToken: (() => Promise<string>) | undefined;
  /** The level of the heading. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  @state() private lines: readonly RecordLine[] | undefined;
  @state() private actions: readonly string[] = [];
  @state() private trouble = '';
  @state() private isReading = false;
  #asked = new AbortController();
  #isBegun = false;

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked.abort();
    this.#isBegun = false;
  }

  protected override updated(): void {
    // A page may give its callback after the element; until then nobody can sign in.
    if (this.#isBegun || !this.isConnected || (!this.getToken && this.demo === '')) return;
    this.#isBegun = true;
    void this.#search();
  }

  protected override render(): TemplateResult {
    return html`<section class="panel" part="panel" aria-label=${t('record')} aria-busy=${this.isReading}>
      <header part="header">
        <div role="heading" aria-level=${this.headingLevel} class="strong">${t('record')}</div>
        <p class="use">${t('recordUse')}</p>
      </header>
      ${this.#renderSearch()}
      ${this.trouble ? html`<div class="strip bad" role="alert">${icon('warning')}<span>${this.trouble}</span></div>` : nothing}
      ${this.#renderLines()}
    </section>`;
  }

  #renderSearch(): TemplateResult {
    const field = (name: string, words: string, type: string): TemplateResult =>
      html`<label
        >${words}<input class="field" part="field" name=${name} type=${type} autocomplete="off" maxlength="128"
      /></label>`;
    return html`<form
      role="search"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#search();
      }}
    >
      ${field('about', t('recordAbout'), 'text')}
      <label
        >${t('recordAction')}<select class="field" part="field" name="what">
          <option value="">${t('recordAnyAction')}</option>
          ${this.actions.map((action) => html`<option value=${action}>${action}</option>`)}
        </select></label
      >
      ${field('from', t('recordFrom'), 'datetime-local')} ${field('to', t('recordTo'), 'datetime-local')}
      <button class="button primary" part="button primary" type="submit">${t('recordSearch')}</button>
      <button class="button" part="button" type="button" @click=${() => void this.#export()}>
        ${t('recordExport')}
      </button>
    </form>`;
  }

  #renderLines(): TemplateResult | typeof nothing {
    if (this.lines === undefined) return this.isReading ? html`<p class="count">${t('recordReading')}</p>` : nothing;
    if (this.lines.length === 0)
      return html`<div class="empty" part="status">
        <strong>${t('recordNothing')}</strong>
        <p>${t('recordNothingMore')}</p>
      </div>`;
    const heads = ['recordWhen', 'recordWho', 'recordWhat', 'recordConcerns', 'recordWhere', 'recordDetails'] as const;
    return html`<p class="count" part="status">${t('recordFound', { lines: this.lines.length, shown: SHOWN })}</p>
      <div class="lines" tabindex="0" role="group" aria-label=${t('record')}>
        <table part="table">
          <thead>
            <tr>
              ${heads.map((head) => html`<th scope="col">${t(head)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.lines.slice(0, SHOWN).map(renderLine)}
          </tbody>
        </table>
      </div>`;
  }

  async #search(): Promise<void> {
    await this.#asking(async (signal) => {
      this.lines = await readRecord(this.#signIn(), this.#query(), signal);
      this.actions = [...new Set([...this.actions, ...this.lines.map(({ what }) => what)])].toSorted();
      announce(t('recordFound', { lines: this.lines.length, shown: SHOWN }));
    });
  }

  async #export(): Promise<void> {
    await this.#asking(async (signal) => {
      const response = await askHttp(this.#signIn(), exportPath(this.#query()), signal);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = 'record.jsonl';
      link.click();
      URL.revokeObjectURL(link.href);
      announce(t('recordExported'));
    });
  }

  /** One question at a time: a newer one ends the older. */
  async #asking(ask: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#asked.abort();
    const asked = (this.#asked = new AbortController());
    this.isReading = true;
    this.trouble = '';
    try {
      await ask(asked.signal);
    } catch (error) {
      if (!asked.signal.aborted) this.trouble = error instanceof HttpFailure ? error.message : t('recordNotRead');
    } finally {
      if (this.#asked === asked) this.isReading = false;
    }
  }

  #query(): RecordQuery {
    const form = this.renderRoot.querySelector('form');
    if (!form) return anything;
    const data = new FormData(form);
    const text = (name: string): string => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const time = (name: string): number | null => (text(name) === '' ? null : new Date(text(name)).getTime());
    return { about: text('about'), what: text('what'), from: time('from'), to: time('to') };
  }

  #signIn(): SignIn {
    const { server, getToken, demo, user } = this;
    return { server: server || location.origin, getToken, demo, user };
  }
}

function renderLine({ at, who, through, what, about, conversation, details }: RecordLine): TemplateResult {
  const whose = through === undefined ? who : t('recordWhoThrough', { who, through });
  const said = Object.entries(details).map(([name, value]) => `${name}: ${String(value)}`);
  return html`<tr>
    <td>${day(at)} ${clockWithSeconds(at)}</td>
    <td dir="auto">${whose}</td>
    <td>${what}</td>
    <td dir="auto">${about.join(', ')}</td>
    <td dir="auto">${conversation ?? ''}</td>
    <td dir="auto">${said.join(', ')}</td>
  </tr>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-audit': FloorwalkAudit;
  }
}
