import { decodeProtectedHeader, jwtVerify } from 'jose';
import * as v from 'valibot';
import { http, parse } from '@floorwalk/core/protocol';
import { isRefusal, refuse, type Refusal } from '@floorwalk/core';
import type { SiteIdentities } from '../live/auth-port.ts';

/** What a site signs its customers' identities with. */
export interface SiteSecret {
  readonly site: string;
  readonly secret: string;
}

/** For whom a site signs: so that nothing else that it signs with the same secret says who a customer is. */
export const IDENTITY_AUDIENCE = 'floorwalk:customer';
/** An identity is for opening a chat now; one that lives longer could be kept and used by somebody else. */
export const LONGEST_IDENTITY_S = 600;
const CLOCK_TOLERANCE_S = 30;
/** The longest identity, in characters. */
const LONGEST_TOKEN = 4_096;

/**
 * Checks who a site says its customer is: a JWT of the site's server, `HS256` with the secret that it shares with this
 * one, `kid` the site's id, `aud` `floorwalk:customer`, `sub` the customer's id, `iat` and `exp` at most ten minutes
 * apart; `name` and `locale` where the site knows them. While a secret is rotated both of a site's count.
 */
export function createSiteIdentities(sites: readonly SiteSecret[], now: () => number): SiteIdentities {
  const keysOf = (id: string): Uint8Array[] =>
    sites.filter(({ site }) => site === id).map(({ secret }) => new TextEncoder().encode(secret));
  return async (token) => {
    if (token.length > LONGEST_TOKEN) return notAccepted;
    for (const key of keysOf(siteOf(token))) {
      const claims = await verified(token, key, now());
      if (!isRefusal(claims)) return claims;
    }
    return notAccepted;
  };
}

/** One sentence, whatever is wrong: whoever made it knows the rules, and whoever forged it learns nothing. */
const notAccepted: Refusal = refuse('unauthenticated', {
  detail:
    'The identity is not accepted. It must be signed by the site, for floorwalk:customer, at most ten minutes ago.',
});

function siteOf(token: string): string {
  try {
    return decodeProtectedHeader(token).kid ?? '';
  } catch {
    return '';
  }
}

const { id, name, locale } = http.openBody.entries.customer.entries;
const claimed = v.object({
  sub: v.unwrap(id),
  name: v.optional(name),
  locale,
  iat: v.number(),
  exp: v.number(),
});

async function verified(token: string, key: Uint8Array, now: number): ReturnType<SiteIdentities> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      audience: IDENTITY_AUDIENCE,
      clockTolerance: CLOCK_TOLERANCE_S,
      requiredClaims: ['exp', 'iat', 'sub'],
      currentDate: new Date(now),
    });
    const read = parse(claimed, payload);
    if (!read.ok || read.value.exp - read.value.iat > LONGEST_IDENTITY_S) return notAccepted;
    const { sub, ...said } = read.value;
    return {
      id: sub,
      ...(said.name !== undefined && { name: said.name }),
      ...(said.locale !== undefined && { locale: said.locale }),
    };
  } catch {
    return notAccepted;
  }
}
