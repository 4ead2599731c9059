import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GenericSchema } from 'valibot';
import {
  candidates,
  detail,
  earlierItem,
  floorQuery,
  handover,
  parse,
  readCandidates,
  readDetail,
  readEarlierItem,
  readEntry,
  readFloorChoice,
  readHandover,
  readServerMessage,
  serverMessage,
  timelineEntry,
} from '../../../../core/protocol/index.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { odd, spoilt } from './spoilt.ts';

const readers: readonly (readonly [name: string, schema: GenericSchema, read: (value: unknown) => unknown])[] = [
  ...serverMessage.options.map(
    (option) =>
      [
        `message ${option.entries.type.literal}`,
        option,
        (value: unknown) => readServerMessage(JSON.stringify(value)),
      ] as const,
  ),
  ['detail', detail, readDetail],
  ['handover', handover, readHandover],
  ['entry', timelineEntry, readEntry],
  ['earlier item', earlierItem, readEarlierItem],
  ['candidates', candidates, readCandidates],
  ['floor query', floorQuery, readFloorChoice],
];

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
/** Names that a schema's record leaves out, whatever they hold. */
const passedOver = /"(?:__proto__|prototype|constructor)":/u;
/** Fields with a default, which who writes may leave out and who reads finds. */
const withDefault = new Set(Object.keys(handover.entries));

for (const [name, schema, read] of readers) {
  test(`what the schema of a ${name} accepts is read, and the same`, () => {
    fc.assert(
      fc.property(arbitraryOf(schema).map(json), (value) => {
        assert.ok(parse(schema, value).ok);
        assert.deepEqual(read(value), value);
      }),
    );
  });

  test(`a ${name} with an odd part is read where the schema accepts it and nowhere else`, () => {
    fc.assert(
      fc.property(arbitraryOf(schema).map(json), fc.nat(), odd, (whole, at, by) => {
        const value = json(spoilt(whole, at, by));
        fc.pre(!passedOver.test(JSON.stringify(value)));
        const parsed = parse(schema, value);
        const isRead = read(value) !== undefined;
        if (isRead) assert.ok(parsed.ok, JSON.stringify(value));
        else fc.pre(!parsed.ok || !lacksDefault(parsed.value, value));
        assert.equal(isRead, parsed.ok, JSON.stringify(value));
      }),
      { numRuns: 400 },
    );
  });
}

/** Whether the schema has filled in something that the value lacks. */
function lacksDefault(parsed: unknown, value: unknown): boolean {
  if (typeof parsed !== 'object' || parsed === null || typeof value !== 'object' || value === null) return false;
  return Object.entries(parsed).some(
    ([name, inner]) =>
      (withDefault.has(name) && !(name in value)) || lacksDefault(inner, (value as Record<string, unknown>)[name]),
  );
}

test('what is not JSON, or a message of a newer kind, is nothing', () => {
  for (const text of ['', '{', 'null', '7', '[]', '{"type":"movedToTheMoon"}', '{"type":"toString"}'])
    assert.equal(readServerMessage(text), undefined, text);
});
