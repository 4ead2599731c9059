import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isRefusal } from '@floorwalk/core';
import { discover, issuerFor } from '../../../server/auth/discovery.ts';
import { createStaffTokens, type StaffTokens } from '../../../server/auth/staff-tokens.ts';
import { AUDIENCE, startIdentityProvider, type IdentityProvider } from '../../support/identity-provider.ts';

// A provider for many tenants, as Entra's `organizations`: what it publishes has `{tenantid}` where tokens have a tenant.

const OURS = 'aaaaaaaa-1111-4111-8111-111111111111';
const ALSO = '22222222-2222-4222-8222-222222222222';
const OTHERS = '99999999-9999-4999-8999-999999999999';
const claims = { user: 'sub', tenant: 'tid', roles: null, scope: null };

let provider: IdentityProvider;
before(async () => void (provider = await startIdentityProvider()));
after(() => provider.close());

/** The real provider, publishing itself as one for many tenants, and of its keys whose they are where that is given. */
const publishing =
  (issuer: string, keysOf?: string): typeof fetch =>
  async (input, init) => {
    const answer = await fetch(input, init);
    const at = input instanceof Request ? input.url : input.toString();
    const body = (await answer.json()) as { readonly keys?: readonly object[] };
    if (at.endsWith('openid-configuration')) return Response.json({ ...body, issuer });
    return Response.json({ keys: body.keys?.map((key) => ({ ...key, ...(keysOf && { issuer: keysOf }) })) });
  };
const template = (): string => `${provider.url}/{tenantid}/v2.0`;
const open = (fetcher = publishing(template()), tenants: readonly string[] = [OURS, ALSO]): StaffTokens =>
  createStaffTokens(
    { url: provider.url, audience: [AUDIENCE], jwks: null, claims, tenants },
    { now: Date.now, fetch: fetcher },
  );
const token = (more: object): Promise<string> => provider.forge({ sub: 'ines', oid: 'o-1', ...more });
const of = (tid: string): Promise<string> => token({ tid, iss: `${provider.url}/${tid}/v2.0` });
const isTaken = async (tokens: StaffTokens, given: string): Promise<boolean> => !isRefusal(await tokens.verify(given));

test('[R3] people of the Entra tenants that are listed sign in, each as of their own issuer', async () => {
  const tokens = open();
  for (const tid of [OURS, ALSO]) {
    const found = await tokens.verify(await of(tid));
    assert.ok(!isRefusal(found));
    assert.equal(found.tenant, tid);
    assert.deepEqual(found.identities, [
      { issuer: `${provider.url}/${tid}/v2.0`, subject: 'ines' },
      { entra: { tenant: tid, object: 'o-1' } },
    ]);
  }
});

test('[R3] a tenant that is not listed, an issuer that is not its tenant’s, and the place itself are refused', async () => {
  const tokens = open();
  const iss = (tid: string): string => `${provider.url}/${tid}/v2.0`;
  const wrong: readonly object[] = [
    { tid: OTHERS, iss: iss(OTHERS) },
    { tid: OURS, iss: iss(OTHERS) },
    { tid: OTHERS, iss: iss(OURS) },
    { tid: OURS, iss: iss(ALSO) },
    { tid: OURS, iss: template() },
    { tid: '{tenantid}', iss: template() },
    { iss: iss(OURS) },
    { tid: [OURS], iss: iss(OURS) },
    { tid: `${OURS}/v2.0/../x`, iss: iss(OURS) },
    { tid: OURS, iss: provider.url },
    { tid: OURS.toUpperCase(), iss: iss(OURS) },
  ];
  for (const more of wrong) assert.equal(await isTaken(tokens, await token(more)), false, JSON.stringify(more));
  const refused = await tokens.verify(await of(OTHERS));
  assert.ok(isRefusal(refused) && /organisation/u.test(refused.detail));
});

test('[R3] a key that the provider says is one tenant’s signs for that one alone', async () => {
  const one = open(publishing(template(), `${provider.url}/${OURS}/v2.0`));
  assert.equal(await isTaken(one, await of(OURS)), true);
  assert.equal(await isTaken(one, await of(ALSO)), false);
  assert.equal(await isTaken(open(publishing(template(), template())), await of(ALSO)), true);
});

test('[R3] a provider for many must say which key a token was signed with', async () => {
  const iss = `${provider.url}/${ALSO}/v2.0`;
  const unnamed = await provider.forge({ sub: 'ines', tid: ALSO, iss }, { kid: undefined } as object);
  assert.equal(await isTaken(open(publishing(template(), `${provider.url}/${OURS}/v2.0`)), unnamed), false);
  assert.equal(await isTaken(open(), unnamed), false);
});

test('[R3] without tenants a provider for many is not accepted, nor with them one for one, or of another place', async () => {
  assert.equal(await isTaken(open(publishing(template()), []), await of(OURS)), false);
  for (const name of [
    provider.url,
    'https://evil.example/{tenantid}/v2.0',
    `${provider.url}/{tenantid}/{tenantid}`,
    `${provider.url}/v2.0?tenant={tenantid}`,
    `https://{tenantid}.evil.example/`,
  ])
    await assert.rejects(
      discover({ url: provider.url, audience: [], jwks: null, claims, tenants: [OURS] }, publishing(name)),
      /is not the configuration of/u,
      name,
    );
});

test('the place is filled letter by letter', () => {
  assert.equal(issuerFor('https://a/{tenantid}/v2.0', ['$&'], '$&'), 'https://a/$&/v2.0');
  assert.equal(issuerFor('https://a/', [], undefined), 'https://a/');
});
