import type { Commit, CommitOutcome, Store } from './store.ts';

const GROUP_COMMITS = 16;
const GROUP_BYTES = 64_000;
const GROUPS_UNDER_WAY = 2;
const QUEUED_COMMITS = 1_000;
const QUEUED_AGE_MS = 250;

/**
 * Whose commit it is: a customer's is never refused for want of room and does not count towards it; nor is one that
 * nobody could send again, such as a timer's or a line of the record.
 */
export type Lane = 'staff' | 'customer';

/** The store cannot keep up: the command was not decided; ask again after `retryAfterMs`. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
  readonly retryAfterMs = 1_000;

  constructor() {
    super('Too many commands are waiting for the store; try again in a second');
  }
}

export interface GroupCommits {
  /**
   * Commits with whatever else is committed in this turn of the event loop, in the order of the calls.
   * Rejects with `StoreBusy` (staff only), with what the store rejects with, or after `flush` has begun.
   */
  enqueue(tenant: string, commit: Commit, lane?: Lane): Promise<CommitOutcome>;
  /** Takes nothing new; resolves when everything that was taken has its outcome. */
  flush(): Promise<void>;
}

interface Waiting {
  readonly commit: Commit;
  readonly bytes: number;
  readonly lane: Lane;
  readonly since: number;
  readonly resolve: (outcome: CommitOutcome) => void;
  readonly reject: (cause: unknown) => void;
}

interface TenantQueue {
  readonly waiting: Waiting[];
  /** How many of the waiting are staff's. */
  staff: number;
  underWay: number;
  isScheduled: boolean;
  /** Resolves when it is empty; made by `flush`. */
  drained?: PromiseWithResolvers<void>;
}

/**
 * Gathers commits into groups: at most 16 or 64 kB each and two under way per tenant. An isolated one waits for nobody.
 * `counted` is told each outcome.
 */
export function groupCommits(
  store: Pick<Store, 'commit'>,
  clock: () => number = () => performance.now(),
  counted: (outcome: CommitOutcome['outcome']) => void = () => {},
): GroupCommits {
  const queues = new Map<string, TenantQueue>();
  let isClosing = false;

  function schedule(tenant: string, queue: TenantQueue): void {
    if (queue.isScheduled || queue.underWay >= GROUPS_UNDER_WAY || queue.waiting.length === 0) return;
    queue.isScheduled = true;
    setImmediate(() => {
      queue.isScheduled = false;
      void send(tenant, queue);
      // The next group in the next turn: a store that writes on this thread keeps it for one group at a time.
      schedule(tenant, queue);
    });
  }

  async function send(tenant: string, queue: TenantQueue): Promise<void> {
    const group = queue.waiting.splice(0, groupLength(queue.waiting));
    queue.staff -= group.filter(({ lane }) => lane === 'staff').length;
    queue.underWay += 1;
    try {
      const outcomes = await store.commit(
        tenant,
        group.map(({ commit }) => commit),
      );
      group.forEach(({ resolve, reject }, i) => {
        const outcome = outcomes[i];
        if (outcome === undefined) reject(new Error('The store answered fewer outcomes than it was given commits'));
        else {
          counted(outcome.outcome);
          resolve(outcome);
        }
      });
    } catch (cause) {
      for (const { reject } of group) reject(cause);
    }
    queue.underWay -= 1;
    schedule(tenant, queue);
    if (queue.underWay > 0 || queue.waiting.length > 0) return;
    queues.delete(tenant);
    queue.drained?.resolve();
  }

  return {
    enqueue(tenant, commit, lane = 'staff') {
      if (isClosing) return Promise.reject(new Error('The store is closing'));
      const queue = queues.get(tenant) ?? { waiting: [], staff: 0, underWay: 0, isScheduled: false };
      if (lane === 'staff' && isFull(queue, clock())) return Promise.reject(new StoreBusy());
      queues.set(tenant, queue);
      const { promise, resolve, reject } = Promise.withResolvers<CommitOutcome>();
      if (lane === 'staff') queue.staff += 1;
      queue.waiting.push({ commit, bytes: commitBytes(commit), lane, since: clock(), resolve, reject });
      schedule(tenant, queue);
      return promise;
    },
    async flush() {
      isClosing = true;
      await Promise.all(
        [...queues.values()].map((queue) => {
          queue.drained ??= Promise.withResolvers<void>();
          return queue.drained.promise;
        }),
      );
    },
  };
}

/** How many of the waiting travel together: always one, more while they fit. */
function groupLength(waiting: readonly Waiting[]): number {
  let bytes = waiting[0]?.bytes ?? 0;
  let length = 1;
  while (length < Math.min(GROUP_COMMITS, waiting.length)) {
    bytes += waiting[length]?.bytes ?? 0;
    if (bytes > GROUP_BYTES) break;
    length += 1;
  }
  return length;
}

function isFull({ waiting, staff }: TenantQueue, now: number): boolean {
  if (staff >= QUEUED_COMMITS) return true;
  const oldest = waiting.find(({ lane }) => lane === 'staff');
  return oldest !== undefined && now - oldest.since > QUEUED_AGE_MS;
}

/** Roughly what a commit weighs on its way; ids and versions are small beside its bodies. */
function commitBytes(commit: Commit): number {
  let bytes = commit.answer.length + commit.floor.length;
  for (const { state } of commit.expect) bytes += state?.length ?? 0;
  for (const { body } of commit.append) bytes += body.length;
  for (const line of commit.audit) bytes += line.length;
  return bytes;
}
