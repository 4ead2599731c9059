import { hash } from 'node:crypto';
import { isRefusal, type Refusal } from '@floorwalk/core';
import type { Claims } from './claims.ts';
import type { StaffTokens } from './staff-tokens.ts';

/** The most tokens whose check is remembered; the one that came first makes room. */
const MOST = 10_000;

/** Names a token without being it: what is kept of a token, or counts for it, opens nothing. */
export const digestOf = (token: string): string => hash('sha256', token, 'base64url');

/** What a token says, or a refusal; `digest` is the token's. */
export type CheckToken = (token: string, digest: string) => Promise<Claims | Refusal>;

/**
 * Checks a token's signature once for as long as it lives and its keys are not read again: the same bytes cannot say
 * anything else meanwhile. What the directory gives, and what was withdrawn, is no part of it (R3). Refusals are not kept.
 */
export function rememberChecks(tokens: StaffTokens, now: () => number, most = MOST): CheckToken {
  const known = new Map<string, Claims>();
  let checkedWith: number | undefined;
  return async (token, digest) => {
    const keys = tokens.keys();
    if (keys !== checkedWith) known.clear();
    checkedWith = keys;
    const before = known.get(digest);
    if (before && before.expiresAt > now()) return before;
    known.delete(digest);
    const claims = await tokens.verify(token);
    // If keys were read again meanwhile, nobody can say with which of them it was checked.
    if (isRefusal(claims) || keys === undefined || checkedWith !== keys) return claims;
    const [first] = known.keys();
    if (known.size >= most && first !== undefined) known.delete(first);
    known.set(digest, claims);
    return claims;
  };
}
