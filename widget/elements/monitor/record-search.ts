import type { FloorRow } from '@floorwalk/core/protocol';
import type { LiveClient } from '../../client/index.ts';

/** A record of which nothing can be shown yet is looked up again after this time. */
export const SEEK_MS = 10_000;

type Item = Pick<FloorRow, 'id' | 'state' | 'phase'>;

/** Finds the conversation of a CRM record (`type:id`): at once for another record, then until there is one to show. */
export class RecordSearch {
  #context = '';
  #askedAt = 0;
  #found = '';
  #isMissing = false;
  readonly #changed: (isAgain: boolean) => void;

  /** `changed` hears when something was found or is known to be missing; `isAgain`: the same one can be read by now. */
  constructor(changed: (isAgain: boolean) => void) {
    this.#changed = changed;
  }

  /** The conversation; empty for none. */
  get found(): string {
    return this.#found;
  }
  /** The record was looked up, and no live conversation belongs to it. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  /** Looks up again whatever the record is: the connection is another one. */
  forget(): void {
    this.#context = '';
  }

  /** To be called often; `isStuck`: what was found cannot be shown. */
  seek(client: LiveClient, context: string, now: number, isStuck: boolean): void {
    const isNew = context !== this.#context;
    if (!isNew && (!(isStuck || this.#isMissing) || now - this.#askedAt < SEEK_MS)) return;
    this.#context = context;
    this.#askedAt = now;
    if (isNew) {
      this.#found = '';
      this.#isMissing = false;
    }
    if (context !== '') void this.#ask(client, context, isStuck && !isNew);
  }

  async #ask(client: LiveClient, context: string, isStuck: boolean): Promise<void> {
    const answer = await client.get(`/v1/conversations?context=${encodeURIComponent(context)}`).catch(() => undefined);
    if (!answer?.ok || context !== this.#context) return;
    const { items = [] } = (answer.body ?? {}) as { items?: readonly Item[] };
    const live = items.filter(({ state }) => state !== 'closed');
    const best = live.find(isReadable) ?? live[0];
    const isAgain = isStuck && best !== undefined && best.id === this.#found && isReadable(best);
    this.#found = best?.id ?? '';
    this.#isMissing = best === undefined;
    this.#changed(isAgain);
  }
}

/** What can be monitored comes before what still waits for an agent (M1). */
const isReadable = ({ state, phase }: Item): boolean =>
  (state === 'active' && phase !== 'offered') || state === 'wrap-up';
