import type { IssuerConfig } from '../config.ts';

/** What stands in place of the customer's Entra tenant in what Microsoft publishes for all of them. */
const PLACE = '{tenantid}';
const ANSWER_WITHIN_MS = 5_000;

/** Where an identity provider's keys are, and what it calls itself in tokens. */
export interface Discovered {
  readonly keys: URL;
  /** With the place of the tenant where it issues for several. */
  readonly name: string;
}

/** Asks an OIDC provider for its configuration. Rejects where it says it is another than the one that was asked for. */
export async function discover(issuer: IssuerConfig, fetcher: typeof fetch): Promise<Discovered> {
  if (issuer.jwks !== null) return { keys: new URL(issuer.jwks), name: issuer.url };
  const at = `${issuer.url.replace(/\/$/u, '')}/.well-known/openid-configuration`;
  const response = await fetcher(at, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  if (!response.ok) throw new Error(`The identity provider answered ${response.status} at ${at}.`);
  const found: unknown = await response.json();
  const { issuer: name, jwks_uri: keys } = found as { issuer?: unknown; jwks_uri?: unknown };
  const isIt = issuer.tenants.length === 0 ? name === issuer.url : isForTenants(name, issuer.url);
  if (typeof name !== 'string' || !isIt || typeof keys !== 'string')
    throw new Error(`What stands at ${at} is not the configuration of ${issuer.url}.`);
  return { keys: new URL(keys), name };
}

/** The same place with one part for the tenant: whatever else it names is not the provider that was asked for. */
function isForTenants(name: unknown, url: string): boolean {
  if (typeof name !== 'string' || name.split(PLACE).length !== 2 || !URL.canParse(name)) return false;
  const [said, asked] = [new URL(name.replace(PLACE, 'tenant')), new URL(url)];
  return said.origin === asked.origin && said.pathname.split('/').includes('tenant');
}

/** What must stand in `iss` of this tenant's tokens; undefined: its tokens are not taken. The name is compared letter by letter. */
export function issuerFor(name: string, tenants: readonly string[], tid: unknown): string | undefined {
  if (tenants.length === 0) return name;
  return typeof tid === 'string' && tenants.includes(tid) ? name.replace(PLACE, () => tid) : undefined;
}
