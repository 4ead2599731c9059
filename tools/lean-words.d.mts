interface Program {
  readonly type: string;
}

/** Which keys may be shortened, and to what: those that are written as nothing but a key, and not in `foreign` sources. */
export function shortKeys(
  keys: readonly string[],
  own: readonly string[],
  foreign: readonly string[],
): ReadonlyMap<string, string>;
/** A module with short keys, where they are defined in a table of sentences or where they are asked for. */
export function withShortKeys(
  program: Program,
  code: string,
  short: ReadonlyMap<string, string>,
  isTable: boolean,
): string;
/** The texts of a program that stand there as a whole. */
export function textsOf(program: Program): string[];
/** Code without the sentences of short keys that are not `read`. */
export function withoutUnsaid(program: Program, code: string, read: ReadonlySet<string>): string;
/** A Vite plugin: no sentence in a file that none of its panels says, and short keys for the others. */
export function leanWords(options: {
  readonly keys: readonly string[];
  /** Tells the modules of sentences by their ids. */
  readonly tables: RegExp;
  readonly own: readonly string[];
  /** What names things on the wire. */
  readonly foreign: readonly string[];
}): object;
