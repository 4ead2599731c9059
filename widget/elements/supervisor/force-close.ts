import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LiveClient } from '../../client/index.ts';
import { PanelClosedEvent } from '../../events/floor-events.ts';
import { icon } from '../../icons/index.ts';
import { t } from '../../strings/index.ts';
import { staffStyles } from '../../styles/index.ts';
import { FloorwalkPanel } from '../panel/floorwalk-panel.ts';
import { forceCloseStyles } from './force-close.styles.ts';

/** The customer's words as the server will send them, and their language. */
interface Reads {
  readonly words: string;
  readonly lang: string;
}

/**
 * Closes a conversation for good: with a reason, and after the customer's words were shown (B1).
 *
 * @fires floorwalk-panel-closed - Done or cancelled.
 */
export class FloorwalkForceClose extends FloorwalkPanel {
  static override styles = [...staffStyles, forceCloseStyles];

  @property() conversation = '';
  @property() customer = '';
  @state() private reason = '';
  @state() private trouble = '';
  /** What the customer will read; null: nothing, undefined: the server has not said it. */
  @state() private reads: Reads | null | undefined;

  protected override opened(client: LiveClient, signal: AbortSignal): void {
    // Nothing is written by asking, so what stands for the reason is not read by anybody.
    const asked = { type: 'force-close', conversation: this.conversation, reason: '-' } as const;
    void client.command(asked, true).then((outcome) => {
      if (signal.aborted) return;
      if (outcome.ok) this.reads = (outcome.result as { customerReads?: Reads | null } | null)?.customerReads;
      else this.trouble = this.failure(outcome) ?? '';
    });
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    const { customer } = this;
    return html`<form @submit=${this.#onSubmit}>
      <div role="heading" aria-level=${this.headingLevel} class="title strong" dir="auto">
        ${t('forceCloseTitle', { customer })}
      </div>
      ${this.#renderReads()}
      <p>${t('forceCloseFinal')}</p>
      <label
        ><span class="label">${t('reason')} <small>${t('required')}</small></span
        ><input
          class="field"
          part="field"
          maxlength="1000"
          .value=${this.reason}
          @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)}
      /></label>
      ${this.trouble ? html`<div class="strip bad" role="alert">${icon('warning')}<span>${this.trouble}</span></div>` : nothing}
      <div class="buttons">
        <button class="button" part="button" type="button" @click=${() => this.#close()}>${t('cancel')}</button>
        <button class="button primary" part="button primary" type="submit" aria-disabled=${this.reason.trim() === ''}>
          ${t('forceCloseConfirm')}
        </button>
      </div>
    </form>`;
  }

  #renderReads(): TemplateResult | typeof nothing {
    const { customer, reads } = this;
    if (reads === undefined) return nothing;
    return reads === null
      ? html`<p>${t('forceCloseNotTold', { customer })}</p>`
      : html`<p>${t('forceCloseTold', { customer })} <q lang=${reads.lang} dir="auto">${reads.words}</q></p>`;
  }

  #close(): void {
    this.dispatchEvent(new PanelClosedEvent());
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const reason = this.reason.trim();
    if (reason === '') return;
    const outcome = await this.carryOut({ type: 'force-close', conversation: this.conversation, reason });
    this.trouble = outcome ? (this.failure(outcome) ?? '') : '';
    if (outcome?.ok) this.#close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-force-close': FloorwalkForceClose;
  }
}
