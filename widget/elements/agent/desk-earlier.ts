import { readEarlierItem, readEntry, type Detail, type EarlierItem } from '@floorwalk/core/protocol';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LiveClient } from '../../client/index.ts';
import { icon } from '../../icons/index.ts';
import { clockOrDay, shortName, t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { defineTranscript, type TranscriptEntry } from '../../transcript/index.ts';
import { allParts } from '../panel/all-parts.ts';
import { inStaffLanguage } from '../../strings/load.ts';

defineTranscript();

const outcomes: Readonly<Record<string, 'endedByAgent' | 'endedByCustomer' | 'endedUnanswered'>> = {
  endedByAgent: 'endedByAgent',
  endedByCustomer: 'endedByCustomer',
  customerGone: 'endedByCustomer',
  unanswered: 'endedUnanswered',
};

const styles = css`
  :host {
    display: grid;
    gap: 6px;
  }
  .title-line {
    font-weight: var(--_weight-strong);
  }
  .record {
    display: grid;
    grid-template-columns: 52px minmax(0, 1fr);
    gap: 0 8px;
    justify-content: start;
    inline-size: 100%;
    padding-block: 4px;
    text-align: start;
  }
  .record .caption {
    grid-column: 2;
  }
  .back {
    justify-self: start;
  }
  floorwalk-transcript {
    block-size: 280px;
    border: 1px solid var(--_line);
  }
`;

/** The customer's earlier conversations that this agent may read: a list, and one of them at a time, read only (M9). */
export class DeskEarlier extends LitElement {
  constructor() {
    super();
    inStaffLanguage(this);
  }

  static override styles = [...staffStyles, styles];

  @property({ attribute: false }) live: LiveClient | undefined;
  /** The conversation in hand. */
  @property({ attribute: false }) detail: Detail | undefined;
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  @state() private items: readonly EarlierItem[] | undefined;
  @state() private opened: EarlierItem | undefined;
  @state() private entries: readonly TranscriptEntry[] | undefined;
  @state() private failed = false;
  #of = '';

  protected override willUpdate(): void {
    const id = this.detail?.id ?? '';
    if (!this.live || id === this.#of) return;
    this.#of = id;
    this.items = undefined;
    this.opened = undefined;
    this.failed = false;
    if (id !== '') void this.#list(id);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { detail } = this;
    if (!detail) return nothing;
    const customer = shortName(detail.customer.name);
    return html`<div role="heading" aria-level=${this.headingLevel} class="title-line">
        ${t('earlierWith', { customer })}
      </div>
      ${this.failed ? html`<p class="caption" role="status">${t('earlierFailed')}</p>` : nothing}
      ${this.opened ? this.#renderRecord(this.opened, detail) : this.#renderList()}`;
  }

  #renderList(): TemplateResult | typeof nothing {
    if (!this.items) return nothing;
    if (this.items.length === 0) return html`<p class="caption quiet">${t('earlierNone')}</p>`;
    const now = this.live?.now() ?? 0;
    return html`${this.items.map(
      (item) =>
        html`<button class="button plain record" part="button" type="button" @click=${() => void this.#open(item)}>
          <span class="quiet">${clockOrDay(item.closedAt, now)}</span
          ><span class="cut" dir="auto">${item.subject || t('noSubject')}</span>
          <span class="caption quiet">${t(outcomes[item.outcome] ?? 'endedOtherwise')}</span>
        </button>`,
    )}`;
  }

  #renderRecord(item: EarlierItem, { customer }: Detail): TemplateResult {
    return html`<button class="button plain back" part="button" type="button" @click=${() => (this.opened = undefined)}>
        ${t('earlierBack')}
      </button>
      <span class="cut" dir="auto">${item.subject || t('noSubject')}</span>
      <span class="caption quiet">${t('earlierOf', { agent: item.agent?.name ?? '', queue: item.queue.name })}</span>
      ${this.entries ? html`<floorwalk-transcript exportparts=${allParts} part="transcript" .entries=${this.entries} customer=${customer.name} conversation=${item.id}></floorwalk-transcript>` : nothing}
      <span class="caption line">${icon('lock', 'small')}${t('earlierReadOnly')}</span>`;
  }

  async #list(id: string): Promise<void> {
    const found = await this.#read(`/v1/conversations/${encodeURIComponent(id)}/earlier`);
    if (id !== this.#of) return;
    this.items = found?.map(readEarlierItem).filter((item) => item !== undefined);
  }

  async #open(item: EarlierItem): Promise<void> {
    this.opened = item;
    this.entries = undefined;
    const found = await this.#read(`/v1/conversations/${encodeURIComponent(item.id)}/messages`);
    if (this.opened !== item) return;
    this.entries = found && linesOf(found);
  }

  /** The items of a list; undefined where it cannot be read now, which is said. */
  async #read(path: string): Promise<readonly unknown[] | undefined> {
    const answer = await this.live?.get(path).catch(() => undefined);
    const body = answer?.body;
    const items = typeof body === 'object' && body !== null && 'items' in body ? body.items : undefined;
    this.failed = answer?.ok !== true || !Array.isArray(items);
    return this.failed ? undefined : (items as readonly unknown[]);
  }
}

/** Of an event that has a line for the customer and one for the house, the house's; receipts no longer matter. */
function linesOf(found: readonly unknown[]): readonly TranscriptEntry[] {
  const entries = found.map(readEntry).filter((entry) => entry !== undefined);
  const twins = new Set(entries.flatMap((entry) => (entry.type === 'notice' && entry.twin ? [entry.twin] : [])));
  return entries
    .filter(({ id }) => !twins.has(id))
    .map((entry) => (entry.type === 'notice' ? { ...entry, receipt: undefined } : entry));
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-desk-earlier': DeskEarlier;
  }
}
