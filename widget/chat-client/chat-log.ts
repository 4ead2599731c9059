import type { ChatEntry } from '@floorwalk/core/protocol/customer';

/** A place in the queue; `here`: somebody of those who answer it is there. */
export interface Place {
  readonly before: number;
  readonly here: boolean;
}

const TYPING_MS = 5_000;

/** What the server told of one conversation: what was said and happened, each entry once, and what follows from it. */
export class ChatLog {
  readonly #entries = new Map<number, ChatEntry>();
  #typing: { readonly name: string; readonly until: number } | undefined;
  #place: Place | undefined;
  /** Names this uninterrupted history; empty before the first welcome. */
  epoch = '';

  /** The lines so far, oldest first. */
  get entries(): readonly ChatEntry[] {
    return [...this.#entries.values()].toSorted((a, b) => a.offset - b.offset);
  }
  /** Where to go on after a loss; undefined at the start. */
  get since(): { readonly epoch: string; readonly offset: number } | undefined {
    return this.epoch ? { epoch: this.epoch, offset: this.offset } : undefined;
  }
  /** The newest entry's place; 0 where there is none. */
  get offset(): number {
    return Math.max(0, ...this.#entries.keys());
  }
  /** Whether everything up to there is here. */
  reaches({ epoch, offset }: { readonly epoch: string; readonly offset: number }): boolean {
    return this.epoch === epoch && this.offset >= offset;
  }
  get hasEnded(): boolean {
    return this.#notices().some(({ kind }) => kind === 'conversationEnded' || kind === 'forceClosed');
  }
  /** Who has the conversation now, as its notices say. */
  get agent(): string | undefined {
    let agent: string | undefined;
    for (const { kind, params } of this.#notices()) {
      if (kind === 'agentJoined') agent = String(params['agent'] ?? '') || undefined;
      if (kind === 'transferred') agent = String(params['to'] ?? '') || undefined;
      if (kind === 'returnedToQueue' || kind === 'agentDisconnected') agent = undefined;
    }
    return agent;
  }

  /** Where the customer stands in the queue; undefined where they do not wait. */
  get place(): Place | undefined {
    return this.agent === undefined ? this.#place : undefined;
  }
  set place(place: Place) {
    this.#place = place;
  }

  /** Somebody types: shown for a moment, until they have written. */
  typed(name: string): void {
    this.#typing = { name, until: Date.now() + TYPING_MS };
  }
  typingName(now: number): string | undefined {
    return this.#typing && this.#typing.until > now ? this.#typing.name : undefined;
  }

  /** Adds entries; with `whole` they replace what there was. */
  take(entries: readonly ChatEntry[], whole: boolean): void {
    if (whole) this.#entries.clear();
    for (const entry of entries) {
      this.#entries.set(entry.offset, entry);
      if (entry.type === 'message' && entry.from.kind !== 'customer') this.#typing = undefined;
      // Back in the queue, the place is told anew.
      if (entry.type === 'notice' && entry.kind === 'agentJoined') this.#place = undefined;
    }
  }
  clear(): void {
    this.#entries.clear();
    this.#place = undefined;
    this.epoch = '';
  }

  #notices() {
    return this.entries.filter((entry) => entry.type === 'notice');
  }
}
