import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { isRefusal, type Refusal } from '@floorwalk/core';
import { personDefaults, type Person } from '@floorwalk/core/directory';
import { createAuth, type Auth, type Caller } from '../../../server/auth/auth.ts';
import { readConfig } from '../../../server/config.ts';
import { must, startEngine, systemActor, type Running } from '../../support/engine.ts';
import { AUDIENCE, startIdentityProvider, type IdentityProvider } from '../../support/identity-provider.ts';

let provider: IdentityProvider;
let running: Running;
let auth: Auth;
const hash = (key: string): string => createHash('sha256').update(key).digest('hex');

before(async () => {
  provider = await startIdentityProvider();
  running = await startEngine();
  const config = readConfig({
    FLOORWALK_ISSUER: provider.url,
    FLOORWALK_AUDIENCE: AUDIENCE,
    FLOORWALK_CLAIM_USER: 'person',
    FLOORWALK_CLAIM_TENANT: 'tenant',
    FLOORWALK_CLAIM_ROLES: 'roles',
    FLOORWALK_CLAIM_SCOPE: 'queues',
    FLOORWALK_CHAT_SECRET: 'x'.repeat(32),
    FLOORWALK_INTEGRATION_KEYS: `crm:${hash('old key')}:acme:open+say,crm:${hash('new key')}:acme:open+say,bot:${hash('bot key')}:acme:onBehalf`,
  });
  auth = await createAuth(config, running);
  await save('maria', { roles: ['supervisor', 'agent'], scope: ['billing', 'delivery'] });
});
after(async () => {
  await running.close();
  await provider.close();
});

async function save(id: string, change: Partial<Person>): Promise<void> {
  const value: Person = {
    ...personDefaults,
    id,
    name: id,
    roles: [],
    identities: [{ issuer: provider.url, subject: `${id}@acme` }],
    ...change,
  };
  must(await running.tenant.run(systemActor, { of: 'directory', entry: { kind: 'person', value } }));
}
const maria = { person: 'maria@acme', tenant: 'acme', roles: ['supervisor', 'agent'], queues: 'all' };
const accepted = (answer: Caller | Refusal): Caller => {
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  return answer;
};

test('[R3] a token that was used before gives no more than the directory does now', async () => {
  await save('olga', { roles: ['supervisor'], scope: 'all' });
  const token = await provider.token({ ...maria, person: 'olga@acme', roles: ['supervisor'] });
  const rights = async (): Promise<unknown> => {
    const found = await auth.caller(token);
    return isRefusal(found) ? found.refusal : found.actor.kind === 'person' && [found.actor.roles, found.actor.scope];
  };
  for (const _ of [1, 2, 3]) assert.deepEqual(await rights(), [['supervisor'], 'all']);
  await save('olga', { roles: ['supervisor'], scope: ['billing'] });
  assert.deepEqual(await rights(), [['supervisor'], ['billing']]);
  await save('olga', { roles: [], scope: 'all' });
  assert.deepEqual(await rights(), [[], 'all']);
  await save('olga', { roles: ['supervisor'], scope: 'all', disabled: true });
  assert.equal(await rights(), 'unauthenticated');
  await save('olga', { roles: ['supervisor'], scope: 'all' });
  assert.deepEqual(await rights(), [['supervisor'], 'all']);
});

test('[R2] rights are those of the directory and the token together', async () => {
  const both = accepted(await auth.caller(await provider.token(maria)));
  assert.deepEqual(both.actor, {
    kind: 'person',
    id: 'maria',
    name: 'maria',
    roles: ['supervisor', 'agent'],
    scope: ['billing', 'delivery'],
    from: 'panel',
  });
  const less = { ...maria, roles: ['agent', 'administrator'], queues: 'delivery cases' };
  const { actor } = accepted(await auth.caller(await provider.token(less)));
  assert.ok(actor.kind === 'person');
  assert.deepEqual([actor.roles, actor.scope], [['agent'], ['delivery']]);
});

test('[R2] a token of another tenant opens nothing of this one, even for the same name', async () => {
  const answer = await auth.caller(await provider.token({ ...maria, tenant: 'other' }));
  assert.ok(isRefusal(answer));
  assert.equal(answer.refusal, 'unauthenticated');
  assert.ok(isRefusal(await auth.caller(await provider.token({ ...maria, tenant: undefined }))));
});

test('who is signed in but not in the directory is told so', async () => {
  const answer = await auth.caller(await provider.token({ ...maria, person: 'stranger@acme' }));
  assert.ok(isRefusal(answer));
  assert.match(answer.detail, /not in the directory/u);
});

test('[R3] a disabled person is refused, and an open session learns it by asking again', async () => {
  await save('pia', { roles: ['supervisor'], scope: 'all' });
  const token = await provider.token({ ...maria, person: 'pia@acme' });
  const session = await auth.staff.verify(token);
  assert.ok(!isRefusal(session));
  await save('pia', { roles: ['supervisor'], scope: ['billing'] });
  const now = await auth.staff.actorNow('acme', 'pia', session.actor);
  assert.ok(!isRefusal(now));
  assert.deepEqual(now.scope, ['billing']);
  await save('pia', { roles: ['supervisor'], disabled: true });
  assert.ok(isRefusal(await auth.staff.actorNow('acme', 'pia', session.actor)));
  assert.ok(isRefusal(await auth.caller(token)));
});

test('[R3] what somebody brought counts no more for a request under way once they are disabled or lose a role of it', async () => {
  await save('rui', { roles: ['administrator', 'agent'] });
  const roles = ['administrator', 'agent'];
  const caller = accepted(await auth.caller(await provider.token({ ...maria, person: 'rui@acme', roles })));
  assert.equal(auth.isWithdrawn(caller), false);
  await save('rui', { roles: ['agent'] });
  assert.equal(auth.isWithdrawn(caller), true);
  await save('rui', { roles: ['administrator', 'agent'], disabled: true });
  assert.equal(auth.isWithdrawn(caller), true);
  await save('rui', { roles: ['administrator', 'agent', 'supervisor'] });
  assert.equal(auth.isWithdrawn(caller), false);
  assert.equal(auth.isWithdrawn({ ...caller, expiresAt: Date.now() - 1 }), true);
});

test('[R2] an integration does what its key lists; while it is rotated both keys work', async () => {
  for (const key of ['old key', 'new key']) {
    const { actor, tenant } = accepted(await auth.caller(key));
    assert.deepEqual(actor, { kind: 'integration', id: 'crm', rights: ['open', 'say'] });
    assert.equal(tenant.id, 'acme');
  }
  assert.ok(isRefusal(await auth.caller('no key')));
  assert.ok(isRefusal(await auth.caller(hash('new key'))));
});

test('[R4] who may speak for others does so as them, by id or by Teams account', async () => {
  await save('tea', { roles: ['supervisor'], scope: 'all', identities: [{ entra: { tenant: 't', object: 'o' } }] });
  for (const person of ['tea', 'entra:t:o']) {
    const { actor } = accepted(await auth.caller('bot key', { person, from: 'teams' }));
    assert.deepEqual(actor, {
      kind: 'person',
      id: 'tea',
      name: 'tea',
      roles: ['supervisor'],
      scope: 'all',
      from: 'teams',
      through: 'bot',
    });
  }
  const refused = await auth.caller('new key', { person: 'tea', from: 'teams' });
  assert.ok(isRefusal(refused));
  assert.equal(refused.refusal, 'role');
});

test('an integration’s token or key is not for the live panels', async () => {
  const answer = await auth.staff.verify('new key');
  assert.ok(isRefusal(answer));
  assert.equal(answer.refusal, 'role');
});

test('outside the demonstration nothing issues tokens', () => assert.equal(auth.demo, null));
