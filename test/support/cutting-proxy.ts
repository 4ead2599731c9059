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
  /** Cuts every connection after as many bytes, of both directions together, as it draws anew each time; null stops that. */
  cutAfter(draw: (() => number) | null): void;
  /** How many connections were cut so. */
  readonly cuts: number;
  /** Hands on nothing of what the server pushes to subscribers until told otherwise, so that it waits in the server's buffers. */
  stall(isStalled: boolean): void;
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
  let draw: (() => number) | null = null;
  let cuts = 0;
  const pushing = new Set<Socket>();
  let isStalled = false;

  const server = createServer((client) => {
    const upstream = connect(target.replace('unix:', ''));
    let isDoomed = false;
    let left: number | undefined;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket);
          pushing.delete(upstream);
          client.destroy();
          upstream.destroy();
        });
    }
    /** Hands on what may still pass; the rest of it never arrives, and nothing after it. */
    const hand = (data: Buffer, to: Socket): void => {
      if (draw === null) return void to.write(data);
      left ??= draw();
      const passing = data.subarray(0, left);
      left -= passing.length;
      if (left > 0) return void to.write(passing);
      cuts += 1;
      to.write(passing, () => {
        client.destroy();
        upstream.destroy();
      });
      return undefined;
    };
    client.on('data', (data) => {
      if (losing !== undefined && data.includes(losing)) {
        isDoomed = true;
        losing = undefined;
      }
      if (/subscribe\r/iu.test(data.toString('latin1'))) {
        pushing.add(upstream);
        if (isStalled) upstream.pause();
      }
      if (left !== 0) hand(data, upstream);
    });
    upstream.on('data', (data) => {
      if (left === 0) return undefined;
      if (!isDoomed) return hand(data, client);
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
    cutAfter: (next) => {
      draw = next;
    },
    get cuts() {
      return cuts;
    },
    stall: (is) => {
      isStalled = is;
      for (const upstream of pushing)
        if (is) upstream.pause();
        else upstream.resume();
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
