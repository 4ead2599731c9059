import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { refusals } from '@floorwalk/core';

/** Every series that the server tells a monitoring system; none names a tenant, a person or a customer. */
export interface Metrics {
  readonly requests: Counter<'method' | 'route' | 'status'>;
  readonly requestSeconds: Histogram<'method' | 'route'>;
  readonly refusals: Counter<'refusal'>;
  readonly deliveries: Counter<'outcome'>;
  readonly commits: Counter<'outcome'>;
  readonly up: Gauge;
  readonly sockets: Gauge<'endpoint'>;
  readonly contentType: string;
  /** The text that `/metrics` answers. */
  text(): Promise<string>;
}

/** A registry of its own, so that two servers in one process do not share series. Every label value known beforehand starts at 0. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'floorwalk_' });
  const requests = new Counter({
    name: 'floorwalk_http_requests_total',
    help: 'HTTP requests answered, by route pattern and status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'floorwalk_http_request_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30],
    registers,
  });
  const refused = new Counter({
    name: 'floorwalk_refusals_total',
    help: 'Commands and reads refused, by reason.',
    labelNames: ['refusal'] as const,
    registers,
  });
  for (const refusal of Object.keys(refusals)) refused.inc({ refusal }, 0);
  const deliveries = new Counter({
    name: 'floorwalk_deliveries_total',
    help: 'What integrations answered about what they were given to deliver.',
    labelNames: ['outcome'] as const,
    registers,
  });
  for (const outcome of ['delivered', 'failed', 'unknown']) deliveries.inc({ outcome }, 0);
  const commits = new Counter({
    name: 'floorwalk_commits_total',
    help: 'What the store answered about commits; whoever met a conflict was decided again.',
    labelNames: ['outcome'] as const,
    registers,
  });
  for (const outcome of ['committed', 'repeated', 'conflict', 'full', 'epoch']) commits.inc({ outcome }, 0);
  const sockets = new Gauge({
    name: 'floorwalk_sockets',
    help: 'Open live connections, of staff and of customers.',
    labelNames: ['endpoint'] as const,
    registers,
  });
  for (const endpoint of ['staff', 'customer']) sockets.set({ endpoint }, 0);
  const up = new Gauge({
    name: 'floorwalk_up',
    help: '1 while the server takes requests, 0 while it shuts down.',
    registers,
  });
  up.set(1);
  return {
    requests,
    requestSeconds,
    refusals: refused,
    deliveries,
    commits,
    sockets,
    up,
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
