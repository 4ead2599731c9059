import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Ports on loopback that nobody listens to at the moment, for programs that must be told one; below 55,000, for a cluster's bus. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const found: number[] = [];
  const held = [];
  while (found.length < count) {
    const server = createServer().listen(0, '127.0.0.1');
    held.push(server);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    if (port < 55_000) found.push(port);
  }
  await Promise.all(held.map((server) => once(server.close(), 'close')));
  return found;
}
