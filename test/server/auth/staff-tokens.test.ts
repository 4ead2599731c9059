import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isRefusal, type Refusal } from '@floorwalk/core';
import type { Claims } from '../../../server/auth/claims.ts';
import { createStaffTokens, type StaffTokens } from '../../../server/auth/staff-tokens.ts';
import { AUDIENCE, startIdentityProvider, type IdentityProvider } from '../../support/identity-provider.ts';

let provider: IdentityProvider;
let tokens: StaffTokens;
let elapsed = 0;
const claims = { user: 'person', tenant: 'tenant', roles: 'roles', scope: 'queues' };
const open = (url = provider.url): StaffTokens =>
  createStaffTokens(
    { url, audience: [AUDIENCE], jwks: null, claims, tenants: [] },
    { now: () => Date.now() + elapsed, rereadAfterMs: 0 },
  );
before(async () => {
  provider = await startIdentityProvider();
  tokens = open();
});
after(() => provider.close());

const ines = { person: 'ines@acme', tenant: 'acme', roles: ['supervisor', 'janitor'], queues: 'billing delivery' };
const accepted = (answer: Claims | Refusal): Claims => {
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  return answer;
};
const refused = async (token: string): Promise<Refusal> => {
  const answer = await tokens.verify(token);
  assert.ok(isRefusal(answer), 'it was accepted');
  return answer;
};

test('[R2] a token that a real identity provider issued says who it is, whose floor, which roles and which queues', async () => {
  const found = accepted(await tokens.verify(await provider.token(ines)));
  assert.deepEqual(found.identities, [{ issuer: provider.url, subject: 'ines@acme' }]);
  assert.equal(found.tenant, 'acme');
  assert.deepEqual(found.roles, ['supervisor']);
  assert.deepEqual(found.scope, ['billing', 'delivery']);
});

test('a Teams tab’s token names its Entra account too', async () => {
  const found = accepted(await tokens.verify(await provider.token({ ...ines, tid: 't-1', oid: 'o-1' })));
  assert.deepEqual(found.identities[1], { entra: { tenant: 't-1', object: 'o-1' } });
});

test('[R3] Entra dates its usual token five minutes back and lets it live an hour and more: it is refused, and why is said', async () => {
  const seconds = Math.floor(Date.now() / 1_000);
  const living = (minutes: number): Promise<string> =>
    provider.forge({ ...ines, iat: seconds - 300, exp: seconds + minutes * 60 });
  assert.match((await refused(await living(60))).detail, /live longer than 60 minutes/u);
  accepted(await tokens.verify(await living(45)));
});

test('a token that names one of several audiences is accepted', async () => {
  const both = createStaffTokens(
    { url: provider.url, audience: ['floorwalk', AUDIENCE], jwks: null, claims, tenants: [] },
    { now: Date.now },
  );
  accepted(await both.verify(await provider.token(ines)));
  assert.ok(isRefusal(await both.verify(await provider.token(ines, { audience: 'https://other.example/' }))));
});

test('[R2] a claim of the wrong type gives no right', async () => {
  const found = accepted(
    await tokens.verify(await provider.token({ ...ines, roles: { supervisor: true }, queues: 7 })),
  );
  assert.deepEqual([found.roles, found.scope], [[], []]);
});

test('[R3] a token for another audience is refused', async () => {
  assert.equal(
    (await refused(await provider.token(ines, { audience: 'https://other.example/' }))).refusal,
    'unauthenticated',
  );
});

test('[R3] a token of another issuer is refused, though this one’s key signed it', async () => {
  assert.equal(
    (await refused(await provider.forge({ ...ines, iss: 'https://evil.example' }))).refusal,
    'unauthenticated',
  );
});

test('[R3] a token that another provider issued is refused', async () => {
  const other = await startIdentityProvider();
  try {
    assert.equal((await refused(await other.token(ines))).refusal, 'unauthenticated');
  } finally {
    await other.close();
  }
});

test('[R3] an unsigned token and one signed with a public value as a secret are refused', async () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const seconds = Math.floor(Date.now() / 1_000);
  const payload = part({ iss: provider.url, aud: AUDIENCE, iat: seconds, exp: seconds + 60, ...ines });
  assert.equal((await refused(`${part({ alg: 'none' })}.${payload}.`)).refusal, 'unauthenticated');
  assert.equal(
    (await refused(`${part({ alg: 'HS256', kid: 'k1' })}.${payload}.c2lnbmF0dXJl`)).refusal,
    'unauthenticated',
  );
});

test('[R3] a changed token is refused', async () => {
  const [head, , signature] = (await provider.token(ines)).split('.');
  const other = Buffer.from(JSON.stringify({ ...ines, iss: provider.url, aud: AUDIENCE })).toString('base64url');
  assert.equal((await refused(`${head}.${other}.${signature}`)).refusal, 'unauthenticated');
});

test('[R3] an expired token is refused, after 30 s of tolerance for clocks', async () => {
  const token = await provider.token(ines, { ttl: 60 });
  elapsed = 80_000;
  accepted(await tokens.verify(token));
  elapsed = 95_000;
  assert.match((await refused(token)).detail, /has expired/u);
  elapsed = 0;
});

test('[R3] a token without an end, or that lives longer than 60 minutes, is refused', async () => {
  accepted(await tokens.verify(await provider.token(ines, { ttl: 3_600 })));
  assert.match((await refused(await provider.token(ines, { ttl: 3_601 }))).detail, /60 minutes/u);
  assert.equal((await refused(await provider.forge({ ...ines, exp: undefined }))).refusal, 'unauthenticated');
  assert.equal((await refused(await provider.forge({ ...ines, iat: undefined }))).refusal, 'unauthenticated');
});

test('keys are read once and kept, and read again for a token signed with a new one', async () => {
  const before = provider.keyReads();
  for (let n = 0; n < 5; n++) accepted(await tokens.verify(await provider.token(ines)));
  assert.equal(provider.keyReads(), before);
  const old = await provider.token(ines);
  await provider.rotate();
  accepted(await tokens.verify(await provider.token(ines)));
  assert.equal(provider.keyReads(), before + 1);
  assert.equal((await refused(old)).refusal, 'unauthenticated');
});

test('a provider that does not answer is not the bearer’s fault, and is asked again for the next token', async () => {
  const token = await provider.token(ines);
  let isUp = false;
  const shaky = createStaffTokens(
    { url: provider.url, audience: [AUDIENCE], jwks: null, claims, tenants: [] },
    { now: Date.now, fetch: (...args) => (isUp ? fetch(...args) : Promise.reject(new TypeError('fetch failed'))) },
  );
  const down = await shaky.verify(token);
  assert.ok(isRefusal(down));
  assert.equal(down.refusal, 'busy');
  isUp = true;
  accepted(await shaky.verify(token));
});

const TROUBLES: Readonly<Record<string, () => Promise<Response>>> = {
  'does not answer': () => Promise.reject(new TypeError('fetch failed')),
  'answers 503': async () => new Response('try later', { status: 503 }),
  'answers a page': async () => new Response('<html>Maintenance</html>'),
  'answers something else': async () => Response.json({ error: 'maintenance' }),
};

for (const [what, answer] of Object.entries(TROUBLES)) {
  test(`[R3] a provider whose keys’ address ${what} signs nobody out for an hour, and is said once`, async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    let isTroubled = true;
    const told: (string | null)[] = [];
    const shaky = createStaffTokens(
      { url: provider.url, audience: [AUDIENCE], jwks: null, claims, tenants: [] },
      {
        now: Date.now,
        fetch: (...asked) =>
          isTroubled && typeof asked[0] === 'string' && asked[0].endsWith('/jwks') ? answer() : fetch(...asked),
        rereadAfterMs: 0,
        told: (trouble) => told.push(trouble && trouble.message),
      },
    );
    const answered = async (header = {}): Promise<string> => {
      const said = await shaky.verify(await provider.forge(ines, header));
      return isRefusal(said) ? said.refusal : 'accepted';
    };
    const minutesLater = (minutes: number): void => t.mock.timers.tick(minutes * 60_000);
    assert.equal(await answered(), 'busy', 'no key was read yet');
    isTroubled = false;
    assert.equal(await answered(), 'accepted');
    isTroubled = true;
    minutesLater(6);
    assert.equal(await answered(), 'accepted');
    assert.equal(await answered({ kid: 'newer than those that were read' }), 'busy');
    minutesLater(53);
    assert.equal(await answered(), 'accepted');
    minutesLater(6);
    assert.equal(await answered(), 'busy', 'they hold no longer than a token lives');
    isTroubled = false;
    assert.equal(await answered(), 'accepted');
    assert.equal(await answered({ kid: 'nobody’s' }), 'unauthenticated');
    assert.deepEqual(
      told.map((trouble) => trouble !== null),
      [true, false, true, false],
    );
  });
}
