import type { OwnRedis } from '../../test/support/redis.ts';

/** What a Redis has done since it started. */
export interface RedisFigures {
  /** Processor seconds of the thread that carries out commands. */
  readonly cpu: number;
  /** Scripts and reads that came over a connection, each of them a round trip. */
  readonly trips: number;
}

/** What clients call; everything else that Redis counts was called by their scripts. */
const CALLED = ['evalsha', 'eval', 'lrange', 'zrevrange'];

export async function redisFigures(redis: OwnRedis): Promise<RedisFigures> {
  const info = String(await redis.command('INFO', 'cpu', 'commandstats'));
  const number = (pattern: string): number => Number(new RegExp(pattern, 'u').exec(info)?.[1] ?? 0);
  const cpu = ['sys', 'user'].map((kind) => number(`used_cpu_${kind}_main_thread:([\\d.]+)`));
  const trips = CALLED.map((name) => number(`cmdstat_${name}:calls=(\\d+)`));
  return { cpu: sum(cpu), trips: sum(trips) };
}

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0);
