import type { WriteOrder } from './write-task.ts';

/** So many commits at most are in one transaction, so that the first of them does not wait for hundreds. */
const TOGETHER = 128;

/** How many of the waiting are carried out together: always one, more while their commits are not too many. */
export function takeTogether(waiting: readonly WriteOrder[]): number {
  let commits = 0;
  for (const [place, { task }] of waiting.entries()) {
    commits += task.kind === 'commit' ? task.commits.length : 1;
    if (commits > TOGETHER) return Math.max(1, place);
  }
  return waiting.length;
}
