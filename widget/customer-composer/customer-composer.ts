import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CustomerMessageEvent, CustomerTypingEvent } from '../events/customer-events.ts';
import { customerIcon } from '../icons/customer-icon.ts';
import { messageId } from '../message/message-id.ts';
import { MAX_TEXT, judgeText } from '../message/message-text.ts';
import { enterKind } from '../message/submit-key.ts';
import { typingPace } from '../message/typing-pace.ts';
import { number } from '../strings/format.ts';
import { customerT } from '../strings/customer/index.ts';
import { inCustomerLanguage } from '../strings/customer/load.ts';
import { customerStyles } from '../styles/customer-styles.ts';
import { customerComposerStyles } from './customer-composer.styles.ts';

/**
 * Where a customer writes. Enter sends, Shift Enter makes a new line.
 *
 * @fires floorwalk-customer-message - A text is to be sent, with its id.
 * @fires floorwalk-customer-typing - The customer types.
 * @csspart composer field button primary
 */
export class FloorwalkCustomerComposer extends LitElement {
  static override styles = [...customerStyles, customerComposerStyles];

  constructor() {
    super();
    inCustomerLanguage(this);
  }

  /** What the empty field says; empty says "Write a message". */
  @property() placeholder = '';
  /** The text that is not sent yet; the chat may keep it. */
  @property({ attribute: false }) draft = '';

  /** Whether the customer tried to send what is too long. */
  @state() private refused = false;

  readonly #typingNow = typingPace();

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('textarea')?.focus(options);
  }

  protected override render(): TemplateResult {
    const verdict = judgeText(this.draft);
    const tooLong = verdict === 'tooLong';
    return html`<div class="compose" part="composer">
      <textarea
        class="field"
        part="field"
        rows="1"
        dir="auto"
        enterkeyhint="send"
        aria-label=${customerT('yourMessage')}
        aria-describedby="length"
        aria-invalid=${tooLong}
        placeholder=${this.placeholder || customerT('writeAMessage')}
        .value=${this.draft}
        @input=${this.#onInput}
        @keydown=${this.#onKeyDown}
      ></textarea>
      <button
        class="button primary square"
        part="button primary"
        type="button"
        aria-label=${customerT('send')}
        aria-disabled=${verdict === 'empty' || tooLong}
        @click=${this.#submit}
      >
        ${customerIcon('send')}
      </button>
      <div id="length" class="length caption critical" role=${this.refused ? 'alert' : nothing} ?hidden=${!tooLong}>
        ${tooLong ? customerT('tooLong', { length: number(this.draft.length), limit: number(MAX_TEXT) }) : ''}
      </div>
    </div>`;
  }

  #onInput(event: InputEvent): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.draft = event.target.value;
    this.refused &&= judgeText(this.draft) === 'tooLong';
    if (this.draft !== '' && this.#typingNow(event.timeStamp)) this.dispatchEvent(new CustomerTypingEvent());
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (enterKind(event) !== 'plain') return;
    event.preventDefault();
    this.#submit();
  }

  #submit(): void {
    const verdict = judgeText(this.draft);
    this.refused = verdict === 'tooLong';
    if (verdict === 'empty' || verdict === 'tooLong') return;
    const sent = this.dispatchEvent(new CustomerMessageEvent(this.draft.trim().toWellFormed(), messageId()));
    if (sent) this.draft = '';
    this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalk-customer-composer': FloorwalkCustomerComposer;
  }
}
