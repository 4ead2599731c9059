// The ceiling of commits: the product's own script with one command a call, its arguments ready before the clock starts,
// from a client that only writes and reads. `RECORDING` is a file, `REDIS` the socket of an empty database.
import { readFile } from 'node:fs/promises';
import type { Recorded, Recording } from '../support/recorded-commits.ts';
import { encoded, Resp } from '../support/resp.ts';
import { begin, told } from './commits.ts';

const AT_ONCE = 64;

const recording = JSON.parse(await readFile(process.env['RECORDING'] ?? '', 'utf8')) as Recording;
const redis = new Resp(process.env['REDIS'] ?? '');
await begin(redis, recording);
await redis.send(encoded(['SCRIPT', 'LOAD', recording.script]));
await all(recording.before);
const commands = recording.measured;
await told(redis, commands.length, async () => {
  await all(commands);
  return 0;
});

/** Sends them in their order, so many of them waiting at a time; each has to be committed. */
async function all(commits: readonly Recorded[]): Promise<void> {
  const bytes = commits.map(({ command }) => encoded(command));
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < bytes.length) {
      const reply = await redis.send(bytes[next++] ?? Buffer.alloc(0));
      if (!JSON.stringify(reply).startsWith('[["committed"')) throw new Error(String(reply));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}
