import type { FloorRow } from '@floorwalk/core/protocol';

/** How many messages of customers came to conversations that the agent was not looking at. */
export class UnreadCount {
  readonly #latest = new Map<string, number>();
  readonly #unread = new Map<string, number>();

  /** Takes the desk as it is now; what was there at first counts as read. */
  take(rows: readonly Pick<FloorRow, 'id' | 'customer' | 'lastPublic'>[], selected: string): void {
    const here = new Set(rows.map(({ id }) => id));
    for (const id of this.#latest.keys()) if (!here.has(id)) this.#forget(id);
    for (const { id, customer, lastPublic } of rows) {
      const at = lastPublic?.at ?? 0;
      const before = this.#latest.get(id);
      this.#latest.set(id, at);
      if (id === selected) this.read(id);
      else if (before !== undefined && at > before && lastPublic?.from === customer)
        this.#unread.set(id, this.of(id) + 1);
    }
  }
  of(id: string): number {
    return this.#unread.get(id) ?? 0;
  }
  read(id: string): void {
    this.#unread.delete(id);
  }

  #forget(id: string): void {
    this.#latest.delete(id);
    this.#unread.delete(id);
  }
}
