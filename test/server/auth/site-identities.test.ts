import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SignJWT, generateKeyPair } from 'jose';
import { isRefusal, type Refusal } from '@floorwalk/core';
import { createSiteIdentities, IDENTITY_AUDIENCE } from '../../../server/auth/site-identities.ts';
import type { SiteIdentity } from '../../../server/live/auth-port.ts';

const NOW = 1_800_000_000_000;
const [old, fresh, other] = ['old', 'new', 'another'].map((word) => word.padEnd(40, '-')) as [string, string, string];
const sites = [
  { site: 'shop', secret: old },
  { site: 'shop', secret: fresh },
  { site: 'bank', secret: other },
];
const identify = createSiteIdentities(sites, () => NOW);
const seconds = NOW / 1_000;
const mara = { sub: 'k-7', name: 'Mara', locale: 'da', aud: IDENTITY_AUDIENCE, iat: seconds, exp: seconds + 600 };

const sign = (claims: Readonly<Record<string, unknown>>, { secret = fresh, kid = 'shop' } = {}): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(new TextEncoder().encode(secret));
const refused = (answer: SiteIdentity | Refusal, why: string): void => {
  assert.ok(isRefusal(answer), `${why}: accepted`);
  assert.deepEqual([answer.refusal, Object.keys(answer).toSorted()], ['unauthenticated', ['detail', 'refusal']], why);
  assert.match(answer.detail, /must be signed by the site/u);
};

test('[R2] a site says who its customer is, with the old secret and the new one while it is replaced', async () => {
  for (const secret of [old, fresh])
    assert.deepEqual(await identify(await sign(mara, { secret })), { id: 'k-7', name: 'Mara', locale: 'da' });
  const { name: _name, locale: _locale, ...nameless } = mara;
  assert.deepEqual(await identify(await sign(nameless)), { id: 'k-7' });
});

test('an identity of another site, secret, audience or time, or of no customer, is refused in one sentence', async () => {
  const wrong: Readonly<Record<string, Promise<string>>> = {
    'another secret': sign(mara, { secret: 'x'.repeat(40) }),
    'another site’s secret': sign(mara, { secret: other }),
    'an unknown site': sign(mara, { kid: 'nobody' }),
    'another audience': sign({ ...mara, aud: 'shop:password-reset' }),
    'no audience': sign({ ...mara, aud: undefined }),
    expired: sign({ ...mara, iat: seconds - 700, exp: seconds - 100 }),
    'not yet': sign({ ...mara, nbf: seconds + 100 }),
    'longer than ten minutes': sign({ ...mara, exp: seconds + 601 }),
    'without an end': sign({ ...mara, exp: undefined }),
    'without a start': sign({ ...mara, iat: undefined }),
    'of nobody': sign({ ...mara, sub: undefined }),
    'an id that is none': sign({ ...mara, sub: '../../etc' }),
    'a name that is no text': sign({ ...mara, name: ['Mara'] }),
    'very long': sign({ ...mara, more: 'x'.repeat(5_000) }),
  };
  for (const [why, token] of Object.entries(wrong)) refused(await identify(await token), why);
  for (const token of ['', 'x', 'a.b.c', 'e30.e30.', `${'{'.repeat(50)}`]) refused(await identify(token), token);
});

test('an identity without a signature, or signed in another way, is refused', async () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  refused(await identify(`${part({ alg: 'none', kid: 'shop' })}.${part(mara)}.`), 'none');
  const { privateKey } = await generateKeyPair('ES256');
  refused(
    await identify(await new SignJWT(mara).setProtectedHeader({ alg: 'ES256', kid: 'shop' }).sign(privateKey)),
    'ES256',
  );
  const [head = '', , signature = ''] = (await sign(mara)).split('.');
  refused(await identify(`${head}.${part({ ...mara, sub: 'k-8' })}.${signature}`), 'changed');
});
