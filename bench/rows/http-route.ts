import { startRedis } from '../../test/support/redis.ts';
import { row, type RowGroup } from '../row.ts';
import { interleaved, median } from '../support/figures.ts';
import { addFloor, openConversations, openStaff, startSite } from '../support/floorwalk.ts';
import { post, type HttpLoad } from '../support/http-load.ts';
import { startMeasured, type Measured } from '../support/process.ts';

const CONNECTIONS = 50;
const WARM_CPU_S = 4;
const WARM_AT_MOST_MS = 30_000;
/** Bytes of a conversation as the product stores it, in this load. */
const STATE = 1_300;
const TEXT = 'Your parcel has left the depot and will be with you today between noon and two. '.repeat(2);

/** An agent's words by HTTP: requests for each second of the server's processor. */
export const httpRoute: RowGroup = {
  name: 'http-route',
  measure: async ({ short }) => {
    const redis = { ours: await startRedis(), theirs: await startRedis(), remembers: await startRedis() };
    const site = await startSite({ REDIS_URL: redis.ours.url });
    const peer = (more: Readonly<Record<string, string>>): Promise<Measured> =>
      startMeasured('bench/peers/http-route.ts', /port (.*)\n/u, { STATE: String(STATE), ...more });
    const bare = await peer({ REDIS_URL: redis.theirs.url });
    const remembers = await peer({ REDIS_URL: redis.remembers.url, REMEMBER: '1' });
    try {
      await addFloor(site.client);
      await openStaff(site, 'agent', 'ana', () => {}, true);
      const ids = await openConversations(site.client, CONNECTIONS, true);
      const ours = loadOn(site.port, await site.client.token('agent', 'ana'), ids);
      const of = ({ said }: Measured): HttpLoad => {
        const [port = '', token = ''] = said.split(' ');
        return loadOn(Number(port), token, ids);
      };
      const [theirs, rememberers] = [of(bare), of(remembers)];
      const rate = (server: Measured, load: HttpLoad) => async () => {
        const [before, began] = [await server.cpu(), performance.now()];
        const answered = await post(load, short ? 400 : 4_000);
        const seconds = (performance.now() - began) / 1_000;
        return { perCpu: answered / ((await server.cpu()) - before), seen: answered / seconds };
      };
      for (const [server, load] of [
        [site.process, ours],
        [bare, theirs],
        [remembers, rememberers],
      ] as const)
        await warm(server, load, short ? 0.2 : WARM_CPU_S);
      const runs = await interleaved(short ? 1 : 3, {
        ours: rate(site.process, ours),
        bare: rate(bare, theirs),
        remembering: rate(remembers, rememberers),
      });
      const figureOf = (name: string, figure: 'perCpu' | 'seen'): number =>
        median((runs[name] ?? []).map((run) => run[figure]));
      const said = (name: string): string =>
        `${name} ${Math.round(figureOf(name, 'perCpu'))} (${Math.round(figureOf(name, 'seen'))}/s seen)`;
      const behind = `requests a CPU second: ${said('ours')}, ${said('bare')}, ${said('remembering')}`;
      const name = 'a command by HTTP, of bare node:http with the same token, schema and store';
      const rateOfOurs = figureOf('ours', 'perCpu');
      return [
        row(name, rateOfOurs / figureOf('bare', 'perCpu'), 0.6, '×', 'more', behind),
        row(
          'a command by HTTP, of one that remembers tokens as well',
          rateOfOurs / figureOf('remembering', 'perCpu'),
          null,
          '×',
          'more',
          behind,
        ),
      ];
    } finally {
      await Promise.all([site.stop(), bare.stop(), remembers.stop()]);
      await Promise.all([redis.ours.close(), redis.theirs.close(), redis.remembers.close()]);
    }
  },
};

/** Until the server has worked for so many processor seconds: long enough for its machine code to be made, however busy the machine is. */
async function warm(server: Measured, load: HttpLoad, seconds: number): Promise<void> {
  const [before, until] = [await server.cpu(), performance.now() + WARM_AT_MOST_MS];
  while ((await server.cpu()) - before < seconds && performance.now() < until) await post(load, 200);
}

/** Each connection writes to a conversation of its own. */
function loadOn(port: number, token: string, ids: readonly string[]): HttpLoad {
  let said = 0;
  return {
    port,
    connections: CONNECTIONS,
    request: (connection) => {
      said += 1;
      const path = `/v1/conversations/${ids[connection % ids.length]}/messages`;
      return { path, token, body: { id: `m-${said}`, text: `${said} ${TEXT}`, plane: 'public' } };
    },
  };
}
