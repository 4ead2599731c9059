import assert from 'node:assert/strict';
import { it } from 'node:test';
import { packFloor } from '../../../../server/store/redis/floor-blob.ts';
import { FloorFollower } from '../../../../server/store/redis/floor-follower.ts';
import type { FloorEntry, Page, Position } from '../../../../server/store/store.ts';
import { floorLog } from '../../../contracts/store-fixture.ts';

/** A follower over a stream in an array, and the messages that its channel would carry. */
function following(since: Position = { epoch: 'e', offset: 0 }) {
  const stream = { epoch: 'e', base: 0, entries: [] as FloorEntry[], reads: 0, renewed: [] as string[] };
  const log = floorLog();
  let isLost = false;
  const read = async (from: Position, limit: number): Promise<Page<FloorEntry>> => {
    stream.reads += 1;
    const position = { epoch: stream.epoch, offset: stream.entries.at(-1)?.offset ?? stream.base };
    if (from.epoch !== stream.epoch || from.offset < stream.base || from.offset > position.offset) {
      return { stale: true, base: stream.base, position };
    }
    return {
      stale: false,
      entries: stream.entries.filter(({ offset }) => offset > from.offset).slice(0, limit),
      position,
    };
  };
  const follower = new FloorFollower(since, {
    listener: log.listener,
    onLost: () => {
      isLost = true;
    },
    onError: (cause) => assert.fail(cause),
    read,
    renewEpoch: async (lost) => void stream.renewed.push(lost),
  });
  const add = (...ids: string[]) => {
    for (const id of ids) {
      stream.entries.push({ offset: stream.base + stream.entries.length + 1, commandId: id, appended: [], body: id });
    }
    const last = stream.entries.at(-1)?.offset ?? 0;
    return `e;${ids.length};${last}\n${ids.map((id) => `;${packFloor(id, id)}`).join('')}`;
  };
  return {
    stream,
    log,
    follower,
    add,
    heard: () => log.entries.map(({ commandId }) => commandId),
    isLost: () => isLost,
  };
}

it('hands on what is published without reading, as long as it joins up', async () => {
  const { stream, follower, add, heard } = following();
  await follower.check(true);
  const reads = stream.reads;
  follower.push(add('a', 'b'));
  follower.push(add('c'));
  assert.deepEqual(heard(), ['a', 'b', 'c']);
  assert.equal(stream.reads, reads);
});

it('reads the stream at a hole, and takes what came twice or late only once', async () => {
  const { follower, add, heard } = following();
  await follower.check(true);
  const [first, , third] = [add('a'), add('b'), add('c')];
  follower.push(first);
  follower.push(third);
  follower.push(first);
  await follower.check(false);
  follower.push(third);
  assert.deepEqual(heard(), ['a', 'b', 'c']);
});

it('takes the rest of a group of which it has seen the beginning', async () => {
  const { stream, follower, add, heard } = following();
  const group = add('a', 'b', 'c');
  const rest = stream.entries.splice(1);
  await follower.check(true);
  stream.entries.push(...rest);
  follower.push(group);
  assert.deepEqual(heard(), ['a', 'b', 'c']);
});

it('ends a history in whose place there is another', async () => {
  const { stream, follower, add, isLost } = following();
  await follower.check(true);
  follower.push(add('a', 'b'));
  stream.entries = [];
  add('a', 'other', 'more');
  await follower.check(true);
  assert.ok(isLost());
  assert.deepEqual(stream.renewed, ['e']);
});

it('ends a history whose end is missing', async () => {
  const { stream, follower, add, isLost } = following();
  await follower.check(true);
  follower.push(add('a', 'b'));
  stream.entries.pop();
  await follower.check(true);
  assert.ok(isLost());
  assert.deepEqual(stream.renewed, ['e']);
});

it('only says so when the epoch was renewed by somebody else, or when it comes too late', async () => {
  const renewed = following();
  await renewed.follower.check(true);
  renewed.follower.push(renewed.add('a'));
  renewed.stream.epoch = 'f';
  renewed.follower.push('f;0;0\n');
  await renewed.follower.check(false);
  assert.ok(renewed.isLost());
  assert.deepEqual(renewed.stream.renewed, []);

  const late = following();
  await late.follower.check(true);
  late.follower.push(late.add('a'));
  late.stream.base = 5;
  late.stream.entries = [];
  late.add('f');
  await late.follower.check(true);
  assert.ok(late.isLost());
  assert.deepEqual(late.stream.renewed, []);
});

it('is silent once it was stopped or has lost its history', async () => {
  const { follower, add, heard } = following();
  await follower.check(true);
  follower.push(add('a'));
  follower.stop();
  follower.push(add('b'));
  await follower.check(true);
  assert.deepEqual(heard(), ['a']);
});
