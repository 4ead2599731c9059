// The same writes as people would do them without a script: WATCH, read, MULTI … EXEC, again after a conflict. Each of the
// sixty-four has a connection of its own, as WATCH needs. `RECORDING` is a file, `REDIS` the socket of an empty database.
import { readFile } from 'node:fs/promises';
import type { Commit } from '../../server/store/store.ts';
import type { Recorded, Recording } from '../support/recorded-commits.ts';
import { encoded, Resp, type Reply } from '../support/resp.ts';
import { begin, told } from './commits.ts';

const recording = JSON.parse(await readFile(process.env['RECORDING'] ?? '', 'utf8')) as Recording;
const path = process.env['REDIS'] ?? '';
const redis = new Resp(path);
await begin(redis, recording);
let conflicts = 0;
for (const { commit } of recording.before) await write(redis, commit);

const hands = Map.groupBy(recording.measured, handOf);
const lanes = [...hands.values()].map((commits) => ({ connection: new Resp(path), commits }));
await Promise.all(lanes.map(({ connection }) => connection.send(encoded(['PING']))));
conflicts = 0;
await told(redis, recording.measured.length, async () => {
  await Promise.all(
    lanes.map(async ({ connection, commits }) => {
      for (const { commit } of commits) await write(connection, commit);
    }),
  );
  return conflicts;
});

/** Commits of one pair of people come one after another. */
function handOf({ commit }: Recorded): number {
  return Number(/\d+$/u.exec(commit.expect[0]?.id ?? '')?.[0]) % 64;
}

function own(name: string): string {
  return `floorwalk:{t:demo}:${name}`;
}

function stateKey(family: string, id: string): string {
  return own(`aggregate:${family}:${id}`);
}

async function write(connection: Resp, commit: Commit): Promise<void> {
  for (;;) {
    if (await tryOnce(connection, commit)) return;
    conflicts += 1;
  }
}

async function tryOnce(connection: Resp, commit: Commit): Promise<boolean> {
  const { expect, ledger } = commit;
  const ceilings = ledger.filter(({ atMost }) => atMost !== undefined);
  const watched = [
    ...expect.map(({ family, id }) => stateKey(family, id)),
    ...ceilings.map(({ agent }) => own(`ledger:${agent}`)),
  ];
  const read = [
    ...(watched.length > 0 ? [['WATCH', ...watched]] : []),
    ['HGET', own('answers'), commit.commandId],
    ...expect.map(({ family, id }) => ['HGET', stateKey(family, id), 'version']),
    ...ceilings.map(({ agent }) => ['HVALS', own(`ledger:${agent}`)]),
  ];
  await together(connection, read);
  const replies = await together(connection, [['MULTI'], ...writesOf(commit), ['EXEC']]);
  return replies.at(-1) !== null;
}

function writesOf({ commandId, expect, ledger, append, floor, audit, answer }: Commit): string[][] {
  return [
    ...expect.flatMap(({ family, id, version, state, dueAt }) => [
      ...(state === undefined ? [] : [['HSET', stateKey(family, id), 'version', String(version + 1), 'state', state]]),
      ...(typeof dueAt === 'number' ? [['ZADD', own('due'), String(dueAt), `${family}:${id}`]] : []),
      ...(dueAt === null ? [['ZREM', own('due'), `${family}:${id}`]] : []),
    ]),
    ...ledger.map(({ agent, entry, units }) =>
      units === 0 ? ['HDEL', own(`ledger:${agent}`), entry] : ['HSET', own(`ledger:${agent}`), entry, String(units)],
    ),
    ...append.map(({ plane, conversation, body }) => ['RPUSH', own(`plane:${plane}:${conversation}`), body]),
    ...audit.map((line) => ['XADD', own('audit'), '*', 'd', line]),
    ['XADD', own('floor'), 'MAXLEN', '~', '20000', '*', 'd', floor],
    ['HSET', own('answers'), commandId, answer],
    ['PUBLISH', own('wake'), floor],
  ];
}

async function together(connection: Resp, commands: readonly string[][]): Promise<readonly Reply[]> {
  const replies = await Promise.all(commands.map((command) => connection.send(encoded(command))));
  const failed = replies.find((reply) => reply instanceof Error);
  if (failed) throw failed;
  return replies;
}
