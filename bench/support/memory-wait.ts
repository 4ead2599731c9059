const BYTES = 16 * 2 ** 20;
const STEPS = 10_000_000;

/**
 * Nanoseconds until a word comes from somewhere within 16 MiB, each place told by the one before: the more, the less of a
 * processor's last cache its neighbours leave. What is on a heap waits for that, what the kernel does hardly.
 */
export function memoryWait(): number {
  const next = new Uint32Array(BYTES / Uint32Array.BYTES_PER_ELEMENT).map((_, place) => place);
  // Sattolo's shuffle: one circle through all places.
  for (let place = next.length - 1; place > 0; place--) {
    const other = Math.floor(Math.random() * place);
    [next[place], next[other]] = [next[other] ?? 0, next[place] ?? 0];
  }
  const began = performance.now();
  let place = 0;
  for (let step = 0; step < STEPS; step++) place = next[place] ?? 0;
  const nanoseconds = ((performance.now() - began) / STEPS) * 1e6;
  // Without a use of it, the walk could be left out.
  return place < next.length ? nanoseconds : NaN;
}
