import { setTimeout as delay } from 'node:timers/promises';
import { ErrorReply } from 'redis';

const ASK_AGAIN_MS = 50;

/** Replies of a server that will soon answer, or of one in whose place another does: nothing was written. */
const PASSING = /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|BUSY|MOVED|ASK) /;

/** Whether the same may well succeed in a moment. */
export const isPassing = (cause: unknown): boolean => !(cause instanceof ErrorReply) || PASSING.test(cause.message);

/** Tries again while the database is away or says that it will soon answer, for as long as patience lasts. */
export async function insist<T>(patienceMs: number, isOver: () => boolean, run: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return await run();
    } catch (cause) {
      if (isOver() || !isPassing(cause) || performance.now() > giveUpAt) throw cause;
      await delay(ASK_AGAIN_MS);
    }
  }
}
