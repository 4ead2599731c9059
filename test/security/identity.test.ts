import assert from 'node:assert/strict';
import { createHash, createPublicKey, type JsonWebKey } from 'node:crypto';
import { after, before, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { AUDIENCE } from '../support/identity-provider.ts';
import { openHouse, type House } from './support/house.ts';

// Who may come in, tried on the whole server with a real identity provider: what a forger would try, and the shapes in
// which Entra ID, Keycloak and Auth0 document their claims.

let house: House;
before(async () => void (house = await openHouse()));
after(() => house.close());

const floorFor = async (token: string, at = house): Promise<string> => {
  const { status, json } = await at.call(token, 'GET', '/v1/floor');
  return status === 200 ? '200' : `${status} ${String(json['refusal'])}`;
};
const seconds = (): number => Math.floor(house.clock.now() / 1_000);
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = () => ({
  iss: house.provider.url,
  aud: AUDIENCE,
  sub: 'ines',
  tenant: 'acme',
  iat: seconds(),
  exp: seconds() + 600,
});

test('[R3] an unsigned token is refused, however its header spells it', async () => {
  assert.equal(await floorFor(await house.token('acme', 'ines')), '200');
  for (const alg of ['none', 'None', 'NONE', ''])
    for (const signature of ['', 'x'])
      assert.equal(await floorFor(`${part({ alg, kid: 'k1' })}.${part(claims())}.${signature}`), '401 unauthenticated');
});

test('[R3] a token signed with the provider’s public key as if it were a secret is refused', async () => {
  const { keys } = (await (await fetch(`${house.provider.url}/jwks`)).json()) as { keys: JWK[] };
  const [jwk] = keys;
  assert.ok(jwk);
  const pem = String(
    createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' }).export({ type: 'spki', format: 'pem' }),
  );
  for (const alg of ['HS256', 'HS384', 'HS512'])
    for (const secret of [pem, pem.trim(), JSON.stringify(jwk), String(jwk.n)]) {
      const signed = (one: Uint8Array): Promise<string> =>
        new SignJWT(claims()).setProtectedHeader({ alg, kid: jwk.kid ?? '' }).sign(one);
      const key = new TextEncoder().encode(secret.padEnd(64));
      const tried = [key, new TextEncoder().encode(secret)].filter(({ length }) => length >= 64);
      for (const one of tried) assert.equal(await floorFor(await signed(one)), '401 unauthenticated');
    }
});

test('[R3] a key that a token brings along, or an address to fetch one from, counts for nothing', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = await exportJWK(publicKey);
  for (const header of [
    { jwk },
    { jku: 'https://evil.example/jwks' },
    { x5u: 'https://evil.example/' },
    { kid: '../../dev/null' },
  ]) {
    const token = await new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', ...header }).sign(privateKey);
    assert.equal(await floorFor(token), '401 unauthenticated', Object.keys(header).join());
  }
});

test('[R3] audience, issuer, start, end and life are held to, with 30 s of tolerance for clocks', async () => {
  const ask = (more: Readonly<Record<string, unknown>>): Promise<string> =>
    house.provider.forge({ ...claims(), ...more }).then((token) => floorFor(token));
  const now = seconds();
  assert.equal(await ask({ aud: ['other', AUDIENCE] }), '200');
  assert.equal(await ask({ exp: now - 20, iat: now - 600 }), '200');
  assert.equal(await ask({ nbf: now + 20 }), '200');
  for (const wrong of [
    { aud: 'other' },
    { aud: [] },
    { aud: undefined },
    { iss: `${house.provider.url}/` },
    { iss: undefined },
    { exp: now - 31, iat: now - 600 },
    { nbf: now + 31 },
    { exp: now + 3_601 },
    { exp: undefined },
    { iat: undefined },
    { sub: undefined },
    { sub: 'nobody' },
    { tenant: undefined },
    { tenant: ['acme'] },
  ])
    assert.equal(await ask(wrong), '401 unauthenticated', JSON.stringify(wrong));
});

test('[R3] the provider’s new key counts at once, and the old one no more', async () => {
  const before = await house.token('acme', 'ines');
  assert.equal(await floorFor(before), '200');
  await house.provider.rotate();
  // Keys are read again at most every thirty seconds of the machine; a house of its own has read none yet.
  const other = await openHouse({ env: { FLOORWALK_ISSUER: house.provider.url } });
  try {
    await other.editPerson('acme', 'ines', { identities: [{ issuer: house.provider.url, subject: 'ines' }] });
    assert.equal(await floorFor(await house.token('acme', 'ines'), other), '200');
    assert.equal(await floorFor(before, other), '401 unauthenticated');
  } finally {
    await other.close();
  }
});

test('a key of an integration is kept as a hash, gives what it lists, and the hash itself opens nothing', async () => {
  const key = 'read-only-key';
  const sha256 = createHash('sha256').update(key).digest('hex');
  const other = await openHouse({ env: { FLOORWALK_INTEGRATION_KEYS: `reader:${sha256}:acme:read` } });
  try {
    assert.equal((await other.call(key, 'GET', '/v1/conversations')).status, 200);
    const body = { workstream: 'live-chat', customer: { name: 'Mara' } };
    assert.equal((await other.call(key, 'POST', '/v1/conversations', { body })).json['refusal'], 'role');
    assert.equal((await other.call(key, 'GET', '/v1/outbox?workstream=live-chat')).json['refusal'], 'role');
    const behalf = { 'floorwalk-on-behalf-of': 'ines' };
    assert.equal((await other.call(key, 'GET', '/v1/floor', { headers: behalf })).json['refusal'], 'role');
    assert.equal((await other.call(sha256, 'GET', '/v1/conversations')).status, 401);
    assert.ok(!other.logged.join('').includes(key));
  } finally {
    await other.close();
  }
});

const shapes = {
  'Entra ID': {
    env: { FLOORWALK_CLAIM_USER: 'oid', FLOORWALK_CLAIM_TENANT: 'tenant', FLOORWALK_CLAIM_ROLES: 'roles' },
    identity: {
      entra: { tenant: '9122040d-6c67-4c5b-b112-36a304b66dad', object: '690222be-ff1a-4d56-abd1-7e4f7d38e474' },
    },
    claims: (roles: readonly string[]) => ({
      sub: 'AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ',
      oid: '690222be-ff1a-4d56-abd1-7e4f7d38e474',
      tid: '9122040d-6c67-4c5b-b112-36a304b66dad',
      ver: '2.0',
      scp: 'access_as_user',
      azp: '6e74172b-be56-4843-9ff4-e66a39bb12e3',
      preferred_username: 'ines@contoso.example',
      roles,
    }),
  },
  Keycloak: {
    env: {
      FLOORWALK_CLAIM_TENANT: 'tenant',
      FLOORWALK_CLAIM_ROLES: 'realm_access.roles',
      FLOORWALK_CLAIM_SCOPE: 'queues',
    },
    identity: { issuer: '', subject: 'f:8f1e2a6c-ines' },
    claims: (roles: readonly string[]) => ({
      sub: 'f:8f1e2a6c-ines',
      typ: 'Bearer',
      azp: 'floor-panel',
      realm_access: { roles: [...roles, 'offline_access', 'uma_authorization'] },
      resource_access: { account: { roles: ['manage-account', 'supervisor'] } },
      scope: 'openid profile',
      queues: ['billing', 'delivery'],
    }),
  },
  Auth0: {
    env: { FLOORWALK_CLAIM_TENANT: 'tenant', FLOORWALK_CLAIM_ROLES: 'https://floor.example/roles' },
    identity: { issuer: '', subject: 'auth0|5f7c8ec7c33c6c004bbafe82' },
    claims: (roles: readonly string[]) => ({
      sub: 'auth0|5f7c8ec7c33c6c004bbafe82',
      azp: 'my_client_id',
      scope: 'openid profile',
      permissions: ['supervisor'],
      'https://floor.example/roles': roles,
    }),
  },
} as const;

for (const [provider, { env, identity, claims: shape }] of Object.entries(shapes))
  test(`[R2] claims as ${provider} documents them name the person and their roles, and nothing else gives a role`, async () => {
    const other = await openHouse({ env });
    try {
      const own = 'entra' in identity ? identity : { ...identity, issuer: other.provider.url };
      await other.editPerson('acme', 'ines', { identities: [own] });
      const token = (roles: readonly string[]): Promise<string> => other.token('acme', '', shape(roles));
      assert.equal(await floorFor(await token(['supervisor']), other), '200');
      const { json } = await other.call(await token(['supervisor', 'janitor']), 'GET', '/v1/floor');
      assert.equal(json['total'], 0);
      assert.equal(await floorFor(await token([]), other), '403 role');
      assert.equal(await floorFor(await token(['administrator']), other), '403 role');
    } finally {
      await other.close();
    }
  });

test('a claim is never found on what every object has', async () => {
  const other = await openHouse({ env: { FLOORWALK_CLAIM_ROLES: 'constructor.name' } });
  try {
    assert.equal(await floorFor(await other.token('acme', 'ines'), other), '403 role');
  } finally {
    await other.close();
  }
});

test('[R3] while the provider is away nobody is told to sign in again: they are told to come back', async () => {
  const other = await openHouse();
  try {
    const token = await other.token('acme', 'ines');
    await other.provider.close();
    const { status, json } = await other.call(token, 'GET', '/v1/floor');
    assert.deepEqual([status, json['refusal']], [503, 'busy']);
    const panel = await other.connect('/v1/live');
    panel.send({ type: 'hello', version: 1, token });
    assert.ok((await panel.closed).code < 4_500, 'a code that one may come back after');
  } finally {
    await other.close();
  }
});
