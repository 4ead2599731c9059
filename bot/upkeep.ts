import type { Clock } from './clock.ts';
import type { Logger } from './log.ts';

const FIRST_MS = 60_000;
const EVERY_MS = 60 * 60_000;

/** Runs these soon and then once an hour: what nobody needs any more is not kept for as long as the process lives. The result stops it. */
export function startUpkeep(
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
  tasks: readonly (() => Promise<void>)[],
): () => void {
  let cancel = (): void => {};
  const wait = (ms: number): void => {
    cancel = clock.after(ms, () => {
      for (const task of tasks)
        task().catch((err: unknown) => log.error({ err }, 'What is old could not be forgotten; it is tried again.'));
      wait(EVERY_MS);
    });
  };
  wait(FIRST_MS);
  return () => cancel();
}
