export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One line of a plot: how one figure grows with another. */
export interface Series {
  /** The name of its file. */
  readonly name: string;
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly points: readonly Point[];
}
