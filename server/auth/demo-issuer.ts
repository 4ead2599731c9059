import { generateSecret, jwtVerify, SignJWT } from 'jose';
import type { Refusal, Role } from '@floorwalk/core';
import { claimsOf, demoClaims, type Claims } from './claims.ts';
import { LONGEST_TOKEN_MS, refusalOf, type StaffTokens } from './staff-tokens.ts';

export const DEMO_ISSUER = 'floorwalk:demo';
/** The tenant that the demonstration seeds and issues tokens for. */
export const DEMO_TENANT = 'demo';

/** Issues and checks the demonstration's tokens; their key lives as long as this process. */
export interface DemoIssuer extends StaffTokens {
  issue(user: string, role: Role): Promise<string>;
}

/** An identity provider for one process on one machine. */
export async function createDemoIssuer(now: () => number): Promise<DemoIssuer> {
  const secret = await generateSecret('HS256');
  return {
    keys: () => 0,
    issue: (user, role) => {
      const seconds = Math.floor(now() / 1_000);
      const rights = ['open', 'say', 'deliver', 'agents', 'read', 'onBehalf'];
      return new SignJWT({
        tenant: DEMO_TENANT,
        roles: [role],
        scope: 'all',
        ...(role === 'integration' && { rights }),
      })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(DEMO_ISSUER)
        .setAudience(DEMO_ISSUER)
        .setSubject(user)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + LONGEST_TOKEN_MS / 1_000)
        .sign(secret);
    },
    verify: async (token): Promise<Claims | Refusal> => {
      try {
        const { payload } = await jwtVerify(token, secret, {
          issuer: DEMO_ISSUER,
          audience: DEMO_ISSUER,
          algorithms: ['HS256'],
          requiredClaims: ['exp', 'iat', 'sub'],
          currentDate: new Date(now()),
        });
        return claimsOf(payload, demoClaims);
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}
