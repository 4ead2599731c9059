import type { RowGroup } from './row.ts';
import { acrossServers } from './rows/across-servers.ts';
import { commits } from './rows/commits.ts';
import { durableCommits } from './rows/durable-commits.ts';
import { fanOut } from './rows/fan-out.ts';
import { firstRows } from './rows/first-rows.ts';
import { httpRoute } from './rows/http-route.ts';
import { idleMemory } from './rows/idle-memory.ts';
import { liveRows } from './rows/live-rows.ts';
import { manyConversations } from './rows/many-conversations.ts';
import { memory } from './rows/memory.ts';
import { pageSize } from './rows/page-size.ts';
import { reconnect } from './rows/reconnect.ts';

/** The whole table, in the order in which it is read. */
export const groups: readonly RowGroup[] = [
  fanOut,
  acrossServers,
  commits,
  durableCommits,
  httpRoute,
  reconnect,
  manyConversations,
  idleMemory,
  firstRows,
  liveRows,
  pageSize,
  memory,
];
