import { messageId } from '../message/message-id.ts';
import type { KeptChat } from './kept-chat.ts';

/** `asked`: on its way; `waits`: it cannot be done now and is tried again by itself. */
export type Ending = 'asked' | 'waits' | undefined;

const AGAIN_MS = 5_000;

/** The customer's wish to end the conversation: kept by the device until it is done, or taken back. */
export class WishToEnd {
  readonly #kept: KeptChat;
  readonly #send: (id: string) => boolean;
  readonly #changed: () => void;
  #id: string | undefined;
  #state: Ending;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(kept: KeptChat, send: (id: string) => boolean, changed: () => void) {
    this.#kept = kept;
    this.#send = send;
    this.#changed = changed;
    this.#id = kept.ending();
    this.#state = this.#id === undefined ? undefined : 'waits';
  }

  get state(): Ending {
    return this.#state;
  }

  wish(): void {
    this.#id ??= messageId();
    this.#kept.keepEnding(this.#id);
    this.try();
  }
  /** Asks the server, where there is a connection; again after a while without an end. */
  try(): void {
    clearTimeout(this.#again);
    if (this.#id === undefined) return;
    const isSent = this.#send(this.#id);
    this.#state = isSent ? 'asked' : 'waits';
    if (isSent) this.#again = setTimeout(() => this.try(), AGAIN_MS * 2);
    this.#changed();
  }
  /** The connection is gone. */
  hold(): void {
    clearTimeout(this.#again);
    if (this.#id !== undefined) this.#state = 'waits';
  }
  refused(id: string): void {
    if (id !== this.#id) return;
    this.hold();
    this.#again = setTimeout(() => this.try(), AGAIN_MS);
    this.#changed();
  }
  /** It has ended, or the customer goes on. */
  forget(): void {
    clearTimeout(this.#again);
    this.#id = undefined;
    this.#state = undefined;
    this.#kept.keepEnding(undefined);
  }
  /** Stops trying for now; the device still knows. */
  close(): void {
    clearTimeout(this.#again);
  }
}
