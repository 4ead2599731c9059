import type { FloorEntry, Position } from '../store.ts';

type Listener = (entry: FloorEntry, position: Position) => void;

/** Who follows which tenant's floor in this process. */
export class FloorListeners {
  readonly #byTenant = new Map<string, Set<Listener>>();

  /** Calls `listener` for every entry published from now on; the result stops it. */
  add(tenant: string, listener: Listener): () => void {
    const listeners = this.#byTenant.get(tenant) ?? new Set();
    this.#byTenant.set(tenant, listeners);
    const own: Listener = (entry, position) => listener(entry, position);
    listeners.add(own);
    return () => {
      listeners.delete(own);
      if (listeners.size === 0 && this.#byTenant.get(tenant) === listeners) this.#byTenant.delete(tenant);
    };
  }

  /** Tells everybody, in order. What a listener throws is no business of the commit: it surfaces as uncaught. */
  publish(tenant: string, epoch: string, entries: readonly FloorEntry[]): void {
    for (const entry of entries) {
      for (const listener of [...(this.#byTenant.get(tenant) ?? [])]) {
        try {
          listener(entry, { epoch, offset: entry.offset });
        } catch (cause) {
          queueMicrotask(() => {
            throw cause;
          });
        }
      }
    }
  }
}
