import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { KeepFocus } from '../focus/keep-focus.ts';
import { icon } from '../icons/index.ts';
import { clock, t } from '../strings/index.ts';
import { staffStyles } from '../styles/index.ts';
import type { TranscriptEntry } from './entry.ts';
import { renderEntry } from './render-entry.ts';
import { StickToEnd } from '../scroll/stick-to-end.ts';
import { transcriptStyles } from './transcript.styles.ts';
import { inStaffLanguage } from '../strings/load.ts';

/**
 * What was said on both planes, as staff read it: bubbles float, internal slips touch the edge, notices stand between
 * them. It stays at its end while the reader is there, and counts what is new below when they are not.
 *
 * @fires floorwalk-draft-requested - A note is wanted as a draft for the customer.
 * @fires floorwalk-retry-requested - A text that failed is to be sent again.
 * @csspart transcript message slip notice button
 */
export class FloorwalkTranscript extends LitElement {
  constructor() {
    super();
    inStaffLanguage(this);
    new KeepFocus(this);
  }

  static override styles = [...staffStyles, transcriptStyles];

  /** The lines, oldest first, each id once. */
  @property({ attribute: false }) entries: readonly TranscriptEntry[] = [];
  /** The reader's own id. */
  @property() self = '';
  /** The customer's name. */
  @property() customer = '';
  /** Whether others' notes may be made drafts for the customer (B4). */
  @property({ type: Boolean, attribute: 'may-draft' }) mayDraft = false;
  /** When this reader last looked; a line marks what is newer (B6). Null: no line. */
  @property({ attribute: false }) lookedAt: number | null = null;
  /** The conversation; with another one the reader starts at its end. */
  @property() conversation = '';

  readonly #stick = new StickToEnd(this, () => this.renderRoot.querySelector<HTMLElement>('.transcript'));
  /** The last line that the reader had before them while they were at the end. */
  #lastRead: string | undefined;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.transcript')?.focus(options);
  }

  /** Goes to the newest line. */
  goToEnd(): void {
    this.#stick.goToEnd();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversation')) this.#stick.goToEnd();
    if (this.#stick.atEnd) this.#lastRead = this.entries.at(-1)?.id;
  }

  protected override render(): TemplateResult {
    const reader = { self: this.self, customer: this.customer, mayDraft: this.mayDraft };
    const newest = this.#firstNew();
    const below = this.#countBelow();
    return html`<div class="transcript" part="transcript" role="log" tabindex="0" aria-label=${t('transcript')}>
        <div class="lead"></div>
        ${this.entries.length === 0 ? html`<p class="notice">${t('nothingYet')}</p>` : nothing}
        ${repeat(
          this.entries,
          ({ type, plane, id }) => `${type} ${plane} ${id}`,
          (entry, index) => html`${index === newest ? this.#renderSince() : nothing}${renderEntry(entry, reader)}`,
        )}
      </div>
      ${
        below > 0
          ? html`<button class="button pill below" part="button" type="button" @click=${() => this.goToEnd()}>
              ${icon('chevron', 'small')}${t('newBelow', { entries: below })}
            </button>`
          : nothing
      }`;
  }

  #firstNew(): number {
    const { lookedAt } = this;
    if (lookedAt === null) return -1;
    const first = this.entries.findIndex(({ at }) => at > lookedAt);
    return first > 0 ? first : -1;
  }

  #countBelow(): number {
    const read = this.entries.findLastIndex(({ id }) => id === this.#lastRead);
    return read < 0 ? 0 : this.entries.length - 1 - read;
  }

  #renderSince(): TemplateResult {
    return html`<div class="since">${t('newSince', { clock: clock(this.lookedAt ?? 0) })}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-transcript': FloorwalkTranscript;
  }
}
