// Preloaded into a process under measurement: answers what only it can know, and does nothing until it is asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Question } from './process.ts';

/** The histogram counts its own interval as well: what is above it is delay. */
const EVERY_MS = 1;
const delay = monitorEventLoopDelay({ resolution: EVERY_MS });

const answers: Readonly<Record<Question, () => number>> = {
  collect: () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as (how: object) => void;
    // Thoroughly: what V8 grew for objects that died young is given back, as it does by itself where nothing happens.
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    return process.memoryUsage().heapUsed;
  },
  'watch the loop': () => {
    delay.reset();
    delay.enable();
    return 0;
  },
  'loop delay': () => {
    delay.disable();
    return Math.max(0, delay.percentile(99) / 1e6 - EVERY_MS);
  },
};

process.on('message', (question: Question) => process.send?.(answers[question]()));
// Whoever asks does not keep it alive.
process.channel?.unref();
