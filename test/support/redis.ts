import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';

export interface OwnRedis {
  /** As `openRedisStore` takes it. */
  readonly url: string;
  /** Sends one command on a connection of its own, as RESP 2 answers it. */
  command(...args: string[]): Promise<unknown>;
  /** Ends the server at once, as a crash would. */
  kill(): Promise<void>;
  /** Stops it where it stands: connections stay, and nothing is answered. */
  freeze(): void;
  /** Lets it go on, with what it was sent meanwhile. */
  thaw(): void;
  /** Starts it again on the same files; resolves when it answers. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A Redis of one's own, on a unix socket in a temporary folder: no port to collide on, nothing of anyone else's to
 * flush. With `appendOnly` it writes every command to disk before it answers; with `port` it listens on loopback as well.
 */
export async function startRedis(
  options: { appendOnly?: boolean; port?: number; args?: readonly string[] } = {},
): Promise<OwnRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const path = join(folder, 'redis.sock');
  const durable = options.appendOnly === true ? ['--appendonly', 'yes', '--appendfsync', 'always'] : [];
  const args = [
    '--port',
    String(options.port ?? 0),
    '--bind',
    '127.0.0.1',
    '--unixsocket',
    path,
    '--save',
    '',
    '--dir',
    folder,
    ...durable,
    ...(options.args ?? []),
  ];
  let server: ChildProcess;

  const withClient = async <T>(reconnect: boolean, run: (send: (args: string[]) => Promise<unknown>) => Promise<T>) => {
    const client = createClient({
      RESP: 2,
      disableOfflineQueue: true,
      socket: { path, tls: false, reconnectStrategy: reconnect ? () => 10 : false },
    });
    client.on('error', () => {}); // refused until the socket exists; what is run decides
    await client.connect();
    try {
      return await run((command) => client.sendCommand(command));
    } finally {
      client.destroy();
    }
  };
  const start = async () => {
    server = spawn('redis-server', args, { stdio: 'ignore' });
    await Promise.race([
      withClient(true, async (send) => {
        while ((await send(['PING']).catch(String)) !== 'PONG') await new Promise(setImmediate);
      }),
      once(server, 'exit').then(() => Promise.reject(new Error('redis-server ended instead of starting'))),
    ]);
  };
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  };

  await start();
  return {
    url: `unix:${path}`,
    command: (...command) => withClient(false, (send) => send(command)),
    kill,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    start,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
