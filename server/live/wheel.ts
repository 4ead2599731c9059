import type { Clock } from '../engine/engine.ts';

/** Cancels what was set; calling it again does nothing. */
export type Cancel = () => void;

interface Timer {
  readonly call: () => void;
  /** How long until it is due again; undefined: it is due once. */
  readonly everyMs: number | undefined;
  due: number;
  /** Where it waits; undefined while it does not. */
  waitsIn: Set<Timer> | undefined;
}

/**
 * Every heartbeat, lease and re-check of an endpoint on one timer of the clock port: whatever is due in the same
 * slot of 50 ms runs together.
 */
export class Wheel {
  readonly #clock: Clock;
  readonly #slots = new Map<number, Set<Timer>>();
  #armed: { readonly slot: number; readonly cancel: Cancel } | undefined;
  #stopped = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls once, `ms` from now or up to one slot later. */
  after(ms: number, call: () => void): Cancel {
    return this.#start({ call, everyMs: undefined, due: this.#clock.now() + ms, waitsIn: undefined });
  }

  /** Calls each `ms`, counted from now and without drift. */
  every(ms: number, call: () => void): Cancel {
    return this.#start({ call, everyMs: ms, due: this.#clock.now() + ms, waitsIn: undefined });
  }

  /** Nothing is called any more. */
  stop(): void {
    this.#stopped = true;
    this.#armed?.cancel();
    this.#slots.clear();
  }

  #start(timer: Timer): Cancel {
    this.#put(timer);
    return () => this.#cancel(timer);
  }

  #put(timer: Timer): void {
    const slot = slotOf(timer);
    const timers = this.#slots.get(slot) ?? new Set();
    this.#slots.set(slot, timers.add(timer));
    timer.waitsIn = timers;
    if (!this.#armed || slot < this.#armed.slot) this.#arm(slot);
  }

  #cancel(timer: Timer): void {
    const timers = timer.waitsIn;
    timer.waitsIn = undefined;
    timers?.delete(timer);
    const slot = slotOf(timer);
    if (timers?.size === 0 && this.#slots.get(slot) === timers) this.#slots.delete(slot);
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
      const timers = this.#slots.get(slot) ?? new Set();
      this.#slots.delete(slot);
      for (const timer of timers) if (timers.has(timer)) this.#run(timer);
    }
    const next = Math.min(...this.#slots.keys());
    // What was set meanwhile may lie behind what waited before.
    if (Number.isFinite(next) && next < this.#armedSlot()) this.#arm(next);
  }

  #run(timer: Timer): void {
    timer.waitsIn = undefined;
    if (timer.everyMs !== undefined) {
      timer.due = Math.max(timer.due + timer.everyMs, this.#clock.now() - timer.everyMs + 1);
      this.#put(timer);
    }
    timer.call();
  }
}

const SLOT_MS = 50;
const slotOf = ({ due }: Timer): number => Math.ceil(due / SLOT_MS);
