import { startRedis } from '../../test/support/redis.ts';
import { row, type RowGroup } from '../row.ts';
import { openCommitLoad, type CommitLoad } from '../support/commit-load.ts';
import { interleaved, median } from '../support/figures.ts';
import { syncAlone } from '../support/disk.ts';
import { startSite } from '../support/floorwalk.ts';
import { startMeasured } from '../support/process.ts';

const A_SECOND = 2_000;

/** What it costs that an acknowledged command is on the disk. */
export const durableCommits: RowGroup = {
  name: 'durable-commits',
  measure: async ({ short }) => [...(await onRedis(short)), ...(await onSqlite(short))],
};

async function onRedis(short: boolean) {
  const redis = {
    always: await startRedis({ appendOnly: true }),
    everysec: await startRedis({ args: ['--appendonly', 'yes', '--appendfsync', 'everysec'] }),
  };
  const sites = [await startSite({ REDIS_URL: redis.always.url }), await startSite({ REDIS_URL: redis.everysec.url })];
  try {
    const loads = await Promise.all(sites.map((site) => openCommitLoad(site, short ? 4 : 64)));
    const [always, everysec] = loads as [CommitLoad, CommitLoad];
    for (const load of loads) await load.run(short ? 200 : 1_500);
    const rate = (load: CommitLoad) => async (): Promise<number> => {
      const { commands, seconds } = await load.run(short ? 400 : 2_500);
      return commands / seconds;
    };
    const runs = await interleaved(short ? 1 : 5, { always: rate(always), everysec: rate(everysec) });
    const of = (name: string): number => median(runs[name] ?? []);
    const behind = `commits/s: always ${Math.round(of('always'))}, everysec ${Math.round(of('everysec'))}`;
    const name = 'commits, appendfsync always, of everysec';
    return [row(name, of('always') / of('everysec'), 0.4, '×', 'more', behind)];
  } finally {
    await Promise.all(sites.map((site) => site.stop()));
    await Promise.all([redis.always.close(), redis.everysec.close()]);
  }
}

/** The embedded store is written on a thread: how long the loop that serves everybody is kept all the same. */
async function onSqlite(short: boolean) {
  const site = await startSite({}, { probed: true });
  // What else the machine does to a loop on that core, and what the disk takes for one fsync.
  const idle = await startMeasured('bench/peers/idle.ts', /idle/u, {}, { probed: true });
  try {
    const load = await openCommitLoad(site, short ? 4 : 64);
    // A server runs for weeks: what it compiles in its first seconds is no part of it.
    await load.run(short ? 200 : 10_000, A_SECOND);
    const blocked: number[] = [];
    const rates: number[] = [];
    const kept: number[] = [];
    const synced: number[] = [];
    for (let time = 0; time < (short ? 1 : 3); time++) {
      synced.push(syncAlone(short ? 20 : 200));
      await Promise.all([site.process, idle].map((process) => process.ask('watch the loop')));
      const { commands, seconds } = await load.run(short ? 400 : 4_000, A_SECOND);
      blocked.push(await site.process.ask('loop delay'));
      kept.push(await idle.ask('loop delay'));
      rates.push(commands / seconds);
    }
    const behind =
      `synchronous=FULL, ${Math.round(median(rates))} commands/s carried; ms at p99 of an idle process on that core ` +
      `${median(kept).toFixed(1)}, of one fsync of 4 kB ${median(synced).toFixed(1)}`;
    const name = `SQLite with fsync at ${A_SECOND.toLocaleString('en')} commands a second: loop blocked at p99`;
    return [row(name, median(blocked), 2, 'ms', 'less', behind)];
  } finally {
    await Promise.all([site.stop(), idle.stop()]);
  }
}
