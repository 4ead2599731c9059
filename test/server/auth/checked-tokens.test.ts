import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, refuse, type Refusal } from '@floorwalk/core';
import { digestOf, rememberChecks } from '../../../server/auth/checked-tokens.ts';
import type { Claims } from '../../../server/auth/claims.ts';
import { createStaffTokens, type StaffTokens } from '../../../server/auth/staff-tokens.ts';
import { AUDIENCE, startIdentityProvider } from '../../support/identity-provider.ts';

const ENDS = 60_000;

/** Tokens of which every check is counted, dated by `clock`. */
function counting(answer?: () => Claims | Refusal) {
  const seen = { checks: 0, keys: 1 as number | undefined, now: 0 };
  const claims = (user: string): Claims => ({
    identities: [],
    user,
    tenant: 't',
    roles: [],
    scope: undefined,
    rights: [],
    expiresAt: ENDS,
  });
  const tokens: StaffTokens = {
    keys: () => seen.keys,
    verify: (token) => {
      seen.checks += 1;
      return Promise.resolve(answer?.() ?? claims(token));
    },
  };
  return { seen, tokens };
}

test('a token is checked once while it lives, and each says who it is', async () => {
  const { seen, tokens } = counting();
  const check = rememberChecks(tokens, () => seen.now);
  const ask = async (token: string): Promise<string | false> => {
    const found = await check(token, digestOf(token));
    return !isRefusal(found) && found.user;
  };
  assert.deepEqual(
    [await ask('ines'), await ask('ana'), await ask('ines'), await ask('ana')],
    ['ines', 'ana', 'ines', 'ana'],
  );
  assert.equal(seen.checks, 2);
});

test('[R3] at the instant at which a token ends it is checked again', async () => {
  const { seen, tokens } = counting();
  const check = rememberChecks(tokens, () => seen.now);
  await check('ines', 'd');
  seen.now = ENDS - 1;
  await check('ines', 'd');
  assert.equal(seen.checks, 1);
  seen.now = ENDS;
  await check('ines', 'd');
  assert.equal(seen.checks, 2);
});

test('[R3] what was checked with keys that were read again is checked again, and while they are being read nothing is kept', async () => {
  const { seen, tokens } = counting();
  const check = rememberChecks(tokens, () => seen.now);
  await check('ines', 'd');
  seen.keys = 2;
  await check('ines', 'd');
  assert.equal(seen.checks, 2);
  seen.keys = undefined;
  await check('ines', 'd');
  await check('ines', 'd');
  assert.equal(seen.checks, 4);
  // Not even what was known before: the keys may be others by now.
  seen.keys = 2;
  await check('ines', 'd');
  assert.equal(seen.checks, 5);
});

test('[R3] a check that ends after the keys were read again is not kept', async () => {
  const { seen, tokens } = counting();
  const slow = Promise.withResolvers<void>();
  const verify: StaffTokens['verify'] = async (token) => {
    if (token === 'slow') await slow.promise;
    return tokens.verify(token);
  };
  const check = rememberChecks({ ...tokens, verify }, () => seen.now);
  const begun = check('slow', 's');
  seen.keys = 2;
  await check('ines', 'd');
  slow.resolve();
  await begun;
  await check('slow', 's');
  assert.equal(seen.checks, 3);
});

test('a refusal is not kept', async () => {
  const { seen, tokens } = counting(() => refuse('busy'));
  const check = rememberChecks(tokens, () => seen.now);
  assert.ok(isRefusal(await check('ines', 'd')));
  assert.ok(isRefusal(await check('ines', 'd')));
  assert.equal(seen.checks, 2);
});

test('no more tokens are remembered than there is room for: the oldest is checked again', async () => {
  const { seen, tokens } = counting();
  const check = rememberChecks(tokens, () => seen.now, 2);
  for (const token of ['one', 'two', 'three', 'three', 'two']) await check(token, token);
  assert.equal(seen.checks, 3);
  await check('one', 'one');
  assert.equal(seen.checks, 4);
});

test('[R3] a token that was remembered counts no more once its provider has withdrawn the key that signed it', async () => {
  const provider = await startIdentityProvider();
  try {
    const published = { keys: true };
    const claims = { user: 'person', tenant: 'tenant', roles: 'roles', scope: 'queues' };
    let reads = 0;
    const tokens = createStaffTokens(
      { url: provider.url, audience: [AUDIENCE], jwks: null, claims, tenants: [] },
      {
        now: Date.now,
        rereadAfterMs: 0,
        fetch: async (...asked) => {
          const answer = await fetch(...asked);
          if (answer.url.includes('openid-configuration')) return answer;
          reads += 1;
          return published.keys ? answer : Response.json({ keys: [] });
        },
      },
    );
    const check = rememberChecks(tokens, Date.now);
    const token = await provider.token({ person: 'ines@acme', tenant: 'acme' });
    const isTaken = async (one: string): Promise<boolean> => !isRefusal(await check(one, digestOf(one)));
    assert.deepEqual([await isTaken(token), await isTaken(token), await isTaken(token)], [true, true, true]);
    assert.equal(reads, 1);
    published.keys = false;
    // Whoever brings a token of a key that is not known has the keys read again.
    const foreign = await provider.forge({ person: 'ines@acme', tenant: 'acme' }, { kid: 'another' });
    assert.equal(await isTaken(foreign), false);
    assert.equal(await isTaken(token), false);
  } finally {
    await provider.close();
  }
});
