import { readConfig } from './config.ts';
import { createLogger } from './log.ts';
import { startServer } from './start-server.ts';

/** A server that listens at `url` until it is closed. */
export interface FloorwalkServer {
  /** `http://host:port`. */
  readonly url: string;
  /** Stops cleanly, within ten seconds. */
  close(): Promise<void>;
}

/** Starts a server in this process with the settings of `.env.example`; rejects with all that is wrong with them. */
export async function start(settings: Readonly<Record<string, string | undefined>>): Promise<FloorwalkServer> {
  const config = readConfig(settings);
  const { url, close } = await startServer(config, { log: createLogger(config.logLevel) });
  return { url, close };
}
