import { createRemoteJWKSet, customFetch, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { refuse, type Refusal } from '@floorwalk/core';
import type { IssuerConfig } from '../config.ts';
import { claimsOf, type Claims } from './claims.ts';
import { discover, issuerFor } from './discovery.ts';
import { createProviderKeys } from './provider-keys.ts';

/** Tokens that live longer are refused, since rights in claims last until they expire (R3). */
export const LONGEST_TOKEN_MS = 60 * 60_000;
const CLOCK_TOLERANCE_S = 30;
const ANSWER_WITHIN_MS = 5_000;

type Keys = ReturnType<typeof createRemoteJWKSet>;

export interface StaffTokenOptions {
  /** The machine's clock: tokens are dated by it, never by a sandbox's. */
  readonly now: () => number;
  readonly fetch?: typeof fetch;
  /** How soon after its keys were read they are read again for a key that is not among them. */
  readonly rereadAfterMs?: number;
  /** Told once when the provider stops answering, and with null when it answers again. */
  readonly told?: (trouble: Error | null) => void;
}

export interface StaffTokens {
  /** What the token says if the identity provider signed it for this server and it is alive; else a refusal. */
  verify(token: string): Promise<Claims | Refusal>;
  /** The keys that tokens are checked with now, as a number that no others have; undefined while they may be changing. */
  keys(): number | undefined;
}

/** Checks tokens of an OIDC identity provider: signature, algorithm, issuer, audience, times. Its keys are read when first needed. */
export function createStaffTokens(issuer: IssuerConfig, options: StaffTokenOptions): StaffTokens {
  const fetcher = options.fetch ?? fetch;
  let found: Promise<{ readonly name: string; readonly keys: Keys }> | undefined;
  let current: Keys | undefined;
  const source = createProviderKeys({ fetch: fetcher, now: options.now, told: options.told ?? (() => {}) });
  const provider = (): NonNullable<typeof found> => {
    found ??= source
      .watch(() => discover(issuer, fetcher))
      .then(({ keys, name }) => {
        current = createRemoteJWKSet(keys, {
          timeoutDuration: ANSWER_WITHIN_MS,
          cooldownDuration: options.rereadAfterMs ?? 30_000,
          cacheMaxAge: 5 * 60_000,
          [customFetch]: source.fetch,
        });
        return { name, keys: current };
      });
    // A provider that did not answer is asked again by the next token.
    found.catch(() => (found = undefined));
    return found;
  };
  return {
    keys: () => (current?.fresh && !current.reloading ? source.reads() : undefined),
    verify: async (token) => {
      try {
        const { name, keys } = await provider();
        // Read before it is checked only to know what to check: the same claim decides again in what was signed.
        const expected = issuerFor(name, issuer.tenants, decodeJwt(token)['tid']);
        if (expected === undefined) return refuse('unauthenticated', { detail: notOfTenant });
        const { payload, protectedHeader } = await jwtVerify(token, keys, {
          issuer: expected,
          audience: [...issuer.audience],
          algorithms: ['RS256', 'ES256'],
          clockTolerance: CLOCK_TOLERANCE_S,
          requiredClaims: ['exp', 'iat'],
          currentDate: new Date(options.now()),
        });
        if (!mayBeOf(keys, protectedHeader.kid, payload, issuer.tenants)) return refuse('unauthenticated');
        return livesTooLong(payload)
          ? refuse('unauthenticated', { detail: 'Tokens that live longer than 60 minutes are not accepted.' })
          : claimsOf(payload, issuer.claims);
      } catch (error) {
        // It may be signed with a key that is newer than those that were read.
        if (error instanceof errors.JWKSNoMatchingKey && source.isTroubled()) return unreachable;
        return refusalOf(error);
      }
    },
  };
}

const unreachable = refuse('busy', { detail: 'The identity provider cannot be reached. Try again shortly.' });
const notOfTenant = 'Accounts of your organisation are not let in here. Ask whoever runs this floor.';

/** A provider for many tenants may say of a key whose tokens it signs; a key of another's signs none for this one. */
function mayBeOf(keys: Keys, kid: string | undefined, { iss, tid }: JWTPayload, tenants: readonly string[]): boolean {
  if (tenants.length === 0) return true;
  const used = kid === undefined ? [] : (keys.jwks()?.keys.filter((key) => key.kid === kid) ?? []);
  // Which key it was must be known.
  return (
    used.length > 0 &&
    used.every((key) => {
      const whose: unknown = Reflect.get(key, 'issuer');
      return typeof whose !== 'string' || issuerFor(whose, tenants, tid) === iss;
    })
  );
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
    return unreachable;
  return refuse('unauthenticated');
}
