import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { Provider, type Configuration } from 'oidc-provider';

/** Who this server is to the provider. */
export const AUDIENCE = 'https://floor.example/api';

/** npm's `oidc-provider`, a certified identity provider, listening on loopback. */
export interface IdentityProvider {
  readonly url: string;
  /** An access token from its token endpoint, for this audience, with these claims. */
  token(claims: JWTPayload, options?: { readonly audience?: string; readonly ttl?: number }): Promise<string>;
  /** A token signed with one of its keys, by hand: for what a sound provider would never issue. */
  forge(
    claims: Readonly<Record<string, unknown>>,
    header?: { readonly alg?: string; readonly kid?: string },
  ): Promise<string>;
  /** Replaces its signing key; `forge` and `token` use the new one. */
  rotate(): Promise<void>;
  /** How often its keys were asked for. */
  keyReads(): number;
  close(): Promise<void>;
}

/** Starts one. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  let key = await newKey('k1');
  let reads = 0;
  let provider: Provider | undefined;
  let wanted: { claims: JWTPayload; ttl: number } = { claims: {}, ttl: 600 };
  const http: Server = createServer((request, response) => {
    if (request.url === '/jwks') reads += 1;
    void provider?.callback()(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const build = (): Provider =>
    new Provider(
      url,
      configurationOf(key.jwk, () => wanted),
    );
  provider = build();
  return {
    url,
    token: async (claims, { audience = AUDIENCE, ttl = 600 } = {}) => {
      wanted = { claims, ttl };
      const response = await fetch(`${url}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('panel:a-secret-of-the-panel')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience, scope: 'floor' }),
      });
      const answered = (await response.json()) as { access_token?: string };
      if (answered.access_token === undefined) throw new Error(`no token: ${JSON.stringify(answered)}`);
      return answered.access_token;
    },
    forge: (claims, header = {}) => {
      const seconds = Math.floor(Date.now() / 1_000);
      return new SignJWT({ iss: url, aud: AUDIENCE, iat: seconds, exp: seconds + 600, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: key.jwk.kid ?? '', ...header })
        .sign(key.privateKey);
    },
    rotate: async () => {
      key = await newKey(`k${Math.random()}`);
      provider = build();
    },
    keyReads: () => reads,
    close: () =>
      new Promise((resolve) => {
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  };
}

async function newKey(kid: string): Promise<{ readonly jwk: JWK; readonly privateKey: CryptoKey }> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { jwk: { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' }, privateKey };
}

function configurationOf(jwk: JWK, wanted: () => { claims: JWTPayload; ttl: number }): Configuration {
  return {
    jwks: { keys: [jwk as never] },
    cookies: { keys: ['cookies are not used here'] },
    clients: [
      {
        client_id: 'panel',
        client_secret: 'a-secret-of-the-panel',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    scopes: ['floor'],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, resource) => ({
          scope: 'floor',
          audience: resource,
          accessTokenFormat: 'jwt',
          accessTokenTTL: wanted().ttl,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: () => wanted().claims,
  };
}
