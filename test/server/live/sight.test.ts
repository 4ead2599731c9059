import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '@floorwalk/core';
import type { Role } from '@floorwalk/core';
import type { Tenant } from '../../../server/engine/engine.ts';
import { accessTo } from '../../../server/live/access.ts';
import type { PersonActor } from '../../../server/live/auth-port.ts';
import { detailFor } from '../../../server/live/detail.ts';
import type { ReaderRole } from '../../../server/live/reader.ts';
import { sightOf } from '../../../server/live/sight.ts';
import { world } from '../../support/world.ts';

const readerRoles: readonly ReaderRole[] = ['primary', 'offeree', 'consultant', 'consultee', 'watcher', 'reader'];
const roleSets: readonly (readonly Role[])[] = [
  ['supervisor'],
  ['administrator'],
  ['supervisor', 'administrator'],
  ['agent'],
  ['supervisor', 'agent'],
];
const scopes = ['all', ['billing'], ['delivery'], ['billing', 'delivery'], ['delivery', 'billing'], []] as const;

/** Two of each kind of person, and everybody who takes part in something. */
function people(): readonly PersonActor[] {
  const kinds = roleSets.flatMap((roles) => scopes.map((scope) => ({ roles, scope })));
  const strangers = kinds.flatMap(({ roles, scope }, i) =>
    ['first', 'second'].map((which) => ({
      kind: 'person' as const,
      id: `${which}-${i}`,
      name: which,
      roles,
      scope,
      from: 'panel' as const,
    })),
  );
  const { actor } = world();
  const known = ['ana', 'ben', 'kofi', 'ines', 'jonas', 'ada'].map(actor).filter(isPerson);
  return [...strangers, ...known];
}

const isPerson = (actor: Actor): actor is PersonActor => actor.kind === 'person';

test('[R1][P1] people who share a sight of a conversation may read the same of it and see the same', () => {
  const { floor, now } = world();
  const tenant = { floor, now: () => now } as Tenant;
  let shared = 0;
  for (const c of floor.conversations.values()) {
    const joined = { ...c, consultants: [{ id: 'first-0', since: now }] };
    const hand = { agent: 'ana', at: now, text: 'Help', claimed: { by: 'first-0', at: now } };
    for (const one of [c, joined, { ...c, hand }]) {
      const seen = new Map<string, readonly string[]>();
      for (const actor of people()) {
        const sees = [
          accessTo(tenant, actor, one),
          ...readerRoles.map((role) => detailFor(tenant, actor, one, role)),
        ].map((part) => JSON.stringify(part));
        const key = sightOf(actor, one);
        const before = seen.get(key);
        if (before) {
          shared += 1;
          assert.deepEqual(sees, before, `${actor.id} in ${one.id}`);
        }
        seen.set(key, sees);
      }
    }
  }
  assert.ok(shared > 100, `${shared} pairs were compared`);
});
