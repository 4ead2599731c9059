import { randomBytes } from 'node:crypto';
import {
  integrationRights,
  isRefusal,
  refuse,
  type Actor,
  type From,
  type IntegrationRight,
  type Refusal,
} from '@floorwalk/core';
import { effectiveActor, keyCounts, type Person } from '@floorwalk/core/directory';
import type { Config } from '../config.ts';
import type { Engine, Tenant } from '../engine/engine.ts';
import type { Store } from '../store/store.ts';
import type { Behalf, ChatTokens, KeyName, SiteIdentities, StaffAuth } from '../live/auth-port.ts';
import { createChatTokens } from './chat-tokens.ts';
import { digestOf, rememberChecks } from './checked-tokens.ts';
import type { Claims } from './claims.ts';
import { createDemoIssuer, DEMO_TENANT, type DemoIssuer } from './demo-issuer.ts';
import { createDirectoryKeys, isDirectoryKey } from './directory-keys.ts';
import { findKey, type IntegrationKey } from './integration-keys.ts';
import { findByIdentity } from './people.ts';
import { createSiteIdentities } from './site-identities.ts';
import { createStaffTokens, type StaffTokenOptions } from './staff-tokens.ts';

/** Who calls, by the token they brought. */
export interface Caller {
  readonly tenant: Tenant;
  readonly actor: Actor;
  /** Names the token or key that was brought, and opens nothing. */
  readonly digest: string;
  /** When the token ends, on the machine's clock; `Infinity` for a key. */
  readonly expiresAt: number;
  /** The key of an integration, where one was brought. */
  readonly key?: KeyName;
}

type Found = Omit<Caller, 'digest'>;

export interface Auth {
  /** A member of staff or an integration, by token or key; `behalf` is granted to integrations with that right only. */
  caller(token: string, behalf?: Behalf): Promise<Caller | Refusal>;
  /** Whether what the caller brought counts no more: asked while a request waits (R3). */
  isWithdrawn(caller: Caller): boolean;
  readonly staff: StaffAuth;
  readonly chat: ChatTokens;
  /** Customers whom a site names. */
  readonly identify: SiteIdentities;
  /** Only in the demonstration. */
  readonly demo: DemoIssuer | null;
}

const notInDirectory = refuse('unauthenticated', {
  detail: 'You are signed in, but not in the directory of this floor. Ask your administrator to add you.',
});

/** Everything that says who somebody is. `now` is the machine's clock. */
export async function createAuth(
  config: Config,
  { engine, store }: { readonly engine: Engine; readonly store: Pick<Store, 'load'> },
  options: StaffTokenOptions = { now: Date.now },
): Promise<Auth> {
  const demo = config.demo ? await createDemoIssuer(options.now) : null;
  const provider = config.issuer ? createStaffTokens(config.issuer, options) : null;
  const secret = config.chatSecret === null ? randomBytes(32) : new TextEncoder().encode(config.chatSecret);
  const chat = createChatTokens(secret, options.now);

  const byDemo = demo && rememberChecks(demo, options.now);
  const byProvider = provider && rememberChecks(provider, options.now);

  const checked = async (
    token: string,
    digest: string,
  ): Promise<{ readonly claims: Claims; readonly isDemo: boolean } | Refusal> => {
    const first = byDemo ? await byDemo(token, digest) : refuse('unauthenticated');
    if (!isRefusal(first)) return { claims: first, isDemo: true };
    if (!byProvider) return first;
    const claims = await byProvider(token, digest);
    return isRefusal(claims) ? claims : { claims, isDemo: false };
  };

  /** Whom a token that was checked before named: the same object for as long as the directory says the same of them. */
  const named = new WeakMap<Claims, { readonly person: Person; readonly actor: Actor }>();

  const fromToken = async (token: string, digest: string): Promise<Found | Refusal> => {
    const found = await checked(token, digest);
    if (isRefusal(found)) return found;
    const { claims, isDemo } = found;
    const tenantId = isDemo ? DEMO_TENANT : (claims.tenant ?? config.tenant);
    if (tenantId === '') return refuse('unauthenticated', { detail: 'The token names no tenant.' });
    const tenant = await engine.tenant(tenantId);
    const { expiresAt } = claims;
    if (claims.roles?.includes('integration'))
      return { tenant, actor: { kind: 'integration', id: claims.user, rights: claims.rights }, expiresAt };
    const { people } = tenant.floor;
    const known = named.get(claims);
    if (known && people.get(known.person.id) === known.person) return { tenant, actor: known.actor, expiresAt };
    const person = isDemo ? people.get(claims.user) : findByIdentity(people, claims.identities);
    if (!person) return notInDirectory;
    const actor = actorOf(person, claims, 'panel');
    if (isRefusal(actor)) return actor;
    named.set(claims, { person, actor });
    return { tenant, actor, expiresAt };
  };

  const openedBy = createDirectoryKeys(engine, store);
  const fromDirectory = async (token: string): Promise<Found | Refusal> => {
    const found = await openedBy(token);
    if (isRefusal(found)) return found;
    const { tenant, integration, key } = found;
    const { id, rights } = integration;
    return {
      tenant,
      actor: { kind: 'integration', id, rights },
      expiresAt: Infinity,
      key: { integration: id, key: key.id },
    };
  };

  const fromSettings = async (key: IntegrationKey): Promise<Found | Refusal> => {
    const tenant = await engine.tenant(key.tenant);
    const name = { integration: key.id, key: null };
    const rights = rightsNow(tenant, name, key.rights);
    return rights
      ? { tenant, actor: { kind: 'integration', id: key.id, rights }, expiresAt: Infinity, key: name }
      : refuse('unauthenticated');
  };

  const caller = async (token: string, behalf?: Behalf): Promise<Caller | Refusal> => {
    const digest = digestOf(token);
    const key = findKey(config.integrationKeys, token);
    const found = await (key
      ? fromSettings(key)
      : isDirectoryKey(token)
        ? fromDirectory(token)
        : fromToken(token, digest));
    if (isRefusal(found)) return found;
    const caller = { ...found, digest };
    return behalf === undefined ? caller : onBehalf(caller, behalf);
  };

  const staff: StaffAuth = {
    verify: async (token, behalf) => {
      const found = await caller(token, behalf);
      if (isRefusal(found)) return found;
      const { actor, tenant, expiresAt, key } = found;
      if (actor.kind !== 'person') return refuse('role', { detail: 'Live panels are for people. Use HTTP.' });
      return { tenant: tenant.id, actor, expiresAt, ...(key && { key }) };
    },
    actorNow: async (tenantId, id, granted, key) => {
      const tenant = await engine.tenant(tenantId);
      if (key && rightsNow(tenant, key)?.includes('onBehalf') !== true) return refuse('unauthenticated');
      const person = tenant.floor.people.get(id);
      if (!person) return notInDirectory;
      const actor = actorOf(person, granted, granted.from, granted.through);
      return !isRefusal(actor) && actor.kind === 'person' ? actor : refuse('unauthenticated');
    },
  };
  const isWithdrawn = ({ tenant, key, expiresAt, actor }: Caller): boolean => {
    if (expiresAt <= options.now()) return true;
    const rights = key && rightsNow(tenant, key);
    if (rights === null) return true;
    if (actor.kind === 'integration') return actor.rights.some((right) => rights?.includes(right) === false);
    if (rights?.includes('onBehalf') === false) return true;
    const person = tenant.floor.people.get(actor.kind === 'person' ? actor.id : '');
    return (
      actor.kind === 'person' &&
      (!person || person.disabled || actor.roles.some((role) => !person.roles.includes(role)))
    );
  };
  return { caller, isWithdrawn, staff, chat, identify: createSiteIdentities(config.siteSecrets, options.now), demo };
}

/**
 * What a key may do now; null: nothing any more. The directory has the last word on keys of the settings too: an
 * integration of that id there can be disabled, and takes away the rights that it does not list (R2, R3).
 */
function rightsNow(
  tenant: Tenant,
  { integration: id, key: keyId }: KeyName,
  granted: readonly IntegrationRight[] = integrationRights,
): readonly IntegrationRight[] | null {
  const integration = tenant.floor.integrations.get(id);
  if (!integration) return keyId === null ? granted : null;
  if (integration.disabled) return null;
  const counts = keyId === null || integration.keys.some((key) => key.id === keyId && keyCounts(key, tenant.now()));
  return counts ? integration.rights.filter((right) => granted.includes(right)) : null;
}

function onBehalf(caller: Caller, { person: id, from }: Behalf): Caller | Refusal {
  const { actor, tenant } = caller;
  if (actor.kind !== 'integration' || !actor.rights.includes('onBehalf'))
    return refuse('role', { detail: 'Only an integration with the right onBehalf may speak for a person.' });
  const person = findPerson(tenant, id);
  if (!person) return refuse('unknownPerson');
  const acting = actorOf(person, {}, from, actor.id);
  return isRefusal(acting) ? acting : { ...caller, actor: acting };
}

/** A person by id, or by the Teams account `entra:<tenant>:<object>` that the bot knows them by. */
function findPerson({ floor }: Tenant, id: string): Person | undefined {
  const [kind, tenant, object] = id.split(':');
  return kind === 'entra' && tenant && object
    ? findByIdentity(floor.people, [{ entra: { tenant, object } }])
    : floor.people.get(id);
}

type Granted = { readonly roles?: Claims['roles']; readonly scope?: Claims['scope'] };

function actorOf(person: Person, granted: Granted, from: From, through?: string): Actor | Refusal {
  if (person.disabled) return refuse('unauthenticated', { detail: 'You are disabled in the directory of this floor.' });
  return effectiveActor(person, granted.roles, granted.scope, from, through);
}
