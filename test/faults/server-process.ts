import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, made to be killed. */
export interface ServerProcess {
  readonly url: string;
  /** Ends it as a crash would; resolves when it is gone. */
  kill(): Promise<void>;
  /** Tells it to stop and resolves when it has. */
  stop(): Promise<void>;
  /** Stops it where it stands, as a machine that is out of breath would (SIGSTOP), until `resume`. */
  pause(): void;
  resume(): void;
  /** Moves its clock; only where it was started with one. */
  jump(ms: number): void;
  /** The last lines that it logged. */
  readonly log: string;
}

/** A clock of the rules that runs faster than the machine's, from the same instant in every process. */
export interface FastClock {
  readonly factor: number;
  readonly anchor: number;
}

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
const JUMPING = fileURLToPath(new URL('./jumping-server.ts', import.meta.url));
/** How much of its log is kept. */
const LOG_CHARACTERS = 20_000;

/** Starts a server with these settings and nothing else of the environment; resolves when it listens, rejects with what it said if it ends first. */
export async function startProcess(env: Readonly<Record<string, string>>, clock?: FastClock): Promise<ServerProcess> {
  const child = spawn(process.execPath, [clock ? JUMPING : MAIN], {
    env: {
      PATH: process.env['PATH'] ?? '',
      LOG_LEVEL: 'info',
      ...(clock && { FAULT_CLOCK: JSON.stringify(clock) }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', ...(clock ? (['ipc'] as const) : [])],
  });
  const closed = once(child, 'close');
  let said = '';
  const listens = Promise.withResolvers<string>();
  const hear = (data: Buffer): void => {
    said = (said + data.toString()).slice(-LOG_CHARACTERS);
    const url = /"url":"([^"]+)"/u.exec(said)?.[1];
    if (url !== undefined) listens.resolve(url);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = closed.then(() => Promise.reject(new Error(`the server ended instead of starting: ${said}`)));
  ended.catch(() => {}); // it also ends when it is told to
  const url = await Promise.race([listens.promise, ended]);
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await closed;
  };
  return {
    url,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    jump: (ms) => void child.send({ jump: ms }),
    get log() {
      return said;
    },
  };
}

/** A port that nothing listens on now, for a server that has to come back where it was. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
