import { keyOf } from '../people/people.ts';
import type { Account } from '../floor/person.ts';
import type { Place } from '../transport/activity.ts';
import { slotOf, Watch, type WatchDeps } from './watch.ts';

/** Who watches what from Teams; one conversation each, so that what is typed can go to one only. */
export class Watches {
  readonly #deps: WatchDeps;
  readonly #all = new Map<string, Watch>();

  constructor(deps: WatchDeps) {
    this.#deps = deps;
    deps.outbox.onDoubt((place) => this.#inPlace(place, (watch) => void watch.refresh()));
  }

  /** Takes up what an earlier process was watching. */
  open(): void {
    for (const { tenant, object, watching } of this.#deps.people.all()) if (watching) this.#begin({ tenant, object });
  }

  of(account: Account): Watch | undefined {
    return this.#all.get(keyOf(account));
  }

  /** Watches one conversation in place of what was watched before. */
  async begin(account: Account, conversation: string, name: string): Promise<Watch> {
    await this.stop(account);
    const { people, outbox } = this.#deps;
    const { place } = people.get(account);
    await outbox.leave(slotOf(account, conversation));
    if (place) await outbox.settle(place);
    await people.save(account, {
      watching: { conversation, name, position: null, lastAt: 0, spokeAt: null, warned: false },
    });
    return this.#begin(account);
  }

  async stop(account: Account): Promise<void> {
    const watch = this.of(account);
    if (!watch) return;
    await watch.stop();
    this.#all.delete(keyOf(account));
  }

  /** Nobody reads there any more: nothing is followed for it (its people may come back). */
  async gone(place: Place): Promise<void> {
    for (const { tenant, object } of this.#deps.people.inPlace(place)) {
      this.of({ tenant, object })?.detach();
      this.#all.delete(keyOf({ tenant, object }));
      await this.#deps.people.save({ tenant, object }, { place: null, watching: null });
    }
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#all.values()].map((watch) => watch.settled()));
  }

  close(): void {
    for (const watch of this.#all.values()) watch.detach();
  }

  #begin(account: Account): Watch {
    const watch: Watch = new Watch(account, this.#deps, () => {
      if (this.of(account) === watch) this.#all.delete(keyOf(account));
    });
    this.#all.set(keyOf(account), watch);
    return watch;
  }

  #inPlace(place: Place, call: (watch: Watch) => void): void {
    for (const one of this.#deps.people.inPlace(place)) {
      const watch = this.of(one);
      if (watch) call(watch);
    }
  }
}
