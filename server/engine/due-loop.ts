import type { Due, Store } from '../store/store.ts';
import type { Clock, Tenant } from './engine.ts';
import { system } from './reactions.ts';

/** Deadlines of other servers' commits are met at the latest this long after, on the clock. */
const LOOK_MS = 5_000;
const BATCH = 200;

export interface DueLoop {
  /** A commit of this server is due at this time. */
  readonly expect: (at: number) => void;
  readonly stop: () => Promise<void>;
}

/** Does what is due, whichever server wrote it: each deadline is one `Tick`, decided on the state as it is then. */
export function startDueLoop(
  store: Store,
  clock: Clock,
  tenant: (id: string) => Promise<Tenant>,
  fail: (cause: unknown, what: string) => void,
): DueLoop {
  let isStopped = false;
  let cancel: () => void = () => {};
  let wakeAt = Infinity;
  let pass: Promise<void> = Promise.resolve();
  let isRunning = false;

  function sleepUntil(at: number): void {
    if (isStopped || at >= wakeAt) return;
    cancel();
    wakeAt = at;
    cancel = clock.at(at, () => {
      wakeAt = Infinity;
      wake();
    });
  }

  function wake(): void {
    if (isStopped) return;
    if (isRunning) return sleepUntil(clock.now() + 1);
    isRunning = true;
    pass = work()
      .catch((cause: unknown) => fail(cause, 'timers'))
      .finally(() => {
        isRunning = false;
      });
  }

  /** Answers whether it was done: one that cannot be is tried again, and keeps no other waiting. */
  async function meet({ tenant: id, family, id: aggregate }: Due): Promise<boolean> {
    if (family !== 'conversation' && family !== 'agent') return true;
    try {
      const at = await tenant(id);
      if (!isStopped) await at.run(system, { of: family, id: aggregate, command: { type: 'Tick' } });
      return true;
    } catch (cause) {
      fail(cause, 'timers');
      return false;
    }
  }

  async function work(): Promise<void> {
    let next: number | null = null;
    try {
      const page = await store.due(clock.now(), BATCH);
      if (page.trouble) fail(page.trouble, 'timers');
      const done = await Promise.all(page.due.map(meet));
      next = page.due.length === BATCH && !done.includes(false) ? clock.now() + 1 : page.nextAt;
    } finally {
      sleepUntil(Math.min(next ?? Infinity, clock.now() + LOOK_MS));
    }
  }

  wake();
  return {
    expect: (at) => sleepUntil(Math.max(at, clock.now() + 1)),
    async stop() {
      isStopped = true;
      cancel();
      await pass;
    },
  };
}
