import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveEffects, type Person } from '../../../core/directory/index.ts';
import { world } from '../../support/world.ts';

const effectsOf = (id: string, change: Partial<Person>) => {
  const w = world();
  w.edit('person', 'ben', { identities: [{ issuer: 'https://id.example', subject: 'ben' }] });
  const value = { ...w.person(id), ...change };
  return new Map(saveEffects(w.floor, { kind: 'person', value }).map(({ effect, count }) => [effect, count]));
};

test('[A4] less capacity than is held says by how many units', () => {
  assert.equal(effectsOf('ana', { capacity: 4 }).get('overCapacity'), 2);
  assert.equal(effectsOf('ana', { capacity: 6 }).get('overCapacity'), undefined);
});

test('[R3] whoever loses their last identity cannot sign in any more', () => {
  assert.equal(effectsOf('ben', { identities: [] }).get('cannotSignIn'), 1);
  assert.equal(effectsOf('ana', { name: 'Ana K.' }).get('cannotSignIn'), undefined);
});

test('[D1] a queue that loses its last member with a person is counted', () => {
  const alone = effectsOf('ana', { queues: [] }).get('queuesLoseLastMember') ?? 0;
  const w = world();
  const only = w
    .person('ana')
    .queues.filter(
      (queue) =>
        ![...w.floor.people.values()].some(({ id, queues, bot }) => id !== 'ana' && !bot && queues.includes(queue)),
    );
  assert.equal(alone, only.length);
});
