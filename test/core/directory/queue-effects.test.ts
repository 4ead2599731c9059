import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveEffects, type DirectoryEntry, type Person, type Queue } from '../../../core/directory/index.ts';
import { world, type World } from '../../support/world.ts';

const effectsOf = (w: World, change: Partial<Queue>, also: readonly DirectoryEntry[] = []) => {
  const value = { ...w.queue('billing'), ...change };
  return new Map(saveEffects(w.floor, { kind: 'queue', value }, also).map(({ effect, count }) => [effect, count]));
};
const without = (person: Person): DirectoryEntry => ({
  kind: 'person',
  value: { ...person, queues: person.queues.filter((queue) => queue !== 'billing') },
});

test('[D1] another distribution says what becomes of those who wait', () => {
  const w = world();
  w.edit('queue', 'billing', { distribution: 'push' });
  assert.deepEqual([...effectsOf(w, { distribution: 'pick' })], [['offeredNoMore', 1]]);
  w.edit('queue', 'billing', { distribution: 'pick' });
  assert.deepEqual([...effectsOf(w, { distribution: 'push' })], [['offeredAtOnce', 1]]);
  assert.deepEqual([...effectsOf(w, { distribution: 'external' })], []);
  assert.deepEqual([...effectsOf(w, { name: 'Bills' })], []);
});

test('[D1] agents who leave a queue with the save, and lose their only one by it, are counted', () => {
  const w = world();
  const members = [...w.floor.people.values()].filter((p) => p.roles.includes('agent') && p.queues.includes('billing'));
  const effects = effectsOf(w, {}, members.map(without));
  assert.equal(effects.get('membersLeave'), members.filter(({ bot }) => !bot).length);
  const alone = members.filter(({ bot, queues }) => !bot && queues.length === 1).length;
  assert.equal(effects.get('agentsLoseOnlyQueue'), alone === 0 ? undefined : alone);
  assert.equal(effects.get('noMembers'), 1);
  const kept = effectsOf(w, {}, members.slice(1).map(without));
  assert.equal(kept.get('noMembers'), undefined);
});
