import { createClient } from 'redis';
import type { Login, Where } from './address.ts';

/** A server that says nothing for so long has gone, whatever its connection says; it is asked three times meanwhile. */
const SILENT_FOR_MS = 15_000;
const CONNECT_WITHIN_MS = 3_000;

/** A client for one connection: it neither comes back by itself nor queues what cannot be sent. */
export function clientOf(
  where: Where,
  { tls, username, password, database }: Login,
  silentForMs: number = SILENT_FOR_MS,
) {
  return createClient({
    RESP: 2,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(database !== undefined && { database }),
    // A command is never queued for a server that is away: whoever sent it decides what a loss means.
    disableOfflineQueue: true,
    // Nothing waits to be written for longer than the connection lives; a timer for each command would cost more than sending it.
    commandOptions: { timeout: 0 },
    pingInterval: silentForMs / 3,
    socket: {
      ...('path' in where ? { path: where.path, tls: false as const } : { host: where.host, port: where.port }),
      ...(tls && 'host' in where ? { tls: true as const } : {}),
      reconnectStrategy: false,
      connectTimeout: CONNECT_WITHIN_MS,
      socketTimeout: silentForMs,
    },
  });
}

export type Client = ReturnType<typeof clientOf>;
