import type { ClientMessageInput, CommandInput } from '@floorwalk/core/protocol';
import type { Refusal } from '@floorwalk/core';
import { messageId } from '../message/message-id.ts';

/** What a command came to. `unanswered`: the server did not answer in time; the same id may be sent again. */
export type Outcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly refusal: null };

/** A command that is not answered after this long is told so to whoever asked. */
export const ANSWER_MS = 10_000;

/** What a device that slept asks no more by itself: the server may have forgotten that it was done. */
const TOO_OLD_MS = 60_000;

interface Asked {
  readonly at: number;
  readonly message: ClientMessageInput;
  readonly settle: (outcome: Outcome) => void;
}

/** The commands that wait for their answer. One asked again after it was not answered goes under the same id. */
export class AskedCommands {
  readonly #send: (message: ClientMessageInput) => void;
  readonly #asked = new Map<string, Asked>();
  /** Ids of commands that were not answered, by what was asked. */
  readonly #unanswered = new Map<string, string>();

  constructor(send: (message: ClientMessageInput) => void) {
    this.#send = send;
  }

  ask(asked: CommandInput, dryRun: boolean): Promise<Outcome> {
    const what = JSON.stringify([dryRun, asked]);
    const id = this.#unanswered.get(what) ?? messageId();
    const message: ClientMessageInput = { type: 'command', id, dryRun, command: asked };
    return new Promise((resolve) => {
      const late = setTimeout(() => settle({ ok: false, refusal: null }), ANSWER_MS);
      const settle = (outcome: Outcome): void => {
        clearTimeout(late);
        this.#asked.delete(id);
        if (!outcome.ok && outcome.refusal === null) this.#unanswered.set(what, id);
        else this.#unanswered.delete(what);
        resolve(outcome);
      };
      this.#asked.set(id, { at: Date.now(), message, settle });
      this.#send(message);
    });
  }

  answered(id: string, outcome: Outcome): void {
    this.#asked.get(id)?.settle(outcome);
  }

  /** A new connection: what waits is sent again. */
  sendAgain(): void {
    for (const { at, message, settle } of this.#asked.values()) {
      if (Date.now() - at > TOO_OLD_MS) settle({ ok: false, refusal: null });
      else this.#send(message);
    }
  }

  /** Nothing more will be answered. */
  giveUp(): void {
    for (const { settle } of this.#asked.values()) settle({ ok: false, refusal: null });
  }
}
