import { appendFileSync } from 'node:fs';

/** What a run of faults counts, and what it found wrong while it ran. */
export class Tally {
  acknowledged = 0;
  faults = 0;
  cuts = 0;
  losses = 0;
  busy = 0;
  reconnects = 0;
  /** Refusals that a moment explains: an agent who was away, an offer that ran out. */
  passing = 0;
  readonly closeCodes = new Map<number, number>();
  /** Sentences about what a client was sent. */
  readonly gaps: string[] = [];
  readonly duplicates: string[] = [];

  closed(code: number): void {
    this.reconnects += 1;
    this.closeCodes.set(code, (this.closeCodes.get(code) ?? 0) + 1);
  }

  /** One line for people. */
  get line(): string {
    const codes = [...this.closeCodes].map(([code, count]) => `${code}: ${count}`).join(', ');
    return (
      `${this.acknowledged} commands acknowledged, ${this.faults} faults injected (${this.cuts} connections cut at a byte), ` +
      `${this.losses} losses, ${this.duplicates.length} duplicates, ${this.gaps.length} gaps; ` +
      `${this.reconnects} times a client came back (${codes}), ${this.busy} times busy, ${this.passing} refused for the moment`
    );
  }

  /** Adds the counts to the sum that `npm run test:faults` prints. */
  report(): void {
    const file = process.env['FLOORWALK_FAULT_COUNTS'];
    if (file === undefined) return;
    const { acknowledged, faults, cuts, losses, duplicates, gaps } = this;
    const counts = { acknowledged, faults, cuts, losses, duplicates: duplicates.length, gaps: gaps.length };
    appendFileSync(file, `${JSON.stringify(counts)}\n`);
  }
}
