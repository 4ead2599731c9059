/** One fault, as somebody might write it one day, and the tests that must then fail. */
export interface Planted {
  readonly name: string;
  readonly edits: readonly { readonly file: string; readonly find: string; readonly replace: string }[];
  /** Paths below `test/`, without `.test.ts`. */
  readonly tests: readonly string[];
}
