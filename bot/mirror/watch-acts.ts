import type { FloorClient } from '../floor/floor-client.ts';
import { done } from '../commands/shown.ts';
import type { WatchDeps } from './watch.ts';

/** What watching does at the server by itself. */
export const watchActs = (client: FloorClient): Pick<WatchDeps, 'leave' | 'undelivered'> => ({
  leave: async (account, conversation) => {
    const path = `/v1/conversations/${conversation}/leave`;
    return (await client.ask(account, { method: 'POST', path, body: {}, schema: done })).ok;
  },
  undelivered: async (account, conversation, entries) => {
    const path = `/v1/conversations/${conversation}/undelivered`;
    return (await client.ask(account, { method: 'PUT', path, body: { entries }, schema: done })).ok;
  },
});
