import { actorId, type Actor } from '@floorwalk/core';
import type { AuditLine } from '@floorwalk/core/policy';

/** A supervisor's reads of one conversation leave one audit line until this long without one (M8). */
const READ_IDLE_MS = 600_000;

/** A read that left its line, or is about to. */
interface Noted {
  readonly at: number;
  readonly written: Promise<void>;
}

/** Remembers who reads what, so that going on reading leaves no second line (M8). */
export class ReadRecord {
  readonly #reads = new Map<string, Noted>();

  /**
   * Resolves once the line of this read is written with `write`, or that of the person's last one that still counts.
   * Rejects where it is not: nothing may be read then, and the next read leaves a line.
   */
  async note(
    line: AuditLine & { readonly conversation: string },
    write: (line: AuditLine) => Promise<void>,
  ): Promise<void> {
    const { at, who, what, conversation } = line;
    const key = JSON.stringify([who, what, conversation]);
    for (const [old, noted] of this.#reads) if (at - noted.at > READ_IDLE_MS) this.#reads.delete(old);
    const written = this.#reads.get(key)?.written ?? write(line);
    this.#reads.set(key, { at, written });
    try {
      await written;
    } catch (cause) {
      if (this.#reads.get(key)?.written === written) this.#reads.delete(key);
      throw cause;
    }
  }
}

/** Who acted, through whom and from where, for a line that no event makes (R4). */
export const headOf = (actor: Actor): Pick<AuditLine, 'who' | 'through' | 'from'> => ({
  who: actorId(actor),
  ...(actor.kind === 'person' && actor.through ? { through: actor.through } : {}),
  from: actor.kind === 'person' ? actor.from : 'api',
});
