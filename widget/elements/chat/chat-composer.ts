import { html, nothing, type TemplateResult } from 'lit/html.js';
import { CustomerMessageEvent, CustomerTypingEvent } from '../../events/customer-events.ts';
import { customerIcon } from '../../icons/customer-icon.ts';
import { messageId } from '../../message/message-id.ts';
import { MAX_TEXT, judgeText } from '../../message/message-text.ts';
import { enterKind } from '../../message/submit-key.ts';
import { typingPace } from '../../message/typing-pace.ts';
import { number } from '../../strings/format.ts';
import { customerT } from '../../strings/customer/index.ts';

/** What the composer is in: it is told what a page may hear or prevent, and draws it. */
interface Host extends EventTarget {
  readonly renderRoot: ParentNode;
  requestUpdate(): void;
}

/** What is done with what the customer writes. */
interface Deeds {
  readonly say: (text: string, id: string) => void;
  readonly typing: () => void;
}

/** Where a customer writes. Enter sends, Shift Enter makes a new line; what is too long is refused and never cut. */
export class ChatComposer {
  readonly #host: Host;
  readonly #deeds: Deeds;
  readonly #typingNow = typingPace();
  #draft = '';
  /** Whether the customer tried to send what is too long. */
  #isRefused = false;

  constructor(host: Host, deeds: Deeds) {
    this.#host = host;
    this.#deeds = deeds;
  }

  /** Forgets what was not sent. */
  clear(): void {
    this.#draft = '';
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    const verdict = judgeText(this.#draft);
    const tooLong = verdict === 'tooLong';
    const words = { length: number(this.#draft.length), limit: number(MAX_TEXT) };
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
        placeholder=${customerT('writeAMessage')}
        .value=${this.#draft}
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
      <div id="length" class="length caption critical" role=${this.#isRefused ? 'alert' : nothing} ?hidden=${!tooLong}>
        ${tooLong ? customerT('tooLong', words) : ''}
      </div>
    </div>`;
  }

  readonly #onInput = ({ target, timeStamp }: InputEvent): void => {
    this.#draft = (target as HTMLTextAreaElement).value;
    this.#isRefused &&= judgeText(this.#draft) === 'tooLong';
    this.#host.requestUpdate();
    if (this.#draft === '' || !this.#typingNow(timeStamp)) return;
    this.#host.dispatchEvent(new CustomerTypingEvent());
    this.#deeds.typing();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (enterKind(event) !== 'plain') return;
    event.preventDefault();
    this.#submit();
  };

  readonly #submit = (): void => {
    const verdict = judgeText(this.#draft);
    this.#isRefused = verdict === 'tooLong';
    this.#host.requestUpdate();
    if (verdict === 'empty' || verdict === 'tooLong') return;
    const event = new CustomerMessageEvent(this.#draft.trim().toWellFormed(), messageId());
    if (this.#host.dispatchEvent(event)) {
      this.clear();
      this.#deeds.say(event.text, event.id);
    }
    this.#host.renderRoot.querySelector('textarea')?.focus();
  };
}
