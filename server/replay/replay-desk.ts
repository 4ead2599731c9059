import { openLine } from '../demo/line.ts';
import type { FloorwalkClient } from './floorwalk-client.ts';

/** Signs an agent in at their desk, which makes them reachable (K5). Resolves when the server knows; the result signs off. */
export async function openDesk(client: FloorwalkClient, agent: string): Promise<() => void> {
  const address = new URL('/v1/live', client.url);
  address.protocol = 'ws:';
  const { promise, resolve } = Promise.withResolvers<void>();
  const line = openLine({
    url: address.href,
    hello: async () => ({ type: 'hello', version: 1, token: await client.token('agent', agent), desk: true }),
    heard: ({ type }) => {
      if (type === 'welcome') resolve();
    },
  });
  await promise;
  return () => line.stop();
}
