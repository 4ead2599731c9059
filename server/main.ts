import { startServer } from './start-server.ts';
import { ConfigError, readConfig } from './config.ts';
import { createLogger } from './log.ts';
import { stopOnSignal } from './stop-on-signal.ts';

try {
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const server = await startServer(config, { log });
  stopOnSignal(server, log);
} catch (error) {
  // Before there is a logger, and for people: what is wrong, without a stack.
  const sentence = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${error instanceof ConfigError ? sentence : `Floorwalk cannot start: ${sentence}`}\n`);
  process.exitCode = 1;
}
