// Commits for ever and prints the floor offset of each commit once it is acknowledged; made to be killed.
// node committing-child.ts sqlite FOLDER | redis URL
import { openRedisStore } from '../../server/store/redis/index.ts';
import { openSqliteStore } from '../../server/store/sqlite/index.ts';
import { killedCommit, KILLED_TENANT } from './killed-commit.ts';

const [, , kind, where = ''] = process.argv;
const store =
  kind === 'redis' ? await openRedisStore({ url: where, onError: () => {} }) : await openSqliteStore({ folder: where });
const { epoch } = (await store.snapshot(KILLED_TENANT)).position;

for (let from = 1; ; from += 4) {
  const group = [0, 1, 2, 3].map((i) => killedCommit(epoch, from + i));
  const outcomes = await store.commit(KILLED_TENANT, group);
  for (const outcome of outcomes) {
    if (outcome.outcome === 'committed') process.stdout.write(`${outcome.floorOffset}\n`);
  }
  await new Promise(setImmediate);
}
