import type { Author } from '@floorwalk/core/conversation';
import type { Plane } from '@floorwalk/core';
import type { Detail, ServerMessage, TimelineEntry } from '@floorwalk/core/protocol';
import type { TranscriptEntry } from '../transcript/index.ts';
import { fateOf } from './fate-of.ts';

type Update = Extract<ServerMessage, { type: 'conversation' | 'typing' | 'ended' }>;

/** A text of this reader's that the server has not sent back yet. */
interface Own {
  readonly id: string;
  readonly plane: Plane;
  readonly text: string;
  readonly at: number;
  readonly from: Author;
  status: 'sending' | 'failed';
}

/** Typing is shown this long after the last sign of it. */
const TYPING_MS = 5_000;

/** One conversation as a staff panel shows it: details, both planes in order, who types, and why it ended if it did. */
export class ConversationStore {
  #detail: Detail | undefined;
  #entries: TimelineEntry[] = [];
  readonly #own = new Map<string, Own>();
  #typing: { readonly who: Author; readonly plane: Plane; readonly until: number } | undefined;
  #ended: Extract<ServerMessage, { type: 'ended' }> | undefined;
  #position: { readonly epoch: string; readonly public: number; readonly internal: number } | undefined;

  get detail(): Detail | undefined {
    return this.#detail;
  }
  get ended(): Extract<ServerMessage, { type: 'ended' }> | undefined {
    return this.#ended;
  }
  /** Where to go on after a reconnect. */
  get position(): { readonly epoch: string; readonly public: number; readonly internal: number } | undefined {
    return this.#position;
  }

  /** The lines in order, with the receipts as they are now and this reader's unsent texts at the end. */
  entries(): readonly TranscriptEntry[] {
    const receipts = this.#detail?.receipts ?? {};
    const known = this.#detail?.receiptsKnown ?? true;
    // Staff read one line for an event: the house's, with the receipt of the customer's.
    const twins = new Set(
      this.#entries.flatMap((entry) => (entry.type === 'notice' && entry.twin ? [entry.twin] : [])),
    );
    const lines = this.#entries
      .filter((entry) => !twins.has(entry.id))
      .map((entry): TranscriptEntry => {
        const fate = fateOf(entry, this.#entries, this.#detail);
        if (entry.type === 'message') return { ...entry, ...fate };
        const receipt = receipts[entry.plane === 'public' ? entry.id : (entry.twin ?? '')];
        return { ...entry, ...fate, receipt: receipt ? { seenAt: receipt.seenAt, channel: known } : undefined };
      });
    const own = [...this.#own.values()].map(({ id, plane, text, at, from, status }): TranscriptEntry => ({
      type: 'message',
      id,
      plane,
      text,
      at,
      from,
      status,
    }));
    return [...lines, ...own];
  }

  typing(now: number): { readonly who: Author; readonly plane: Plane } | undefined {
    return this.#typing && this.#typing.until > now ? this.#typing : undefined;
  }

  take(message: Update, now: number): void {
    if (message.type === 'typing') {
      this.#typing = { who: message.who, plane: message.plane, until: now + TYPING_MS };
      return;
    }
    if (message.type === 'ended') {
      this.#ended = message;
      return;
    }
    this.#ended = undefined;
    if (message.detail) this.#detail = message.detail;
    else if (this.#detail) this.#detail = Object.assign({}, this.#detail, message.changes);
    const held = new Set(message.whole ? [] : this.#entries.map(({ plane, offset }) => `${plane} ${offset}`));
    const fresh = message.entries.filter(({ plane, offset }) => !held.has(`${plane} ${offset}`));
    this.#entries = message.whole ? [...message.entries] : [...this.#entries, ...fresh];
    for (const { id } of message.entries) this.#own.delete(id);
    const writers = new Set(fresh.flatMap((entry) => (entry.type === 'message' ? [entry.from.id] : [])));
    if (this.#typing && writers.has(this.#typing.who.id)) this.#typing = undefined;
    this.#position = message.position;
  }

  /** Shows a text before the server has it. */
  sending(own: Omit<Own, 'status'>): void {
    this.#own.set(own.id, { ...own, status: 'sending' });
  }
  failed(id: string): void {
    const own = this.#own.get(id);
    if (own) this.#own.set(id, { ...own, status: 'failed' });
  }
  own(id: string): { readonly plane: Plane; readonly text: string } | undefined {
    return this.#own.get(id);
  }
}
