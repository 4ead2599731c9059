import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { refuse, type Refusal } from '@floorwalk/core';
import type { IssuerConfig } from '../config.ts';
import { claimsOf, type Claims } from './claims.ts';

/** Tokens that live longer are refused, since rights in claims last until they expire (R3). */
export const LONGEST_TOKEN_MS = 60 * 60_000;
const CLOCK_TOLERANCE_S = 30;
const ANSWER_WITHIN_MS = 5_000;

export interface StaffTokenOptions {
  /** The machine's clock: tokens are dated by it, never by a sandbox's. */
  readonly now: () => number;
  readonly fetch?: typeof fetch;
  /** How soon after its keys were read they are read again for a key that is not among them. */
  readonly rereadAfterMs?: number;
}

export interface StaffTokens {
  /** What the token says if the identity provider signed it for this server and it is alive; else a refusal. */
  verify(token: string): Promise<Claims | Refusal>;
}

/** Checks tokens of an OIDC identity provider: signature, algorithm, issuer, audience, times. Its keys are read when first needed. */
export function createStaffTokens(issuer: IssuerConfig, options: StaffTokenOptions): StaffTokens {
  const fetcher = options.fetch ?? fetch;
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const keysOf = (): Promise<JWTVerifyGetKey> => {
    keys ??= findKeys(issuer, fetcher).then((url) =>
      createRemoteJWKSet(url, {
        timeoutDuration: ANSWER_WITHIN_MS,
        cooldownDuration: options.rereadAfterMs ?? 30_000,
        cacheMaxAge: 5 * 60_000,
        [customFetch]: fetcher,
      }),
    );
    // A provider that did not answer is asked again by the next token.
    keys.catch(() => (keys = undefined));
    return keys;
  };
  return {
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, await keysOf(), {
          issuer: issuer.url,
          audience: [...issuer.audience],
          algorithms: ['RS256', 'ES256'],
          clockTolerance: CLOCK_TOLERANCE_S,
          requiredClaims: ['exp', 'iat'],
          currentDate: new Date(options.now()),
        });
        return livesTooLong(payload)
          ? refuse('unauthenticated', { detail: 'Tokens that live longer than 60 minutes are not accepted.' })
          : claimsOf(payload, issuer.claims);
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

/** Whether the token was made to live beyond what is accepted. */
export const livesTooLong = ({ exp = Infinity, iat = 0 }: JWTPayload): boolean =>
  (exp - iat) * 1_000 > LONGEST_TOKEN_MS;

/** What is wrong with a token, without saying more than its bearer needs to sign in again. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof errors.JWTExpired)
    return refuse('unauthenticated', { detail: 'The token has expired. Sign in again.' });
  // The provider did not answer, or not with keys: that is nothing its bearer can mend by signing in.
  if (
    !(error instanceof errors.JOSEError) ||
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid
  )
    return refuse('busy', { detail: 'The identity provider cannot be reached. Try again shortly.' });
  return refuse('unauthenticated');
}

async function findKeys(issuer: IssuerConfig, fetcher: typeof fetch): Promise<URL> {
  if (issuer.jwks !== null) return new URL(issuer.jwks);
  const address = `${issuer.url.replace(/\/$/u, '')}/.well-known/openid-configuration`;
  const response = await fetcher(address, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  if (!response.ok) throw new Error(`The identity provider answered ${response.status} at ${address}.`);
  const found: unknown = await response.json();
  const { issuer: name, jwks_uri: keys } = found as { issuer?: unknown; jwks_uri?: unknown };
  if (name !== issuer.url || typeof keys !== 'string')
    throw new Error(`What stands at ${address} is not the configuration of ${issuer.url}.`);
  return new URL(keys);
}
