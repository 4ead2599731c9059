import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis, type OwnRedis } from '../../test/support/redis.ts';
import { row, type RowGroup } from '../row.ts';
import { IN_FLIGHT, openCommitLoad, type CommitLoad } from '../support/commit-load.ts';
import { interleaved, median } from '../support/figures.ts';
import { countOf, startSite, type Site } from '../support/floorwalk.ts';
import { startMeasured } from '../support/process.ts';
import { recordCommits } from '../support/recorded-commits.ts';
import { redisFigures } from '../support/redis-figures.ts';

/** What a run of commits took. */
interface Taken {
  readonly commits: number;
  readonly seconds: number;
  /** Processor seconds of the server or client, and of Redis. */
  readonly own: number;
  readonly redis: number;
  readonly conflicts: number;
}

const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'everysec'];

/** Commands that assign and release, sixty-four waiting at a time, against what a client can get out of one Redis at most. */
export const commits: RowGroup = {
  name: 'commits',
  measure: async ({ short }) => {
    const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
    const [ours, theirs] = [await startRedis({ args: DURABLE }), await startRedis({ args: DURABLE })];
    const site = await startSite({ REDIS_URL: ours.url });
    try {
      const file = join(folder, 'recording.json');
      await writeFile(file, JSON.stringify(await recordCommits(short ? 64 : 1_024)));
      const load = await openCommitLoad(site, short ? 4 : 320);
      await runProduct(site, ours, load, short ? 200 : 4_000);
      const before = await redisFigures(ours);
      const counted = { committed: await countOf(site, COMMITTED), conflict: await countOf(site, CONFLICT) };
      const env = { RECORDING: file, REDIS: theirs.url.replace('unix:', '') };
      const runs = await interleaved(short ? 1 : 3, {
        product: () => runProduct(site, ours, load, short ? 400 : 3_000),
        raw: () => runPeer('bench/peers/raw-commits.ts', env),
        watch: () => runPeer('bench/peers/watch-commits.ts', env),
      });
      const committed = (await countOf(site, COMMITTED)) - counted.committed;
      const conflicts = (await countOf(site, CONFLICT)) - counted.conflict;
      const trips = (await redisFigures(ours)).trips - before.trips;
      load.close();
      const of = (name: keyof typeof runs, figure: (taken: Taken) => number): number =>
        median((runs[name] ?? []).map(figure));
      const [product, raw, watch] = (['product', 'raw', 'watch'] as const).map((name) => of(name, carried)) as [
        number,
        number,
        number,
      ];
      const µs = (name: string): string =>
        `${name}: ${Math.round(of(name, carried))}/s (${Math.round(of(name, ({ commits: n, seconds }) => n / seconds))} seen), µs ${each(of(name, ownMicros))} + ${each(of(name, redisMicros))} in Redis`;
      const behind = `what the busier core carries; ${['product', 'raw', 'watch'].map(µs).join('; ')}`;
      const name = `commits, ${IN_FLIGHT} in flight, half on one agent`;
      const share = (100 * conflicts) / (committed + conflicts);
      const watched = 100 * of('watch', ({ conflicts: lost, commits: n }) => lost / (lost + n));
      return [
        row(`${name}, of one script a call by raw RESP`, product / raw, 0.9, '×', 'more', behind),
        row(`${name}, of WATCH/MULTI`, product / watch, 4, '×', 'more', behind),
        row(
          `${name}: CPU of Redis a commit, of one script a call`,
          of('product', redisMicros) / of('raw', redisMicros),
          null,
          '×',
          'less',
          'a tenant is one Redis core: what grouping leaves of a commit there',
        ),
        row(`${name}: round trips a command`, trips / committed, 1, '', 'less', `${trips} for ${committed} commits`),
        row(`${name}: conflicts`, share, 2, '%', 'less', `${conflicts} lost; WATCH/MULTI lost ${watched.toFixed(0)} %`),
      ];
    } finally {
      await site.stop();
      await Promise.all([ours.close(), theirs.close(), rm(folder, { recursive: true, force: true })]);
    }
  },
};

const COMMITTED = 'floorwalk_commits_total{outcome="committed"}';
const CONFLICT = 'floorwalk_commits_total{outcome="conflict"}';

/** Commits a second where nothing else wants the two cores: the busier of them decides. */
const carried = ({ commits: count, own, redis }: Taken): number => count / Math.max(own, redis);
const ownMicros = ({ commits: count, own }: Taken): number => (own * 1e6) / count;
const redisMicros = ({ commits: count, redis }: Taken): number => (redis * 1e6) / count;
const each = (micros: number): string => micros.toFixed(0);

async function runProduct(site: Site, redis: OwnRedis, load: CommitLoad, ms: number): Promise<Taken> {
  const [own, before] = [await site.process.cpu(), await redisFigures(redis)];
  const { commands, seconds } = await load.run(ms);
  const after = await redisFigures(redis);
  return {
    commits: commands,
    seconds,
    own: (await site.process.cpu()) - own,
    redis: after.cpu - before.cpu,
    conflicts: 0,
  };
}

async function runPeer(program: string, env: Readonly<Record<string, string>>): Promise<Taken> {
  const peer = await startMeasured(program, /done (.*)\n/u, env);
  await peer.stop();
  const [count = 0, seconds = 0, own = 0, redis = 0, conflicts = 0] = peer.said.split(' ').map(Number);
  return { commits: count, seconds, own, redis, conflicts };
}
