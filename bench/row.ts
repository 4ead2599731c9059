/** One line of the table: a ratio of two figures that were taken in the same run. */
export interface RowResult {
  readonly name: string;
  /** Our figure divided by the reference's, or the figure itself where `unit` is not `×`. */
  readonly value: number;
  /** What it has to reach: at least where more is better, at most where less is. Null: only reported. */
  readonly floor: number | null;
  readonly unit: string;
  readonly better: 'more' | 'less';
  /** Null where it is only reported. */
  readonly pass: boolean | null;
  /** Absolute figures behind it, for people; never judged. */
  readonly behind: string;
}

export interface RowOptions {
  /** Smaller sizes and one repetition: shows that it runs and loses nothing, not how fast it is. */
  readonly short: boolean;
}

/** A group of rows that are measured together, because they share what they start. */
export interface RowGroup {
  /** What `--only` names. */
  readonly name: string;
  measure(options: RowOptions): Promise<readonly RowResult[]>;
}

/** A row that is judged against its floor. */
export function row(
  name: string,
  value: number,
  floor: number | null,
  unit: string,
  better: RowResult['better'],
  behind: string,
): RowResult {
  const pass = floor === null ? null : better === 'more' ? value >= floor : value <= floor;
  return { name, value, floor, unit, better, pass, behind };
}

/** A row as people read it. */
export function lineOf({ name, value, floor, unit, better, pass, behind }: RowResult): string {
  const figure = `${value.toFixed(2)} ${unit}`.padStart(12);
  const goal = floor === null ? 'reported' : `${better === 'more' ? '≥' : '≤'} ${floor} ${unit}`;
  const verdict = pass === null ? '      ' : pass ? 'yes   ' : 'short ';
  return `${name.padEnd(58)}${figure}  ${goal.padEnd(12)}${verdict} ${behind}`;
}
