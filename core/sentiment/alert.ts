import type { Step } from './step.ts';

/**
 * Whether this change of step raises the queue's alert: armed, and falling to or below the threshold (S3). "Not
 * available" neither falls nor is fallen to; coming out of it counts from neutral, where every conversation starts. Raising it disarms; rising above the threshold arms it again.
 */
export function alertNow(previous: Step, step: Step, threshold: number | null, armed: boolean): boolean {
  if (threshold === null || step === 0 || !armed) return false;
  return step <= threshold && step < (previous === 0 ? 4 : previous);
}
