import { startRedis, type OwnRedis } from './redis.ts';
import { freePorts } from './free-ports.ts';

const SLOTS = 16_384;

export interface OwnCluster {
  /** As `REDIS_URL` takes it: two of the masters, so that the third must be found. */
  readonly url: string;
  readonly masters: readonly OwnRedis[];
  /** Sends one command to the master that `key` belongs to. */
  command(key: string, ...args: string[]): Promise<unknown>;
  close(): Promise<void>;
}

/** A Redis Cluster of one's own: masters on loopback that share the slots evenly, without replicas. */
export async function startRedisCluster(count = 3, args: readonly string[] = []): Promise<OwnCluster> {
  const ports = await freePorts(count);
  const masters = await Promise.all(
    ports.map((port) =>
      startRedis({
        port,
        args: [
          '--cluster-enabled',
          'yes',
          '--cluster-node-timeout',
          '2000',
          '--cluster-config-file',
          'nodes.conf',
          ...args,
        ],
      }),
    ),
  );
  const [first, ...others] = masters;
  if (!first) throw new RangeError('a cluster needs a master');
  for (const [i, master] of masters.entries()) {
    await master.command('CLUSTER', 'SET-CONFIG-EPOCH', String(i + 1));
    const [from, to] = [i, i + 1].map((n) => Math.round((SLOTS * n) / count));
    await master.command('CLUSTER', 'ADDSLOTSRANGE', String(from), String((to ?? 0) - 1));
  }
  for (const [i] of others.entries()) await first.command('CLUSTER', 'MEET', '127.0.0.1', String(ports[i + 1]));
  for (const master of masters) await until(async () => isWhole(await master.command('CLUSTER', 'INFO'), count));
  return {
    url: `redis+cluster://${ports
      .slice(0, 2)
      .map((port) => `127.0.0.1:${port}`)
      .join()}`,
    masters,
    async command(key, ...command) {
      const slot = Number(await first.command('CLUSTER', 'KEYSLOT', key));
      const holder = masters[Math.floor((slot * count) / SLOTS)];
      return holder?.command(...command);
    },
    async close() {
      await Promise.all(masters.map((master) => master.close()));
    },
  };
}

const isWhole = (info: unknown, count: number): boolean =>
  /cluster_state:ok/.test(String(info)) && new RegExp(`cluster_known_nodes:${count}\\b`).test(String(info));

/** What has not come about by then does not come about any more. */
const AT_MOST_MS = 60_000;

/** Asks until it is so; each question is a round trip to whoever has to bring it about. Fails where it never is. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const giveUpAt = performance.now() + AT_MOST_MS; !(await isSo());)
    if (performance.now() > giveUpAt)
      throw new Error(`It was not so within ${AT_MOST_MS / 1_000} s: ${isSo.toString()}`);
}
