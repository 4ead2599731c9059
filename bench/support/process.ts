import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A process under measurement, on a core of its own where the machine has two. */
export interface Measured {
  readonly pid: number;
  /** What it printed on the line that matched. */
  readonly said: string;
  /** Processor seconds used so far, its own and the kernel's on its behalf. */
  cpu(): Promise<number>;
  /** Resident bytes. */
  resident(): Promise<number>;
  /** Asks the process itself; only where it was started `probed`. */
  ask(question: Question): Promise<number>;
  stop(): Promise<void>;
}

/** `collect` its garbage and answer the bytes of heap in use; milliseconds at p99 that its loop was blocked since it was watched. */
export type Question = 'collect' | 'watch the loop' | 'loop delay';

export interface ProcessOptions {
  /** The core it runs on, where the machine has two. */
  readonly core?: number;
  /** Whether it can be asked; costs a few hundred bytes of memory and nothing else. */
  readonly probed?: boolean;
}

const PROBE = fileURLToPath(new URL('./probe.ts', import.meta.url));
const hasTaskset = ((): boolean => {
  if (availableParallelism() < 2) return false;
  try {
    execFileSync('taskset', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Keeps this process, the load, off the core of what it measures. */
export function pinLoad(): void {
  if (hasTaskset) execFileSync('taskset', ['-cp', '1', String(process.pid)], { stdio: 'ignore' });
}

/** Starts a TypeScript program of this repository and waits until it prints a line that matches. */
export async function startMeasured(
  program: string,
  ready: RegExp,
  env: Readonly<Record<string, string>> = {},
  { core = 0, probed = false }: ProcessOptions = {},
): Promise<Measured> {
  const file = fileURLToPath(new URL(`../../${program}`, import.meta.url));
  const node = [process.execPath, ...(probed ? ['--import', PROBE] : []), file];
  const [command = '', ...args] = hasTaskset ? ['taskset', '-c', String(core), ...node] : node;
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(probed ? (['ipc'] as const) : [])],
  });
  const closed = once(child, 'close');
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  const hear = (data: Buffer): void => {
    said = `${said}${data.toString()}`.slice(-20_000);
    const found = ready.exec(said);
    if (found) resolve(found[1] ?? found[0]);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  closed.then(
    () => reject(new Error(`${program} ended: ${said}`)),
    () => {},
  );
  const answer = await promise;
  const pid = child.pid ?? 0;
  return {
    pid,
    said: answer,
    cpu: () => processorSeconds(pid),
    resident: async () => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1]) * 1024;
    },
    ask: async (question) => {
      const answered = once(child, 'message');
      child.send(question);
      return Number((await answered)[0]);
    },
    stop: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** Of all its threads together, to the nanosecond. */
export async function processorSeconds(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const ran = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8')));
  return ran.reduce((sum, text) => sum + Number(text.split(' ')[0]), 0) / 1e9;
}
