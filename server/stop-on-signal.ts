import type { Logger } from './log.ts';

/** Stops the server cleanly at the first SIGINT or SIGTERM; a second one ends the process at once. */
export function stopOnSignal(server: { close(): Promise<void> }, log: Logger): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    server.close().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'Floorwalk could not stop cleanly.');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
