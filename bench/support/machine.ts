import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { memoryWait } from './memory-wait.ts';

/** What a figure belongs to. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  /** How long a word takes that is in no cache of one core: it tells how busy the neighbours are. */
  readonly wait: string;
  readonly node: string;
  readonly load: string;
}

export const machine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  wait: `${memoryWait().toFixed(0)} ns`,
  node: process.versions.node,
  load: (loadavg()[0] ?? 0).toFixed(1),
});

/** The same in a line. */
export const machineLine = ({ processor, cores, memory, wait, node, load }: Machine): string =>
  `${processor}, ${cores} cores, ${memory} (${wait} a word within 16 MiB), Node ${node}; load before ${load}`;
