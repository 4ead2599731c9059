import { startRedis } from '../../test/support/redis.ts';
import { row, type RowGroup } from '../row.ts';
import { interleaved, median } from '../support/figures.ts';
import { addFloor, openConversations, openStaff, startSite } from '../support/floorwalk.ts';
import { post, type HttpLoad } from '../support/http-load.ts';
import { startMeasured, type Measured } from '../support/process.ts';

const CONNECTIONS = 50;
/** Bytes of a conversation as the product stores it, in this load. */
const STATE = 1_300;
const TEXT = 'Your parcel has left the depot and will be with you today between noon and two. '.repeat(2);

/** An agent's words by HTTP: requests for each second of the server's processor. */
export const httpRoute: RowGroup = {
  name: 'http-route',
  measure: async ({ short }) => {
    const redis = { ours: await startRedis(), theirs: await startRedis() };
    const site = await startSite({ REDIS_URL: redis.ours.url });
    const env = { REDIS_URL: redis.theirs.url, STATE: String(STATE) };
    const bare = await startMeasured('bench/peers/http-route.ts', /port (.*)\n/u, env);
    try {
      await addFloor(site.client);
      await openStaff(site, 'agent', 'ana', () => {}, true);
      const ids = await openConversations(site.client, CONNECTIONS, true);
      const [port = '', token = ''] = bare.said.split(' ');
      const ours = loadOn(site.port, await site.client.token('agent', 'ana'), ids);
      const theirs = loadOn(Number(port), token, ids);
      const rate = (server: Measured, load: HttpLoad) => async () => {
        const [before, began] = [await server.cpu(), performance.now()];
        const answered = await post(load, short ? 400 : 4_000);
        const seconds = (performance.now() - began) / 1_000;
        return { perCpu: answered / ((await server.cpu()) - before), seen: answered / seconds };
      };
      // Long enough for the machine code to be made: there is more of ours.
      for (const load of [ours, theirs]) await post(load, short ? 200 : 6_000);
      const runs = await interleaved(short ? 1 : 3, { ours: rate(site.process, ours), bare: rate(bare, theirs) });
      const of = (name: string, figure: 'perCpu' | 'seen'): number =>
        median((runs[name] ?? []).map((run) => run[figure]));
      const said = (name: string): string =>
        `${name} ${Math.round(of(name, 'perCpu'))} (${Math.round(of(name, 'seen'))}/s seen)`;
      const behind = `requests a CPU second: ${said('ours')}, ${said('bare')}`;
      const name = 'a command by HTTP, of bare node:http with the same token, schema and store';
      return [row(name, of('ours', 'perCpu') / of('bare', 'perCpu'), 0.6, '×', 'more', behind)];
    } finally {
      await Promise.all([site.stop(), bare.stop()]);
      await Promise.all([redis.ours.close(), redis.theirs.close()]);
    }
  },
};

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
