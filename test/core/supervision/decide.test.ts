import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Roster, RosterCommand } from '../../../core/supervision/index.ts';
import { decideRoster, evolveRoster, initialRoster, isWatching } from '../../../core/supervision/index.ts';

const NOW = 1_000;
const watch = (person: string, connection: string, server = 'server-1'): RosterCommand => ({
  type: 'Watch',
  person,
  connection,
  server,
});
const after = (roster: Roster, command: RosterCommand, now = NOW): Roster =>
  decideRoster(roster, command, { now, by: 'system' }).reduce(evolveRoster, roster);
const rosterOf = (...commands: readonly RosterCommand[]): Roster =>
  commands.reduce((roster, command) => after(roster, command), initialRoster('c-1'));

test('[M3] any number of supervisors watch at once', () => {
  const { watchers } = rosterOf(watch('ines', 'a'), watch('jonas', 'b'));
  assert.deepEqual(
    watchers.map(({ id }) => id),
    ['ines', 'jonas'],
  );
});

test('[M5] a person is one watcher however many pages, until the last one ends', () => {
  const two = rosterOf(watch('ines', 'a'), watch('ines', 'b'));
  assert.equal(two.watchers.length, 1);
  const one = after(two, { type: 'Unwatch', connection: 'a' });
  assert.equal(isWatching(one, 'ines'), true);
  assert.equal(isWatching(after(one, { type: 'Unwatch', connection: 'b' }), 'ines'), false);
});

test('[M5] who says so on one page stops on all of them', () => {
  const gone = after(rosterOf(watch('ines', 'a'), watch('ines', 'b'), watch('jonas', 'c')), {
    type: 'UnwatchPerson',
    person: 'ines',
  });
  assert.deepEqual(
    gone.watchers.map(({ id }) => id),
    ['jonas'],
  );
});

test('[M3] the watchers of a server that is gone leave, those of others stay', () => {
  const left = after(rosterOf(watch('ines', 'a', 'server-1'), watch('jonas', 'b', 'server-2')), {
    type: 'ServerGone',
    server: 'server-1',
  });
  assert.deepEqual(
    left.watchers.map(({ id }) => id),
    ['jonas'],
  );
});

test('[M5] somebody who watches keeps their since when another page of theirs opens', () => {
  const later = after(rosterOf(watch('ines', 'a')), watch('ines', 'b'), NOW + 500);
  assert.equal(later.watchers[0]?.since, NOW);
});

test('[M3] a repeated command does nothing, and nobody stays without a page, after any history', () => {
  const command = fc.oneof(
    fc.tuple(fc.constantFrom('ines', 'jonas'), fc.constantFrom('a', 'b', 'c')).map(([p, c]) => watch(p, `${p}-${c}`)),
    fc.constantFrom('ines-a', 'jonas-b').map((connection): RosterCommand => ({ type: 'Unwatch', connection })),
    fc.constantFrom('ines', 'jonas').map((person): RosterCommand => ({ type: 'UnwatchPerson', person })),
    fc.constant<RosterCommand>({ type: 'ServerGone', server: 'server-1' }),
  );
  fc.assert(
    fc.property(fc.array(command), command, (all, last) => {
      const roster = after(rosterOf(...all), last);
      assert.deepEqual(decideRoster(roster, last, { now: NOW, by: 'system' }), []);
      assert.ok(roster.watchers.every(({ connections }) => Object.keys(connections).length > 0));
    }),
  );
});

test('[M2] what somebody may not have been shown in Teams stands on the roster until they say otherwise, and only while they watch', () => {
  const doubt = (person: string, ...entries: string[]): RosterCommand => ({ type: 'Doubt', person, entries });
  const watched = rosterOf(watch('ines', 'a'), watch('jonas', 'b'), doubt('ines', 'm1', 'm2'));
  assert.deepEqual(
    watched.watchers.map(({ id, doubted }) => [id, doubted]),
    [
      ['ines', ['m1', 'm2']],
      ['jonas', undefined],
    ],
  );
  assert.deepEqual(decideRoster(watched, doubt('ines', 'm1', 'm2'), { now: NOW, by: 'ines' }), []);
  assert.deepEqual(decideRoster(watched, doubt('kofi', 'm1'), { now: NOW, by: 'kofi' }), []);
  assert.deepEqual(after(watched, doubt('ines')).watchers[0]?.doubted, []);
});
