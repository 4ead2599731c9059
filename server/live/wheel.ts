import type { Clock } from '../engine/engine.ts';

/** Cancels what was set; calling it again does nothing. */
export type Cancel = () => void;

/**
 * Every heartbeat, lease and re-check of an endpoint on one timer of the clock port: whatever is due in the same
 * slot of 50 ms runs together.
 */
export class Wheel {
  readonly #clock: Clock;
  readonly #slots = new Map<number, Set<() => void>>();
  #armed: { readonly slot: number; readonly cancel: Cancel } | undefined;
  #stopped = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls once, `ms` from now or up to one slot later. */
  after(ms: number, call: () => void): Cancel {
    return this.#put(this.#clock.now() + ms, call);
  }

  /** Calls each `ms`, counted from now and without drift. */
  every(ms: number, call: () => void): Cancel {
    let due = this.#clock.now();
    let cancel: Cancel = () => {};
    const again = (): void => {
      due = Math.max(due + ms, this.#clock.now() - ms + 1);
      cancel = this.#put(due, () => {
        again();
        call();
      });
    };
    again();
    return () => cancel();
  }

  /** Nothing is called any more. */
  stop(): void {
    this.#stopped = true;
    this.#armed?.cancel();
    this.#slots.clear();
  }

  #put(at: number, call: () => void): Cancel {
    const slot = Math.ceil(at / SLOT_MS);
    const calls = this.#slots.get(slot) ?? new Set();
    const own = (): void => call();
    calls.add(own);
    this.#slots.set(slot, calls);
    if (!this.#armed || slot < this.#armed.slot) this.#arm(slot);
    return () => {
      calls.delete(own);
      if (calls.size === 0 && this.#slots.get(slot) === calls) this.#slots.delete(slot);
    };
  }

  #arm(slot: number): void {
    this.#armed?.cancel();
    this.#armed = undefined;
    if (this.#stopped) return;
    this.#armed = { slot, cancel: this.#clock.at(slot * SLOT_MS, () => this.#turn()) };
  }

  /** Infinity while nothing is armed. */
  #armedSlot(): number {
    return this.#armed?.slot ?? Infinity;
  }

  #turn(): void {
    this.#armed = undefined;
    const reached = Math.floor(this.#clock.now() / SLOT_MS);
    const due = [...this.#slots.keys()].filter((slot) => slot <= reached).toSorted((a, b) => a - b);
    for (const slot of due) {
      const calls = this.#slots.get(slot);
      this.#slots.delete(slot);
      for (const call of calls ?? []) if (calls?.has(call)) call();
    }
    const next = Math.min(...this.#slots.keys());
    // What was set meanwhile may lie behind what waited before.
    if (Number.isFinite(next) && next < this.#armedSlot()) this.#arm(next);
  }
}

const SLOT_MS = 50;
