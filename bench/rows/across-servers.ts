import { availableParallelism } from 'node:os';
import { row, type RowGroup } from '../row.ts';
import { interleaved, median } from '../support/figures.ts';
import { ourServers, socketIoServers, type Crossing } from '../support/two-servers.ts';

/** A word on one server to everybody who listens on another, through Redis, at a rate that both carry. */
export const acrossServers: RowGroup = {
  name: 'across-servers',
  measure: async ({ short }) => {
    const [listeners, aSecond, ms] = short ? [50, 20, 500] : [1_000, 50, 4_000];
    const ours = await ourServers(listeners);
    // A server runs for weeks: what it has compiled by then is compiled here too, on each side.
    const warmUpMs = short ? 200 : 25_000;
    await ours.run(aSecond, warmUpMs);
    const theirs = await socketIoServers(listeners, ours.size());
    await theirs.run(aSecond, warmUpMs);
    try {
      const runs = await interleaved<Crossing>(short ? 1 : 5, {
        ours: () => ours.run(aSecond, ms),
        peer: () => theirs.run(aSecond, ms),
      });
      const of = (name: string, figure: keyof Crossing): number => median((runs[name] ?? []).map((run) => run[figure]));
      const said = (name: string): string =>
        `${of(name, 'cpu').toFixed(1)} µs, p50 ${of(name, 'p50').toFixed(1)} ms, p99 ${of(name, 'p99').toFixed(1)} ms`;
      const rate = Math.round(Math.min(of('ours', 'rate'), of('peer', 'rate'))).toLocaleString('en');
      const behind = `${ours.size()} bytes, ${rate} deliveries/s seen; ours ${said('ours')}; socket.io ${said('peer')}`;
      const name = `across servers, ${(listeners * aSecond).toLocaleString('en')} deliveries/s`;
      // Where servers, Redis and the load share two cores, the tail of one is made by the others.
      const isJudged = availableParallelism() >= 4;
      return [
        row(
          `${name}: CPU a delivery, of socket.io with Redis`,
          of('ours', 'cpu') / of('peer', 'cpu'),
          0.75,
          '×',
          'less',
          behind,
        ),
        row(
          `${name}: p99, of socket.io with Redis`,
          of('ours', 'p99') / of('peer', 'p99'),
          isJudged ? 0.35 : null,
          '×',
          'less',
          behind,
        ),
      ];
    } finally {
      await Promise.all([ours.stop(), theirs.stop()]);
    }
  },
};
