import { refuse, type Refusal } from '@floorwalk/core';
import type { Cancel } from '../wheel.ts';
import type { Listener, Topic } from './topic.ts';

/** Rows are sent at most this often; what changed in between is sent in its latest state. */
const PAUSE_MS = 250;

/** A subscription that shows the latest state of rows: evaluated when something changed, never while the client lags. */
export abstract class RowTopic implements Topic {
  protected readonly id: string;
  protected readonly listener: Listener;
  #pending = false;
  #resting: Cancel | undefined;
  #closed = false;
  #sent = new Map<string, { readonly row: unknown; readonly json: string }>();

  constructor(id: string, listener: Listener) {
    this.id = id;
    this.listener = listener;
  }

  /** Why this person may not have it (R2); null where they may. */
  protected abstract refusal(): Refusal | null;
  /** Sends what has changed since the last time. */
  protected abstract evaluate(): void;

  /** Something it may show has changed. */
  touch(): void {
    if (this.#closed || this.#pending) return;
    this.#pending = true;
    if (!this.#resting) this.listener.turns.add(() => this.#run());
  }

  recheck(): void {
    const refusal = this.refusal();
    if (refusal) this.end(refusal);
    else this.touch();
  }

  close(): void {
    this.#closed = true;
    this.#resting?.();
  }

  /** Whether nothing may be sent any more. */
  protected get isClosed(): boolean {
    return this.#closed;
  }

  /** Says why it has ended, for good. */
  protected end(refusal: Refusal): void {
    if (this.#closed) return;
    this.close();
    this.listener.send({ type: 'ended', id: this.id, refusal, resumes: false });
    this.listener.drop(this.id);
  }

  /** Those of the rows that differ from what was last sent under their id. */
  protected changed<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
    const now = new Map<string, { readonly row: unknown; readonly json: string }>();
    const changed = rows.filter((row) => {
      const before = this.#sent.get(row.id);
      const same = before?.row === row ? before : { row, json: JSON.stringify(row) };
      now.set(row.id, same);
      return same.json !== before?.json;
    });
    this.#sent = now;
    return changed;
  }

  /** Nothing counts as sent. */
  protected forget(): void {
    this.#sent.clear();
  }

  #run(): void {
    if (this.#closed || !this.#pending || this.#resting) return;
    if (this.listener.outlet.isLagging) {
      this.#rest();
      return;
    }
    this.#pending = false;
    const refusal = this.refusal();
    if (refusal) {
      this.end(refusal);
      return;
    }
    this.evaluate();
    this.#rest();
  }

  #rest(): void {
    this.#resting = this.listener.wheel.after(PAUSE_MS, () => {
      this.#resting = undefined;
      if (this.#pending) this.listener.turns.add(() => this.#run());
    });
  }
}

/** Refuses whoever has none of these roles. */
export const needsRole = (listener: Listener, ...roles: readonly string[]): Refusal | null =>
  listener.actor.roles.some((role) => roles.includes(role)) ? null : refuse('role');
