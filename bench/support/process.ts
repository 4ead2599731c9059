import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
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
  stop(): Promise<void>;
}

const CLOCK_TICKS = 100;
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
  core = 0,
): Promise<Measured> {
  const file = fileURLToPath(new URL(`../../${program}`, import.meta.url));
  const [command, ...args] = hasTaskset
    ? ['taskset', '-c', String(core), process.execPath, file]
    : [process.execPath, file];
  const child = spawn(command ?? '', args, {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  const hear = (data: Buffer): void => {
    said = `${said}${data.toString()}`.slice(-20_000);
    const found = ready.exec(said);
    if (found) resolve(found[1] ?? found[0]);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  closed.then(
    () => reject(new Error(`${program} ended: ${said}`)),
    () => {},
  );
  const answer = await promise;
  const pid = child.pid ?? 0;
  return {
    pid,
    said: answer,
    cpu: async () => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS;
    },
    resident: async () => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1]) * 1024;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
