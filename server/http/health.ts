import { Router } from 'express';
import type { Metrics } from '../metrics.ts';

/** Whether this server should get requests; `main.ts` turns it. */
export interface Readiness {
  isReady: boolean;
}

export interface HealthDeps {
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  /** Resolves if the store answers. */
  readonly ping: () => Promise<void>;
  /** Which store, and what an acknowledged command is worth there. */
  readonly store: { readonly name: string; readonly worth: string };
}

const PING_WITHIN_MS = 2_000;

/** `/healthz` (the process lives), `/readyz` (it should get requests), `/metrics`. */
export function healthRouter({ readiness, metrics, ping, store }: HealthDeps): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));
  router.get('/readyz', async (_req, res) => {
    const why = readiness.isReady ? await whyNot(ping) : undefined;
    const status = readiness.isReady ? (why === undefined ? 'ready' : 'storeUnreachable') : 'shuttingDown';
    const { name, worth } = store;
    res.status(status === 'ready' ? 200 : 503).json({ status, store: name, worth, ...(why !== undefined && { why }) });
  });
  router.get('/metrics', async (_req, res) => void res.type(metrics.contentType).send(await metrics.text()));
  return router;
}

/** A sentence if the store takes no command now. */
async function whyNot(ping: () => Promise<void>): Promise<string | undefined> {
  const late = AbortSignal.timeout(PING_WITHIN_MS);
  const tooLate = new Promise<string>((resolve) =>
    late.addEventListener('abort', () => resolve('The store does not answer.')),
  );
  return Promise.race([
    ping().then(
      () => undefined,
      (cause: unknown) => (cause instanceof Error ? cause.message : 'The store does not answer.'),
    ),
    tooLate,
  ]);
}
