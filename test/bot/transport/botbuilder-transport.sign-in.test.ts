import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import express from 'express';
import { SignJWT } from 'jose';
import { silentLogger } from '../../../bot/log.ts';
import { botbuilderTransport } from '../../../bot/transport/botbuilder-transport.ts';
import { messagesEndpoint } from '../../../bot/transport/endpoint.ts';
import type { InboundActivity } from '../../../bot/transport/activity.ts';

const APP = '11111111-2222-3333-4444-555555555555';
const TENANT = '22222222-2222-2222-2222-222222222222';
const ISSUER = 'https://api.botframework.com';
const SERVICE = 'https://smba.trafficmanager.net/amer/';
const WEBCHAT = 'https://webchat.botframework.com/';
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const heard: InboundActivity[] = [];
let keys: Server;
let bot: Server;
let url: string;

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const listen = (server: Server): Promise<void> => new Promise((done) => void server.listen(0, '127.0.0.1', done));

before(async () => {
  const jwk = {
    ...own.publicKey.export({ format: 'jwk' }),
    kid: 'k1',
    use: 'sig',
    endorsements: ['msteams', 'webchat'],
  };
  keys = createServer((req, res) => {
    const meta = {
      issuer: ISSUER,
      jwks_uri: `http://127.0.0.1:${portOf(keys)}/jwks`,
      id_token_signing_alg_values_supported: ['RS256'],
    };
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(req.url === '/jwks' ? { keys: [jwk] } : meta));
  });
  await listen(keys);
  const metadata = `http://127.0.0.1:${portOf(keys)}/meta`;
  const transport = botbuilderTransport({
    appId: APP,
    timeoutMs: 1_000,
    settings: {
      MicrosoftAppId: APP,
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: ISSUER,
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
      CallerId: 'urn:botframework:azure',
    },
  });
  const app = express();
  app.use(
    messagesEndpoint({
      rules: {
        channels: ['msteams'],
        tenants: [TENANT],
        serviceHosts: ['smba.trafficmanager.net'],
        customers: { channels: ['webchat', 'sms'], serviceHosts: ['webchat.botframework.com'] },
        allowsLoopback: false,
      },
      transport: () => Promise.resolve(transport),
      handle: async (activity) => {
        heard.push(activity);
        return activity.type === 'invoke' ? { status: 200, body: { fine: true } } : null;
      },
      log: silentLogger,
    }),
  );
  bot = createServer(app);
  await listen(bot);
  url = `http://127.0.0.1:${portOf(bot)}/api/messages`;
});
after(async () => {
  for (const server of [bot, keys]) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

const activity = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: SERVICE,
  from: { id: '29:u', aadObjectId: 'x' },
  recipient: { id: `28:${APP}` },
  conversation: { id: 'a:1', tenantId: TENANT },
  text: 'hi',
  channelData: { tenant: { id: TENANT } },
};
interface Token {
  readonly aud?: string;
  readonly iss?: string;
  readonly exp?: string;
  readonly kid?: string;
  readonly key?: KeyObject;
  readonly serviceUrl?: string;
}
const token = ({
  aud = APP,
  iss = ISSUER,
  exp = '1h',
  kid = 'k1',
  key = own.privateKey,
  serviceUrl = SERVICE,
}: Token = {}) =>
  new SignJWT({ serviceurl: serviceUrl })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(iss)
    .setAudience(aud)
    .setIssuedAt()
    .setNotBefore('-2h')
    .setExpirationTime(exp)
    .sign(key);
async function post(bearer: string | null, body: object = activity): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', ...(bearer !== null && { authorization: `Bearer ${bearer}` }) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}

test('[R3] an activity that the service signed is heard', async () => {
  const before = heard.length;
  assert.equal((await post(await token())).status, 200);
  assert.equal(heard.length, before + 1);
  const invoke = await post(await token(), { ...activity, type: 'invoke', name: 'x' });
  assert.deepEqual(invoke, { status: 200, text: '{"fine":true}' });
});

test('[R3] a customer’s channel is heard where its host and signature are its own, and the key is endorsed for it', async () => {
  const { tenantId: _tenant, ...conversation } = activity.conversation;
  const customer = { ...activity, channelId: 'webchat', serviceUrl: WEBCHAT, conversation, channelData: {} };
  const before = heard.length;
  assert.equal((await post(await token({ serviceUrl: WEBCHAT }), customer)).status, 200);
  assert.equal(heard.length, before + 1);
  assert.equal((await post(await token({ serviceUrl: WEBCHAT }), { ...customer, channelId: 'sms' })).status, 401);
  assert.equal((await post(await token(), customer)).status, 401);
  assert.equal((await post(null, customer)).status, 401);
  assert.equal(heard.length, before + 1);
});

const believed: readonly (readonly [string, () => Promise<string> | string | null])[] = [
  ['no token', () => null],
  ['garbage', () => 'a.b.c'],
  ['another audience', () => token({ aud: 'other' })],
  ['another issuer', () => token({ iss: 'https://evil.example' })],
  ['an expired token', () => token({ exp: '-1h' })],
  ['an unknown key', () => token({ kid: 'zz' })],
  ['a wrong signature', () => token({ key: other.privateKey })],
  ['a token for another service address', () => token({ serviceUrl: 'https://smba.trafficmanager.net/emea/' })],
];
for (const [name, make] of believed)
  test(`[R3] ${name} is not believed, and hears one fixed sentence`, async () => {
    const before = heard.length;
    const { status, text } = await post(await make());
    assert.deepEqual({ status, text }, { status: 401, text: '{"error":"The request is not authenticated."}' });
    assert.equal(heard.length, before);
  });

const { serviceUrl: _address, ...withoutAddress } = activity;
const turnedAway: readonly (readonly [string, object])[] = [
  ['no service address, which the SDK answers at a default one', withoutAddress],
  [
    'another tenant, which the SDK does not look at',
    { ...activity, conversation: { id: 'a:1', tenantId: 'evil' }, channelData: { tenant: { id: 'evil' } } },
  ],
  ['two tenants at once', { ...activity, conversation: { id: 'a:1', tenantId: 'evil' } }],
  ['no tenant', { ...activity, conversation: { id: 'a:1' }, channelData: {} }],
  ['another channel', { ...activity, channelId: 'telegram' }],
  ['a customer’s channel from the host of Teams', { ...activity, channelId: 'webchat' }],
  ['Teams from the host of a customer’s channel', { ...activity, serviceUrl: WEBCHAT }],
  [
    'a customer’s channel without a sender',
    { ...activity, channelId: 'webchat', serviceUrl: WEBCHAT, from: { id: '' } },
  ],
  ['a service of this machine', { ...activity, serviceUrl: 'http://127.0.0.1:1/' }],
  ['a look-alike host', { ...activity, serviceUrl: 'https://smba.trafficmanager.net.evil.example/' }],
  ['a user name in the address', { ...activity, serviceUrl: 'https://smba.trafficmanager.net@evil.example/' }],
];
for (const [name, body] of turnedAway)
  test(`[R3] a well-signed activity with ${name} is turned away at the gate`, async () => {
    const before = heard.length;
    const { status, text } = await post(await token(), body);
    assert.deepEqual({ status, text }, { status: 403, text: '{"error":"The request is not accepted."}' });
    assert.equal(heard.length, before);
  });

test('what is no activity, no JSON or too large is refused with a fixed sentence', async () => {
  assert.equal((await post(await token(), [])).status, 400);
  const send = async (body: string) =>
    (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status;
  assert.equal(await send('{broken'), 400);
  assert.equal(await send(JSON.stringify({ ...activity, text: 'x'.repeat(600_000) })), 413);
});
