import { startCuttingProxy, type CuttingProxy } from '../support/cutting-proxy.ts';
import { startRedis, type OwnRedis } from '../support/redis.ts';
import { freePort, startProcess, type ServerProcess } from './server-process.ts';

/** Two servers, each with a connection of its own to one Redis that writes every command down before it answers. */
export interface Centre {
  readonly redis: OwnRedis;
  /** Between each server and Redis. */
  readonly proxies: readonly CuttingProxy[];
  readonly urls: readonly [string, string];
  server(index: number): ServerProcess;
  /** Starts a server again, where it was, after it was killed or stopped. */
  restart(index: number): Promise<void>;
  close(): Promise<void>;
}

export interface CentreOptions {
  /** How much faster than the machine's the clock of the rules runs, the same on both servers. */
  readonly clockFactor: number;
}

const CHAT_SECRET = 'a secret that both servers know, of length';

/** Starts everything; `close` ends everything. The clock of the first server can jump; at factor 1 the second is a server like any other. */
export async function openCentre({ clockFactor }: CentreOptions): Promise<Centre> {
  const redis = await startRedis({ appendOnly: true });
  const proxies = await Promise.all([startCuttingProxy(redis.url), startCuttingProxy(redis.url)]);
  const ports = [await freePort(), await freePort()] as const;
  const clock = { factor: clockFactor, anchor: Date.now() };
  const start = (index: number): Promise<ServerProcess> =>
    startProcess(
      {
        FLOORWALK_DEMO: '1',
        FLOORWALK_RATE_LIMIT: '10000000',
        FLOORWALK_CHAT_SECRET: CHAT_SECRET,
        REDIS_URL: proxies[index]?.url ?? '',
        PORT: String(ports[index]),
      },
      index === 0 || clockFactor !== 1 ? clock : undefined,
    );
  const servers = [await start(0), await start(1)];
  const server = (index: number): ServerProcess => {
    const found = servers[index];
    if (!found) throw new Error(`there is no server ${index}`);
    return found;
  };
  return {
    redis,
    proxies,
    urls: [server(0).url, server(1).url],
    server,
    restart: async (index) => {
      servers[index] = await start(index);
    },
    close: async () => {
      await Promise.all(servers.map((one) => one.kill()));
      await Promise.all(proxies.map((proxy) => proxy.close()));
      await redis.close();
    },
  };
}
