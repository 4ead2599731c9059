import type { FloorRow } from '@floorwalk/core/protocol';

/** A reason that a conversation did not have when it was last looked at. */
export interface Alarm {
  readonly row: FloorRow;
  readonly reason: FloorRow['reasons'][number];
}

/** Remembers which reasons there were, so that each is told once; what is there at first is told by nobody (F3). */
export class NewAlarms {
  #known: ReadonlySet<string> | undefined;

  /** Takes all that need attention now; the new ones, the most urgent of each conversation. */
  take(rows: readonly FloorRow[]): readonly Alarm[] {
    const known = this.#known;
    this.#known = new Set(rows.flatMap((row) => row.reasons.map((reason) => keyOf(row, reason))));
    if (!known) return [];
    return rows.flatMap((row) => {
      const reason = row.reasons.find((it) => !known.has(keyOf(row, it)));
      return reason ? [{ row, reason }] : [];
    });
  }

  /** What comes next is a beginning again. */
  forget(): void {
    this.#known = undefined;
  }
}

const keyOf = ({ id, hand }: FloorRow, { kind }: Alarm['reason']): string =>
  // A hand raised again asks again.
  `${id} ${kind} ${kind === 'handRaised' ? (hand?.at ?? '') : ''}`;
