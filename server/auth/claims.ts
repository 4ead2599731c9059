import { integrationRights, roles, type IntegrationRight, type Role } from '@floorwalk/core';
import type { Identity, Scope } from '@floorwalk/core/directory';
import type { JWTPayload } from 'jose';
import type { ClaimNames } from '../config.ts';

/** What a checked staff token says; undefined where it says nothing, which takes nothing away (R2). */
export interface Claims {
  readonly identities: readonly Identity[];
  readonly user: string;
  readonly tenant: string | undefined;
  readonly roles: readonly Role[] | undefined;
  readonly scope: Scope | undefined;
  readonly rights: readonly IntegrationRight[];
  /** Milliseconds of the machine's clock. */
  readonly expiresAt: number;
}

/** Reads the claims as the operator named them. A claim of the wrong type counts as a list of nothing: rights never come from a guess. */
export function claimsOf(payload: JWTPayload, names: ClaimNames): Claims {
  const user = textOf(claimOf(payload, names.user)) ?? '';
  const tid = textOf(payload['tid']);
  const oid = textOf(payload['oid']);
  const scope = names.scope === null ? undefined : listOf(claimOf(payload, names.scope));
  return {
    identities: [
      { issuer: payload.iss ?? '', subject: user },
      ...(tid && oid ? [{ entra: { tenant: tid, object: oid } }] : []),
    ],
    user,
    tenant: names.tenant === null ? undefined : (textOf(claimOf(payload, names.tenant)) ?? ''),
    roles:
      names.roles === null ? undefined : listOf(claimOf(payload, names.roles)).filter((role) => isOneOf(roles, role)),
    scope: scope?.includes('all') ? 'all' : scope,
    rights: listOf(payload['rights']).filter((right) => isOneOf(integrationRights, right)),
    expiresAt: (payload.exp ?? 0) * 1_000,
  };
}

/** The claims of the demonstration's own tokens. */
export const demoClaims: ClaimNames = { user: 'sub', tenant: 'tenant', roles: 'roles', scope: 'scope' };

/** A claim by its name, which may be an address as Auth0's are; else by its path, as Keycloak's `realm_access.roles`. */
function claimOf(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  let value: unknown = payload;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}

const textOf = (claim: unknown): string | undefined => (typeof claim === 'string' && claim !== '' ? claim : undefined);

/** A claim may be a list or, as `scope` of OAuth, words in one string. */
function listOf(claim: unknown): string[] {
  if (typeof claim === 'string') return claim.split(/[\s,]+/u).filter((word) => word !== '');
  return Array.isArray(claim) ? claim.filter((item) => typeof item === 'string') : [];
}

const isOneOf = <T extends string>(all: readonly T[], value: string): value is T => all.some((one) => one === value);
