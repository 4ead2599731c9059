import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { exchangeOf, type Step } from './exchange.ts';
import { routeOf } from './route-of.ts';

/** Counts every answer and logs it without query, body or headers: who may read logs learns nothing that was said. */
export const observe =
  (log: Logger, metrics: Metrics): Step =>
  (req, res, next) => {
    const start = performance.now();
    res.once('finish', () => {
      const seconds = (performance.now() - start) / 1_000;
      const { refusal, route = routeOf(req) } = exchangeOf(res);
      const { method = '' } = req;
      const status = String(res.statusCode);
      metrics.requests.inc({ method, route, status });
      metrics.requestSeconds.observe({ method, route }, seconds);
      if (refusal !== undefined) metrics.refusals.inc({ refusal });
      log.debug({ method, route, status, refusal, ms: Math.round(seconds * 1_000) }, 'A request was answered.');
    });
    next();
  };
