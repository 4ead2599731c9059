import type { FloorFollower } from './floor-follower.ts';

/** Who follows which tenant's floor here. */
export class Followers {
  readonly #of = new Map<string, Set<FloorFollower>>();
  readonly #onError: (cause: Error) => void;

  constructor(onError: (cause: Error) => void) {
    this.#onError = onError;
  }

  /** Adds one; the result stops and removes it. */
  add(tenant: string, follower: FloorFollower): () => void {
    const mine = this.#of.get(tenant) ?? new Set();
    this.#of.set(tenant, mine.add(follower));
    return () => {
      follower.stop();
      mine.delete(follower);
      if (mine.size === 0 && this.#of.get(tenant) === mine) this.#of.delete(tenant);
    };
  }

  /** After a connection was lost: each of these asks whether its history is still there, and for what it missed. */
  recheck(isConcerned: (tenant: string) => boolean): void {
    for (const [tenant, followers] of this.#of) {
      if (!isConcerned(tenant)) continue;
      for (const follower of followers) follower.check(true).catch(this.#onError);
    }
  }

  /** Resolves once nobody here doubts the tenant's history. Rejects where the database does not answer. */
  async verified(tenant: string): Promise<void> {
    for (const follower of this.#of.get(tenant) ?? []) await follower.verified();
  }

  stop(): void {
    for (const followers of this.#of.values()) for (const follower of followers) follower.stop();
  }
}
