import { messageId } from '../message/message-id.ts';
import type { KeptChat } from './kept-chat.ts';

/** A text of the customer's that the server has not sent back yet. */
export interface OwnText {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  /** On its way, kept until there is a connection, or failed: then the customer says when to try again. */
  status: 'sending' | 'kept' | 'failed';
}

/** Sends one text now; says whether it could. */
type Send = (id: string, text: string) => boolean;

const ANSWER_MS = 10_000;

/**
 * What the customer has written and the server does not have yet. The device keeps it, so that it survives a reload; a
 * second tab that finds it sends it under the same id, which stores it once (P4).
 */
export class Outbox {
  readonly #kept: KeptChat;
  readonly #send: Send;
  readonly #changed: () => void;
  readonly #own = new Map<string, OwnText>();
  readonly #late = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(kept: KeptChat, send: Send, changed: () => void) {
    this.#kept = kept;
    this.#send = send;
    this.#changed = changed;
    for (const { id, text, at, failed } of kept.texts())
      this.#own.set(id, { id, text, at, status: failed ? 'failed' : 'kept' });
  }

  get texts(): readonly OwnText[] {
    return [...this.#own.values()];
  }

  /** Sends a text, or keeps it until there is a connection. */
  say(text: string, id = messageId()): void {
    const own: OwnText = { id, text, at: this.#own.get(id)?.at ?? Date.now(), status: 'kept' };
    this.#own.set(id, own);
    this.#keep(own);
    this.#deliver(id);
    this.#changed();
  }
  /** Sends a failed text again under its own id. */
  retry(id: string): void {
    const own = this.#own.get(id);
    if (own) this.say(own.text, id);
  }
  /** Sends everything that waited for a connection. */
  deliver(): void {
    for (const { id, status } of this.#own.values()) if (status !== 'failed') this.#deliver(id);
  }
  /** The connection is gone: what was on its way waits for the next. */
  hold(): void {
    this.#stopWaiting();
    for (const own of this.#own.values()) if (own.status === 'sending') own.status = 'kept';
  }
  /** The server has taken it, and says so again as an entry. */
  accepted(id: string): void {
    clearTimeout(this.#late.get(id));
    this.#late.delete(id);
  }
  /** It is in the conversation now. */
  arrived(id: string): void {
    this.accepted(id);
    if (this.#own.delete(id)) this.#kept.dropText(id);
  }
  refused(id: string): void {
    this.accepted(id);
    const own = this.#own.get(id);
    if (!own) return;
    own.status = 'failed';
    this.#keep(own);
    this.#changed();
  }
  clear(): void {
    this.#stopWaiting();
    for (const id of this.#own.keys()) this.#kept.dropText(id);
    this.#own.clear();
  }

  #deliver(id: string): void {
    const own = this.#own.get(id);
    if (!own || !this.#send(id, own.text)) return;
    own.status = 'sending';
    clearTimeout(this.#late.get(id));
    this.#late.set(
      id,
      setTimeout(() => this.refused(id), ANSWER_MS),
    );
  }
  #stopWaiting(): void {
    for (const timer of this.#late.values()) clearTimeout(timer);
    this.#late.clear();
  }
  #keep({ id, text, at, status }: OwnText): void {
    this.#kept.keepText({ id, text, at, failed: status === 'failed' });
  }
}
