import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** What a figure belongs to. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly node: string;
  readonly load: string;
}

export const machine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  node: process.versions.node,
  load: (loadavg()[0] ?? 0).toFixed(1),
});
