import type { RequestHandler } from 'express';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { routeOf } from './route-of.ts';

/** Counts every answer and logs it without query, body or headers: who may read logs learns nothing that was said. */
export const observe =
  (log: Logger, metrics: Metrics): RequestHandler =>
  (req, res, next) => {
    const start = performance.now();
    res.once('finish', () => {
      const seconds = (performance.now() - start) / 1_000;
      const route = routeOf(req);
      const { method } = req;
      const status = String(res.statusCode);
      metrics.requests.inc({ method, route, status });
      metrics.requestSeconds.observe({ method, route }, seconds);
      const refusal: unknown = res.locals['refusal'];
      if (typeof refusal === 'string') metrics.refusals.inc({ refusal });
      log.debug({ method, route, status, refusal, ms: Math.round(seconds * 1_000) }, 'A request was answered.');
    });
    next();
  };
