import { encoded, type Resp } from '../support/resp.ts';
import type { Recording } from '../support/recorded-commits.ts';

/** Empties the database and begins the recorded history in it. */
export async function begin(redis: Resp, { epoch }: Recording): Promise<void> {
  await redis.send(encoded(['FLUSHALL', 'SYNC']));
  await redis.send(encoded(['HSET', 'floorwalk:{t:demo}:meta', 'epoch', epoch, 'floor', '0', 'audit', '0']));
}

/** Runs what is measured and prints commits, seconds, processor seconds of this process and of Redis, and conflicts. */
export async function told(redis: Resp, commits: number, run: () => Promise<number>): Promise<void> {
  const [redisBefore, own, began] = [await cpuOf(redis), process.cpuUsage(), performance.now()];
  const conflicts = await run();
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const figures = [commits, seconds, (user + system) / 1e6, (await cpuOf(redis)) - redisBefore, conflicts];
  process.stdout.write(`done ${figures.join(' ')}\n`);
}

async function cpuOf(redis: Resp): Promise<number> {
  const info = String(await redis.send(encoded(['INFO', 'cpu'])));
  const of = (kind: string): number =>
    Number(new RegExp(`used_cpu_${kind}_main_thread:([\\d.]+)`, 'u').exec(info)?.[1]);
  return of('sys') + of('user');
}
