import { actorId, type Actor } from '@floorwalk/core';
import type { AuditLine } from '@floorwalk/core/policy';

/** A supervisor's reads of one conversation leave one audit line until this long without one (M8). */
const READ_IDLE_MS = 600_000;

/** Remembers who reads what, so that going on reading leaves no second line (M8). */
export class ReadRecord {
  readonly #reads = new Map<string, number>();

  /** The line that this read leaves, or undefined where the person's last one still counts. */
  note(actor: Actor, what: string, conversation: string, now: number, about: readonly string[]): AuditLine | undefined {
    const key = JSON.stringify([actorId(actor), what, conversation]);
    const before = this.#reads.get(key);
    for (const [old, at] of this.#reads) if (now - at > READ_IDLE_MS) this.#reads.delete(old);
    this.#reads.set(key, now);
    if (before !== undefined && now - before <= READ_IDLE_MS) return undefined;
    return { at: now, ...headOf(actor), what, conversation, about, details: {} };
  }
}

/** Who acted, through whom and from where, for a line that no event makes (R4). */
export const headOf = (actor: Actor): Pick<AuditLine, 'who' | 'through' | 'from'> => ({
  who: actorId(actor),
  ...(actor.kind === 'person' && actor.through ? { through: actor.through } : {}),
  from: actor.kind === 'person' ? actor.from : 'api',
});
