import type { Refusal } from '@floorwalk/core';
import type { CommandInput, Outcome } from '../../client/index.ts';

/** How long somebody rests on a target before the server is asked, so that moving through a list asks once. */
export const REST_MS = 150;

/** What the server said would happen. */
export type Prospect =
  | { readonly ok: true; readonly state: string | undefined; readonly excess: number | undefined }
  | { readonly ok: false; readonly refusal: WireRefusal };
export type WireRefusal = Pick<Refusal, 'detail' | 'state' | 'winner' | 'excess'> & { readonly refusal: string };

/**
 * What would happen with each target, as the server's own rules say it (A7). An answer stays until a newer one about the
 * same target has come, so that nothing flickers.
 */
export class WhatIf {
  readonly #ask: (command: CommandInput) => Promise<Outcome>;
  readonly #changed: () => void;
  readonly #prospects = new Map<string, Prospect>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #about = '';

  constructor(ask: (command: CommandInput) => Promise<Outcome>, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  /** Asks about a target once somebody has rested on it; `null` for nobody. */
  about(key: string, command: CommandInput | null): void {
    const what = JSON.stringify([key, command]);
    if (what === this.#about) return;
    this.#about = what;
    clearTimeout(this.#timer);
    if (command) this.#timer = setTimeout(() => void this.#send(key, command), REST_MS);
  }

  /** Asks again about the same at the next turn: what it depends on may have changed. */
  renew(): void {
    this.#about = '';
  }

  of(key: string): Prospect | undefined {
    return this.#prospects.get(key);
  }

  /** Whether targets get it without being asked, as far as an answer has shown. */
  get isAutomatic(): boolean {
    return [...this.#prospects.values()].some((prospect) => prospect.ok && prospect.state === 'engaged');
  }

  /** Another conversation: nothing of what was said holds. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#about = '';
    this.#prospects.clear();
  }

  async #send(key: string, command: CommandInput): Promise<void> {
    const outcome = await this.#ask(command);
    const prospect = prospectOf(outcome);
    // Without an answer what is known from the list stands.
    if (!prospect) return;
    this.#prospects.set(key, prospect);
    this.#changed();
  }
}

function prospectOf(outcome: Outcome): Prospect | undefined {
  if (!outcome.ok) return outcome.refusal === null ? undefined : { ok: false, refusal: outcome.refusal };
  const { state, excess } = (outcome.result ?? {}) as { readonly state?: unknown; readonly excess?: unknown };
  return {
    ok: true,
    state: typeof state === 'string' ? state : undefined,
    excess: typeof excess === 'number' ? excess : undefined,
  };
}
