import type { FloorRow } from '@floorwalk/core/protocol';

/** How many messages of customers came to conversations that the agent was not looking at; it needs no text of theirs. */
export class UnreadCount {
  readonly #read = new Map<string, number>();
  readonly #now = new Map<string, number>();

  /** Takes the desk as it is now; what was there at first counts as read. */
  take(rows: readonly Pick<FloorRow, 'id' | 'customerMessages'>[], selected: string): void {
    const here = new Set(rows.map(({ id }) => id));
    for (const id of this.#now.keys()) if (!here.has(id)) this.#forget(id);
    for (const { id, customerMessages } of rows) {
      this.#now.set(id, customerMessages);
      if (id === selected || !this.#read.has(id)) this.read(id);
    }
  }
  of(id: string): number {
    return Math.max(0, (this.#now.get(id) ?? 0) - (this.#read.get(id) ?? 0));
  }
  read(id: string): void {
    this.#read.set(id, this.#now.get(id) ?? 0);
  }

  #forget(id: string): void {
    this.#read.delete(id);
    this.#now.delete(id);
  }
}
