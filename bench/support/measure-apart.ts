import { readdirSync, readFileSync } from 'node:fs';

/**
 * Measures so that nothing of it is left behind: what fails within a callback, or takes longer, fails the measuring,
 * and whatever processes it has started are ended.
 */
export async function measureApart<T>(measure: () => Promise<T>, limitMs: number): Promise<T> {
  const before = new Set(children());
  const { promise: broken, reject } = Promise.withResolvers<never>();
  broken.catch(() => {});
  const late = setTimeout(() => reject(new Error(`not over after ${limitMs / 1_000} s`)), limitMs);
  process.on('uncaughtException', reject);
  try {
    return await Promise.race([measure(), broken]);
  } finally {
    clearTimeout(late);
    for (const pid of children()) if (!before.has(pid)) end(pid);
    // What a killed server's clients still have to say belongs to nobody.
    await new Promise((later) => setTimeout(later, 100));
    process.off('uncaughtException', reject);
  }
}

/** The processes that this one has started and that still run. */
function children(): readonly number[] {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
    return pids.filter((pid) => parentOf(pid) === process.pid).map(Number);
  } catch {
    // Only Linux tells; elsewhere each row ends its own.
    return [];
  }
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
