import { jwtVerify, SignJWT } from 'jose';
import { refuse, type Refusal } from '@floorwalk/core';
import type { ChatGrant, ChatTokens } from '../live/auth-port.ts';

const ISSUER = 'floorwalk:chat';
const LIFE_S = 24 * 60 * 60;

/** Short tokens for customers, each for one conversation, signed with the operator's secret (a customer needs no account). */
export function createChatTokens(secret: Uint8Array, now: () => number): ChatTokens {
  return {
    sign: ({ tenant, conversation }) => {
      const seconds = Math.floor(now() / 1_000);
      return new SignJWT({ tenant, conversation })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + LIFE_S)
        .sign(secret);
    },
    verify: async (token): Promise<ChatGrant | Refusal> => {
      try {
        const { payload } = await jwtVerify(token, secret, {
          issuer: ISSUER,
          algorithms: ['HS256'],
          requiredClaims: ['exp'],
          currentDate: new Date(now()),
        });
        const { tenant, conversation, exp = 0 } = payload;
        if (typeof tenant !== 'string' || typeof conversation !== 'string') return refuse('unauthenticated');
        return { tenant, conversation, expiresAt: exp * 1_000 };
      } catch {
        // Nothing of how it failed: a customer's errors are as plain as the rest of their view (P1).
        return refuse('unauthenticated');
      }
    },
  };
}
