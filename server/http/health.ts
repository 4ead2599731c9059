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
    const stored = readiness.isReady && (await answers(ping));
    const status = readiness.isReady ? (stored ? 'ready' : 'storeUnreachable') : 'shuttingDown';
    res.status(status === 'ready' ? 200 : 503).json({ status, store: store.name, worth: store.worth });
  });
  router.get('/metrics', async (_req, res) => void res.type(metrics.contentType).send(await metrics.text()));
  return router;
}

async function answers(ping: () => Promise<void>): Promise<boolean> {
  const late = AbortSignal.timeout(PING_WITHIN_MS);
  const tooLate = new Promise<boolean>((resolve) => late.addEventListener('abort', () => resolve(false)));
  return Promise.race([
    ping().then(
      () => true,
      () => false,
    ),
    tooLate,
  ]);
}
