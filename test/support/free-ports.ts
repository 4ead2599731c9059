import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/** Below what the system gives out by itself, so that no connection takes one between the look and the use. */
const [LOWEST, HIGHEST] = [10_000, 22_000];
/** A cluster's nodes talk to each other on a port so much higher. */
const BUS = 10_000;

/** Ports on loopback that nobody listens to, for programs that must be told one; their cluster bus ports are free as well. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const found: number[] = [];
  while (found.length < count) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!found.includes(port) && (await isFree(port)) && (await isFree(port + BUS))) found.push(port);
  }
  return found;
}

async function isFree(port: number): Promise<boolean> {
  const server: Server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
