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
}

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

/** Starts a server with these settings and nothing else of the environment; resolves when it listens, rejects with what it said if it ends first. */
export async function startProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let said = '';
  const listens = Promise.withResolvers<string>();
  const hear = (data: Buffer): void => {
    said += data.toString();
    const url = /"url":"([^"]+)"/u.exec(said)?.[1];
    if (url !== undefined) listens.resolve(url);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = closed.then(() => Promise.reject(new Error(`the server ended instead of starting: ${said}`)));
  ended.catch(() => {}); // it also ends when it is told to
  const url = await Promise.race([listens.promise, ended]);
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await closed;
  };
  return { url, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
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
