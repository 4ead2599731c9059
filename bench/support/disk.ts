import { mkdtempSync, openSync, fdatasyncSync, rmSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantile } from './figures.ts';

/** Milliseconds at p99 for 4 kB to be written and on the disk, where temporary files lie. */
export function syncAlone(times: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'floorwalk-'));
  const file = openSync(join(folder, 'sync'), 'w');
  const page = Buffer.alloc(4_096, 1);
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    took.push(performance.now() - began);
  }
  closeSync(file);
  rmSync(folder, { recursive: true, force: true });
  return quantile(took, 0.99);
}
