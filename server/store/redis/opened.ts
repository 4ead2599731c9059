import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from './connection.ts';
import { explainFailure } from './explain-failure.ts';

const LOOK_EVERY_MS = 10;

/** Resolves once all are ready. Rejects with what an operator can do about it: at once where waiting will not help. */
export async function opened(connections: readonly Connection[], patienceMs: number): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const missing = connections.find((connection) => !connection.isReady);
    if (missing === undefined) return;
    const { why, isFinal } = explainFailure(missing.lastError);
    const isTried = missing.lastError !== undefined;
    if ((isTried && isFinal) || performance.now() > giveUpAt) throw new Error(why, { cause: missing.lastError });
    await delay(LOOK_EVERY_MS);
  }
}
