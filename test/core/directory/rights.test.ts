import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Scope } from '../../../core/directory/index.ts';
import { effectiveActor } from '../../../core/directory/index.ts';
import type { Role } from '../../../core/words.ts';
import { roles } from '../../../core/words.ts';
import { world } from '../../support/world.ts';

const w = world();
/** Roles and scope that a person of the world has with this token. */
function rightsOf(id: string, tokenRoles?: readonly Role[], tokenScope?: Scope): { roles: unknown; scope: unknown } {
  const actor = effectiveActor(w.person(id), tokenRoles, tokenScope, 'panel');
  assert.ok(actor.kind === 'person');
  return { roles: actor.roles, scope: actor.scope };
}

test('[R2] rights are those of the directory and the token together', () => {
  assert.deepEqual(rightsOf('ines', ['supervisor', 'administrator'], ['billing']), {
    roles: ['supervisor'],
    scope: ['billing'],
  });
  assert.deepEqual(rightsOf('jonas', undefined, ['billing', 'delivery']).scope, ['billing']);
  assert.deepEqual(rightsOf('jonas', ['agent']).roles, []);
});

test('[R2] a token that names neither takes nothing away', () => {
  assert.deepEqual(rightsOf('jonas'), { roles: ['supervisor'], scope: ['billing'] });
});

test('[R3] a disabled person may do nothing, whatever the token says', () => {
  const disabled = { ...w.person('ines'), disabled: true };
  const actor = effectiveActor(disabled, ['supervisor'], 'all', 'panel');
  assert.ok(actor.kind === 'person');
  assert.deepEqual([actor.roles, actor.scope], [[], []]);
});

test('[R2] no token adds a role or a queue', () => {
  const tokenRoles = fc.option(fc.subarray([...roles]), { nil: undefined });
  const queues = fc.subarray(['billing', 'delivery', 'phones']);
  const tokenScope = fc.option(fc.oneof(fc.constant('all' as const), queues), { nil: undefined });
  fc.assert(
    fc.property(tokenRoles, queues, tokenScope, (given, own, scope) => {
      const person = { ...w.person('jonas'), scope: own };
      const actor = effectiveActor(person, given, scope, 'panel');
      assert.ok(actor.kind === 'person' && actor.scope !== 'all');
      assert.ok(actor.roles.every((role) => person.roles.includes(role)));
      assert.ok(actor.scope.every((queue) => own.includes(queue)));
    }),
  );
});

test('[C6] a bot is a bot, with no rights of a person', () => {
  assert.deepEqual(effectiveActor(w.person('assistant'), ['supervisor'], 'all', 'api'), {
    kind: 'bot',
    id: 'assistant',
  });
});

test('[R4] who speaks for a person is kept for the audit', () => {
  const actor = effectiveActor(w.person('ines'), undefined, undefined, 'teams', 'teams-bot');
  assert.ok(actor.kind === 'person');
  assert.deepEqual([actor.through, actor.from], ['teams-bot', 'teams']);
});
