import { ConfigError, readConfig } from './config.ts';
import { demoPages } from './demo/pages.ts';
import { startTraffic } from './demo/traffic.ts';
import { createLogger } from './log.ts';
import { startServer } from './start-server.ts';
import { stopOnSignal } from './stop-on-signal.ts';

// The demonstration: one server with its pages, and agents and customers who are its clients.
try {
  const config = readConfig({ FLOORWALK_DEMO: '1', ...process.env });
  const log = createLogger(config.logLevel);
  const server = await startServer(config, { log, pages: demoPages, push: true });
  const stopTraffic = startTraffic({ url: server.url, log });
  process.stdout.write(`\nFloorwalk is running. Open ${server.url} in a browser. Stop it with Ctrl C.\n\n`);
  stopOnSignal(
    {
      close: () => {
        stopTraffic();
        return server.close();
      },
    },
    log,
  );
} catch (error) {
  // Before there is a logger, and for people: what is wrong, without a stack.
  const sentence = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${error instanceof ConfigError ? sentence : `Floorwalk cannot start: ${sentence}`}\n`);
  process.exitCode = 1;
}
