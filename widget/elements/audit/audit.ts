import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce, prepareAnnouncer } from '../../announcer/announcer.ts';
import { askHttp, HttpFailure, type SignIn } from '../../client/index.ts';
import { KeepFocus } from '../../focus/keep-focus.ts';
import { icon } from '../../icons/index.ts';
import { ta } from '../../strings/administrator.ts';
import { clock, day, number } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { renderDetail } from '../panel/render-detail.ts';
import { renderSaid, saidBy, type Said } from '../settings/server-words.ts';
import { auditStyles } from './audit.styles.ts';
import type { Names } from './line-words.ts';
import { exportPath, readPage, readSeals, type RecordLine, type RecordQuery, type Seals } from './read-record.ts';
import { renderLines } from './render-lines.ts';
import { queryOf, renderSearch } from './render-search.ts';
import { inAdministratorLanguage } from '../../strings/load-administrator.ts';

/** A page is read on until it has so many lines, or until somebody waits no longer. */
const ENOUGH = 50;

/**
 * The record of who watched, joined, assigned and configured, searchable and in words (R4), with what it is not for (R5).
 * Administrators see all of it and whether it is as it was sealed; supervisors and, where policy says so, agents the lines
 * about themselves.
 *
 * @attr own - Shows no more than a reader of their own lines needs: no export, no seals.
 * @csspart panel header field button primary status
 */
export class FloorwalkAudit extends LitElement {
  constructor() {
    super();
    inAdministratorLanguage(this);
    new KeepFocus(this);
  }

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
  /** Shows no more than a reader of their own lines needs. */
  @property({ type: Boolean }) own = false;

  @state() private lines: readonly RecordLine[] | undefined;
  @state() private next: number | null = null;
  @state() private names: Names = { names: {}, conversations: {} };
  @state() private seals: Seals | 'reading' | undefined;
  @state() private trouble: Said | 'recordNotRead' | 'recordNotOpen' | 'recordWrongTimes' | undefined;
  @state() private looking = '';
  @state() private isReading = false;
  #query: RecordQuery = queryOf(null);
  #asked = new AbortController();
  #gone = new AbortController();
  #isBegun = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#gone = new AbortController();
    prepareAnnouncer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked.abort();
    this.#gone.abort();
    this.#isBegun = false;
  }

  protected override updated(): void {
    // A page may give its callback after the element; until then nobody can sign in.
    if (this.#isBegun || !this.isConnected || (!this.getToken && this.demo === '')) return;
    this.#isBegun = true;
    void this.#search();
    if (!this.own) void this.#checkSeals();
  }

  protected override render(): TemplateResult {
    return html`<section class="panel" part="panel" aria-label=${ta('record')} aria-busy=${this.isReading}>
      <header part="header">
        <div role="heading" aria-level=${this.headingLevel} class="title strong">${ta('record')}</div>
        <p class="use">${this.own ? ta('recordOwn') : ''} ${ta('recordUse')}</p>
      </header>
      ${this.own ? nothing : this.#renderSeals()}
      ${renderSearch(!this.own, {
        search: () => void this.#search(),
        clear: () => void this.#search(),
        exports: () => void this.#export(),
      })}
      ${this.trouble ? html`<div class="strip bad" role="alert">${icon('warning')}<span>${typeof this.trouble === 'string' ? ta(this.trouble) : renderSaid(this.trouble)}</span></div>` : nothing}
      ${this.#renderFound()}
    </section>`;
  }

  #renderSeals(): TemplateResult | typeof nothing {
    const { seals } = this;
    if (seals === undefined) return nothing;
    if (seals === 'reading')
      return html`<p class="seal" part="status">${icon('lock', 'small')}${ta('sealReading')}</p>`;
    if (!seals.ok)
      return html`<div class="strip bad" role="alert">
        ${icon('warning')}<span>${ta('sealBroken', { offset: number(seals.offset) })}${renderDetail(seals.why)}</span>
      </div>`;
    const { lines, unsealed, anchor } = seals;
    return html`<p class="seal" part="status">
      ${icon('lock', 'small')}<span>${ta('sealGood', { lines: number(lines), unsealed: number(unsealed) })}</span>
      ${
        anchor.offset === 0
          ? nothing
          : html`<span class="quiet anchor" dir="ltr"
              >${ta('sealNote', { offset: String(anchor.offset), link: anchor.link })}</span
            >`
      }
      <button class="button" part="button" type="button" @click=${() => void this.#checkSeals()}>
        ${ta('sealCheck')}
      </button>
    </p>`;
  }

  #renderFound(): TemplateResult | typeof nothing {
    const { lines, isReading, looking } = this;
    const said = looking === '' ? ta('recordReading') : looking;
    if (lines === undefined) return isReading ? html`<p class="count" part="status">${said}</p>` : nothing;
    if (lines.length === 0 && !isReading)
      return html`<div class="empty" part="status">
        <strong>${ta('recordNothing')}</strong>
        <p>${ta('recordNothingMore')}</p>
      </div>`;
    return html`<p class="count" part="status">${isReading ? said : this.#countWords()}</p>
      <div class="lines" tabindex="0" role="group" aria-label=${ta('record')}>
        ${renderLines(lines, this.names)}
        ${
          this.next === null || isReading
            ? nothing
            : html`<p class="older">
                <button class="button" part="button" type="button" @click=${() => void this.#older()}>
                  ${ta('recordOlder')}
                </button>
              </p>`
        }
      </div>`;
  }

  #countWords(): string {
    const count = { lines: this.lines?.length ?? 0 };
    return this.next === null ? ta('recordAll', count) : ta('recordSoFar', count);
  }

  async #search(): Promise<void> {
    const query = queryOf(this.renderRoot.querySelector('form'));
    if (query.from !== null && query.to !== null && query.to < query.from) {
      this.trouble = 'recordWrongTimes';
      return;
    }
    await this.#asking(async (signal) => {
      this.#query = query;
      await this.#readOn([], null, signal);
      announce(this.#countWords());
    });
  }

  async #older(): Promise<void> {
    const { lines = [], next } = this;
    await this.#asking((signal) => this.#readOn(lines, next, signal));
  }

  /** A rare line may lie far back: it is read on, and said how far, until there are enough or none. */
  async #readOn(before: readonly RecordLine[], from: number | null, signal: AbortSignal): Promise<void> {
    let found = before;
    for (let next = from, isFirst = true; isFirst || (next !== null && found.length < before.length + ENOUGH);) {
      isFirst = false;
      const page = await readPage(this.#signIn(), this.#query, next, signal);
      found = [...found, ...page.items];
      next = page.next;
      this.names = {
        names: { ...this.names.names, ...page.names },
        conversations: { ...this.names.conversations, ...page.conversations },
      };
      this.lines = found;
      this.next = next;
      const oldest = page.items.at(-1);
      this.looking = oldest ? ta('recordLooking', { clock: `${day(oldest.at)} ${clock(oldest.at)}` }) : this.looking;
    }
    this.looking = '';
  }

  async #export(): Promise<void> {
    await this.#asking(async (signal) => {
      const query = queryOf(this.renderRoot.querySelector('form'));
      const response = await askHttp(this.#signIn(), exportPath(query), signal);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await response.blob());
      link.download = 'record.jsonl';
      link.click();
      URL.revokeObjectURL(link.href);
      announce(ta('recordExported'));
    });
  }

  async #checkSeals(): Promise<void> {
    this.seals = 'reading';
    try {
      this.seals = await readSeals(this.#signIn(), this.#gone.signal);
    } catch {
      // Only administrators may; whoever reads their own lines is not told about it.
      this.seals = undefined;
    }
  }

  /** One question at a time: a newer one ends the older. */
  async #asking(ask: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#asked.abort();
    const asked = (this.#asked = new AbortController());
    this.isReading = true;
    this.trouble = undefined;
    try {
      await ask(asked.signal);
    } catch (error) {
      if (!asked.signal.aborted) this.trouble = this.#troubleOf(error);
    } finally {
      if (this.#asked === asked) this.isReading = false;
    }
  }

  #troubleOf(error: unknown): Said | 'recordNotRead' | 'recordNotOpen' {
    if (!(error instanceof HttpFailure)) return 'recordNotRead';
    return this.own && error.problem.refusal === 'role' ? 'recordNotOpen' : saidBy(error);
  }

  #signIn(): SignIn {
    const { server, getToken, demo, user } = this;
    return { server: server || location.origin, getToken, demo, user };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-audit': FloorwalkAudit;
  }
}
