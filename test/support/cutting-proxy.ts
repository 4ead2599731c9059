import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CuttingProxy {
  /** As `openRedisStore` takes it. */
  readonly url: string;
  /** Lets the next request that contains `text` through, and cuts the connection instead of handing back its reply. */
  loseReplyTo(text: string): void;
  /** How many replies were lost so. */
  readonly lost: number;
  /** Cuts every connection there is. */
  cutAll(): void;
  close(): Promise<void>;
}

/** Stands between a client and a server on a unix socket (`unix:/path`), and cuts where it is told to. */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'proxy-'));
  const path = join(folder, 'proxy.sock');
  const sockets = new Set<Socket>();
  let losing: string | undefined;
  let lost = 0;

  const server = createServer((client) => {
    const upstream = connect(target.replace('unix:', ''));
    let isDoomed = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket);
          client.destroy();
          upstream.destroy();
        });
    }
    client.on('data', (data) => {
      if (losing !== undefined && data.includes(losing)) {
        isDoomed = true;
        losing = undefined;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (!isDoomed) return void client.write(data);
      lost += 1;
      client.destroy();
      return undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));

  const cutAll = () => sockets.forEach((socket) => socket.destroy());
  return {
    url: `unix:${path}`,
    loseReplyTo: (text) => {
      losing = text;
    },
    get lost() {
      return lost;
    },
    cutAll,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      cutAll();
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
