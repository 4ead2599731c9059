import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { customerIcon } from '../icons/customer-icon.ts';
import { StickToEnd } from '../scroll/stick-to-end.ts';
import { customerT } from '../strings/customer/index.ts';
import { inCustomerLanguage } from '../strings/customer/load.ts';
import { customerStyles } from '../styles/customer-styles.ts';
import { customerTranscriptStyles } from './customer-transcript.styles.ts';
import type { CustomerEntry } from './entry.ts';
import { renderCustomerEntry } from './render-customer-entry.ts';

/**
 * What a customer reads of their conversation. It stays at its end while they are there.
 *
 * @slot - What stands before the first line: consent, place in the queue.
 * @fires floorwalk-customer-retry - A text that failed is to be sent again.
 * @csspart transcript message notice button
 */
export class FloorwalkCustomerTranscript extends LitElement {
  static override styles = [...customerStyles, customerTranscriptStyles];

  constructor() {
    super();
    inCustomerLanguage(this);
  }

  /** The lines, oldest first, each id once. */
  @property({ attribute: false }) entries: readonly CustomerEntry[] = [];

  readonly #stick = new StickToEnd(this, () => this.renderRoot.querySelector<HTMLElement>('.transcript'));
  /** The last line that the reader had before them while they were at the end. */
  #lastRead: string | undefined;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.transcript')?.focus(options);
  }

  protected override willUpdate(): void {
    if (this.#stick.atEnd) this.#lastRead = this.entries.at(-1)?.id;
  }

  protected override render(): TemplateResult {
    const read = this.entries.findLastIndex(({ id }) => id === this.#lastRead);
    const below = read < 0 ? 0 : this.entries.length - 1 - read;
    return html`<div
        class="transcript"
        part="transcript"
        role="log"
        tabindex="0"
        aria-label=${customerT('conversation')}
      >
        <slot></slot>
        <div class="lead"></div>
        ${this.entries.map(renderCustomerEntry)}
      </div>
      ${
        below > 0
          ? html`<button class="button below" part="button" type="button" @click=${() => this.#stick.goToEnd()}>
              ${customerIcon('chevron', 'small')}${customerT('newBelow', { entries: below })}
            </button>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-customer-transcript': FloorwalkCustomerTranscript;
  }
}
