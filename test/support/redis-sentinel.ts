import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'redis';
import { freePorts } from './free-ports.ts';
import { until } from './redis-cluster.ts';
import { startRedis, type OwnRedis } from './redis.ts';

export interface OwnSentinel {
  /** As `REDIS_URL` takes it. */
  readonly url: string;
  readonly master: OwnRedis;
  readonly replica: OwnRedis;
  /** Resolves once the Sentinel names the replica as master and it is one. */
  failedOver(): Promise<void>;
  close(): Promise<void>;
}

/** One master, one replica, one Sentinel that needs nobody's agreement, all on loopback. */
export async function startRedisSentinel(): Promise<OwnSentinel> {
  const [masterPort = 0, replicaPort = 0, port = 0] = await freePorts(3);
  const master = await startRedis({ port: masterPort, args: ['--repl-diskless-sync-delay', '0'] });
  const replica = await startRedis({ port: replicaPort, args: ['--replicaof', '127.0.0.1', String(masterPort)] });
  await until(async () => /master_link_status:up/.test(String(await replica.command('INFO', 'replication'))));
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-'));
  const file = join(folder, 'sentinel.conf');
  writeFileSync(
    file,
    [
      `port ${port}`,
      `dir ${folder}`,
      'sentinel monitor floor 127.0.0.1 ' + `${masterPort} 1`,
      'sentinel down-after-milliseconds floor 400',
      'sentinel failover-timeout floor 2000',
      '',
    ].join('\n'),
  );
  const sentinel = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' });
  const client = createClient({ RESP: 2, socket: { port, host: '127.0.0.1', reconnectStrategy: () => 20 } });
  client.on('error', () => {}); // refused until it listens
  await client.connect();
  const ask = (...command: string[]) => client.sendCommand(['SENTINEL', ...command]);
  await until(async () => ((await ask('REPLICAS', 'floor')) as unknown as unknown[]).length === 1);
  return {
    url: `redis+sentinel://127.0.0.1:${port}/floor`,
    master,
    replica,
    async failedOver() {
      await until(
        async () =>
          String(((await ask('GET-MASTER-ADDR-BY-NAME', 'floor')) as unknown as string[])[1]) === String(replicaPort),
      );
      await until(async () => ((await replica.command('ROLE')) as string[])[0] === 'master');
    },
    async close() {
      client.destroy();
      const exited = once(sentinel, 'exit');
      sentinel.kill('SIGKILL');
      await exited;
      await Promise.all([master.close(), replica.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
