import type { Conversation } from '@floorwalk/core/conversation';
import type { PlaneItem, Tenant } from '../engine/engine.ts';
import { Reading } from './topics/reading.ts';
import { batches, readTimeline, type Cursor } from './topics/timeline.ts';

/** How long the same gap of the same conversation is shown alike: what depends on the time alone may be that old. */
const SAME_MOMENT_MS = 250;

interface Moment {
  readonly conversation: Conversation;
  readonly offset: number;
  readonly at: number;
  readonly reading: Reading;
}

type Batch = readonly PlaneItem[];

/**
 * What readers lack who come back to a conversation, read from the store once for all who stand at the same place, and
 * encoded once. A read is shared until something more is said.
 */
export class GapReads {
  readonly #tenant: Tenant;
  readonly #reads = new Map<string, Map<string, Promise<readonly Batch[]>>>();
  readonly #moments = new WeakMap<Batch, Moment>();
  /** By conversation as it is, the same empty part for all. */
  readonly #silence = new WeakMap<Conversation, Batch>();

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  /** Everything after the cursor, in parts that a message may carry; with `both`, of the internal plane too. */
  after(conversation: string, cursor: Cursor, both: boolean): Promise<readonly Batch[]> {
    const reads = this.#reads.get(conversation) ?? new Map<string, Promise<readonly Batch[]>>();
    this.#reads.set(conversation, reads);
    const place = `${cursor.public} ${both ? cursor.internal : '-'}`;
    const known = reads.get(place);
    if (known) return known;
    const read = readTimeline(this.#tenant, conversation, { ...cursor }, both).then(batches);
    reads.set(place, read);
    read.catch(() => reads.delete(place));
    return read;
  }

  /** The conversation as it is now with this part of a gap; the same object for all who read it in this moment. */
  reading(conversation: Conversation, batch: Batch): Reading {
    const { offset } = this.#tenant;
    const now = this.#tenant.now();
    const last = this.#moments.get(batch);
    const isSame = last?.conversation === conversation && last.offset === offset && now - last.at < SAME_MOMENT_MS;
    if (isSame) return last.reading;
    const reading = new Reading(this.#tenant, conversation, batch);
    this.#moments.set(batch, { conversation, offset, at: now, reading });
    return reading;
  }

  /** The conversation as it is now, and nothing was said; the same object for all who look at it in this moment. */
  now(conversation: Conversation): Reading {
    const silence = this.#silence.get(conversation) ?? [];
    this.#silence.set(conversation, silence);
    return this.reading(conversation, silence);
  }

  /** Something was said there: whoever asks from now on lacks that as well. */
  said(conversation: string): void {
    this.#reads.delete(conversation);
  }

  /** Forgets everything; to be called every few seconds, and when everything was read again. */
  clear(): void {
    this.#reads.clear();
  }
}
