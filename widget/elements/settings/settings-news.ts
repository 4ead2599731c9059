import type { ServerMessage } from '@floorwalk/core/protocol';
import type { Whole } from './directory.ts';

export type Save = Extract<ServerMessage, { type: 'directory' }>['saves'][number];

/** That an entry was saved, but not from here: who and when, where that was told. */
export interface NewsItem {
  /** `<kind>:<id>` */
  readonly entry: string;
  readonly version: number;
  readonly who: string | undefined;
  readonly at: number | undefined;
}

/** What others have saved since an administrator looked, entry by entry (C7). */
export class SettingsNews {
  /** The newest save that was told of each entry. */
  readonly #heard = new Map<string, Save>();
  readonly #items = new Map<string, NewsItem>();

  /** Takes what the server told; it may come before what was saved is read, or after. */
  heard(saves: readonly Save[]): void {
    for (const save of saves) {
      if (save.version > (this.#heard.get(save.entry)?.version ?? 0)) this.#heard.set(save.entry, save);
      const known = this.#items.get(save.entry);
      if (known?.version === save.version) this.#items.set(save.entry, this.itemOf(save.entry, save.version));
    }
  }

  /** Whether something was told that has not been read. */
  isAheadOf({ versions }: Whole): boolean {
    return [...this.#heard.values()].some(({ entry, version }) => version > (versions[entry] ?? 0));
  }

  /** Notes what has moved between two readings but for what was saved from here, and answers it, the newest last. */
  took(before: Whole | undefined, now: Whole, own: readonly string[]): readonly NewsItem[] {
    if (!before) return [];
    const moved = Object.entries(now.versions)
      .filter(([entry, version]) => version > (before.versions[entry] ?? 0) && !own.includes(entry))
      .map(([entry, version]) => this.itemOf(entry, version))
      .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
    for (const item of moved) {
      this.#items.delete(item.entry);
      this.#items.set(item.entry, item);
    }
    return moved;
  }

  of(entry: string): NewsItem | undefined {
    return this.#items.get(entry);
  }

  /** The newest that has not been looked at. */
  get latest(): NewsItem | undefined {
    return [...this.#items.values()].at(-1);
  }

  /** It has been looked at; without a name all of it. */
  forget(entry?: string): void {
    if (entry === undefined) this.#items.clear();
    else this.#items.delete(entry);
  }

  /** Who saved this version of an entry, and when, as far as that was told; what no person did has nobody's name. */
  itemOf(entry: string, version: number): NewsItem {
    const told = this.#heard.get(entry);
    const save = told?.version === version && told.by.id !== 'system' ? told : undefined;
    return { entry, version, who: save?.by.name, at: save?.at };
  }
}
