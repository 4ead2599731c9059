import type { Cancel, Wheel } from './wheel.ts';

/**
 * Leases whose connections were cut, until they end. Whoever comes back meanwhile goes on under one of them: the roster
 * named them all the time, so that nothing has to be written (M3).
 */
export class WaitingLeases {
  readonly #wheel: Wheel;
  readonly #waiting = new Map<string, Map<string, Cancel>>();

  constructor(wheel: Wheel) {
    this.#wheel = wheel;
  }

  /** Ends a page's lease with `end` after so long, unless somebody takes it over. */
  wait(place: string, connection: string, ms: number, end: () => void): void {
    const leases = this.#waiting.get(place) ?? new Map<string, Cancel>();
    this.#waiting.set(place, leases);
    leases.set(
      connection,
      this.#wheel.after(ms, () => {
        this.#forget(place, connection);
        end();
      }),
    );
  }

  /** Takes over one that waits at this place and still counts; its connection's name. */
  take(place: string, counts: (connection: string) => boolean): string | undefined {
    for (const [connection, cancel] of this.#waiting.get(place) ?? []) {
      if (!counts(connection)) continue;
      cancel();
      this.#forget(place, connection);
      return connection;
    }
    return undefined;
  }

  #forget(place: string, connection: string): void {
    const leases = this.#waiting.get(place);
    leases?.delete(connection);
    if (leases?.size === 0) this.#waiting.delete(place);
  }
}
