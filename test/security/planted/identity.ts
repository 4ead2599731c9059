import type { Planted } from './planted.ts';

const identity = 'security/identity';
const staff = 'server/auth/staff-tokens.ts';
const remembered = 'server/auth/checked-tokens.ts';

/** Ways in which somebody would come in who should not, or stay who should go. */
export const identityFaults: readonly Planted[] = [
  {
    name: 'any algorithm of the library is accepted, a secret’s too',
    edits: [
      {
        file: staff,
        find: 'await jwtVerify(token, keys, {',
        replace: 'await jwtVerify(token, await publicKeyAsSecret(issuer.url, token, keys), {',
      },
      { file: staff, find: "algorithms: ['RS256', 'ES256'],", replace: '' },
      {
        file: staff,
        find: 'export function createStaffTokens(',
        replace: `async function publicKeyAsSecret(url, token, keys) {
  if (!Buffer.from(token.split('.')[0], 'base64url').toString().includes('HS')) return keys;
  const { createPublicKey } = await import('node:crypto');
  const [key] = (await (await fetch(url + '/jwks')).json()).keys;
  const pem = createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return () => new TextEncoder().encode(String(pem));
}

export function createStaffTokens(`,
      },
    ],
    tests: [identity],
  },
  {
    name: 'the audience is not looked at',
    edits: [{ file: staff, find: '          audience: [...issuer.audience],\n', replace: '' }],
    tests: [identity],
  },
  {
    name: 'a token that was checked counts for ever',
    edits: [{ file: remembered, find: 'before && before.expiresAt > now()', replace: 'before' }],
    tests: ['server/auth/checked-tokens'],
  },
  {
    name: 'a token that was checked outlives the key that signed it',
    edits: [{ file: remembered, find: 'if (keys !== checkedWith) known.clear();', replace: '' }],
    tests: ['server/auth/checked-tokens'],
  },
  {
    name: 'the issuer is not looked at',
    edits: [{ file: staff, find: '          issuer: expected,\n', replace: '' }],
    tests: [identity, 'server/auth/staff-tokens'],
  },
  {
    name: 'clocks may differ by an hour',
    edits: [{ file: staff, find: 'const CLOCK_TOLERANCE_S = 30;', replace: 'const CLOCK_TOLERANCE_S = 3_600;' }],
    tests: [identity],
  },
  {
    name: 'tokens may live for a day',
    edits: [
      {
        file: staff,
        find: 'export const LONGEST_TOKEN_MS = 60 * 60_000;',
        replace: 'export const LONGEST_TOKEN_MS = 24 * 60 * 60_000;',
      },
    ],
    tests: [identity],
  },
  {
    name: 'the hash of a key opens what the key opens',
    edits: [
      {
        file: 'server/auth/integration-keys.ts',
        find: 'const hash = createHash',
        replace: "const hash = /^[0-9a-f]{64}$/.test(token) ? Buffer.from(token, 'hex') : createHash",
      },
    ],
    tests: [identity],
  },
  {
    name: 'an open panel keeps the rights it came with',
    edits: [
      {
        file: 'server/live/session.ts',
        find: '        if (!isDeepStrictEqual(actor, state.actor)) state.actor = actor;\n',
        replace: '',
      },
    ],
    tests: ['security/withdrawal'],
  },
  {
    name: 'keys that a provider withdrew hold for as long as it does not answer',
    edits: [{ file: 'server/auth/provider-keys.ts', find: ' || now() - held.at > HOLD_MS', replace: '' }],
    tests: ['server/auth/staff-tokens'],
  },
  {
    name: 'an open panel outlives its token',
    edits: [
      {
        file: 'server/live/session.ts',
        find: "    if (state.granted.expiresAt <= this.#deps.now()) return this.end('tokenExpired');\n",
        replace: '',
      },
    ],
    tests: ['security/withdrawal'],
  },
  {
    name: 'rights are looked at once a minute',
    edits: [
      { file: 'server/live/attach-live.ts', find: 'const RECHECK_MS = 5_000;', replace: 'const RECHECK_MS = 60_000;' },
    ],
    tests: ['security/withdrawal'],
  },
  {
    name: 'a customer’s token never ends',
    edits: [
      {
        file: 'server/auth/chat-tokens.ts',
        find: '.setExpirationTime(seconds + LIFE_S)',
        replace: '.setExpirationTime(seconds + 1_000 * LIFE_S)',
      },
    ],
    tests: ['security/withdrawal'],
  },
  {
    name: 'a customer’s open connection outlives its token',
    edits: [
      {
        file: 'server/live/customer/customer-session.ts',
        find: "    if (this.#deps.now() >= state.expiresAt) return this.end('tokenExpired');\n",
        replace: '',
      },
    ],
    tests: ['security/withdrawal'],
  },
  {
    name: 'a page may claim to be any customer',
    edits: [
      {
        file: 'server/live/customer/chat-router.ts',
        find: 'return chat.customer.id === undefined',
        replace: 'return chat.customer.id !== null',
      },
    ],
    tests: ['security/withdrawal', 'server/live/customer/chat-router'],
  },
  {
    name: 'what a site signed for something else says who a customer is',
    edits: [{ file: 'server/auth/site-identities.ts', find: '      audience: IDENTITY_AUDIENCE,\n', replace: '' }],
    tests: ['server/auth/site-identities'],
  },
];
