import type { Count } from './count.ts';

/** One sentence, or how to build it from its parameters. */
export type Entry = string | ((params: never) => string);
export type Table = Readonly<Record<string, Entry>>;

type ParamsOf<E extends Entry> = E extends (params: infer P) => string ? [params: P] : [];

/** Says a sentence of a table; a key with parameters does not compile without them. */
export type Translate<T extends Table> = <K extends keyof T & string>(key: K, ...params: ParamsOf<T[K]>) => string;

/** A table in another language: any of the keys, each of the same kind. What is missing is said in English. */
export type Translation<T extends Table> = {
  readonly [K in keyof T]?: T[K] extends (params: infer P) => string ? (params: P, count: Count) => string : string;
};

/** What a table needs to count, and to keep names from turning the sentences around them. */
export interface Grammar {
  readonly countIn: (locale: string) => Count;
  readonly isolated: (params: unknown, locale: string) => unknown;
}

export interface Translations<T extends Table> {
  /** Adds or replaces the wording of a language, `de` or `de-AT`; later calls win key by key. */
  add(locale: string, translation: Translation<T>): void;
  /** The sentences of a language: `de-AT`, then `de`, then English. */
  in(locale: string): Translate<T>;
}

/** Keeps the wordings of one table of sentences. */
export const translations = <T extends Table>(english: T, grammar?: Grammar): Translations<T> => {
  const byLocale = new Map<string, Translation<T>>();
  const spoken = new Map<string, Translate<T>>();
  const speaker = (locale: string): Translate<T> => {
    const name = locale.toLowerCase();
    const tables = [byLocale.get(name), byLocale.get(name.split('-')[0] ?? name), english];
    // Most sentences count nothing: the browser's rules for it are asked for by the first that does.
    const count: Count | undefined = grammar && ((value, forms) => grammar.countIn(locale)(value, forms));
    return (key, ...params) => {
      const entry = tables.find((table) => table?.[key] !== undefined)?.[key] ?? english[key];
      if (typeof entry !== 'function') return String(entry);
      return (entry as (params: unknown, count: unknown) => string)(
        grammar ? grammar.isolated(params[0], locale) : params[0],
        count,
      );
    };
  };
  return {
    add(locale, translation) {
      const name = locale.toLowerCase();
      byLocale.set(name, { ...byLocale.get(name), ...translation });
      spoken.clear();
    },
    in(locale) {
      const known = spoken.get(locale) ?? speaker(locale);
      spoken.set(locale, known);
      return known;
    },
  };
};
