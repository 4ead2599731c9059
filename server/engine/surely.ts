import { isRefusal, type Refusal } from '@floorwalk/core';
import type { Done } from './engine.ts';

/** Throws where the answer is only that it cannot be done now. */
export function notBusy(answer: Done | Refusal): void {
  if (isRefusal(answer) && answer.refusal === 'busy') throw new Error(answer.detail);
}

/**
 * Does what has to be done in the end, as taking somebody out who has gone: while it fails, because the store is away or
 * too busy, `later` is asked to do it again.
 */
export function surely(act: () => Promise<void>, later: (again: () => void) => unknown): void {
  act().catch(() => later(() => surely(act, later)));
}
