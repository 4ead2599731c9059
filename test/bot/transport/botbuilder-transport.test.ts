import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cardMessage, textMessage, type Place } from '../../../bot/transport/activity.ts';
import { botbuilderTransport } from '../../../bot/transport/botbuilder-transport.ts';
import { startConnector, type Answer, type Connector } from '../../support/connector.ts';

let connector: Connector;
let place: Place;
const transport = botbuilderTransport({ appId: '', settings: {}, timeoutMs: 300 });
before(async () => {
  connector = await startConnector();
  place = {
    channel: 'msteams',
    serviceUrl: connector.serviceUrl,
    conversation: 'a:1',
    tenant: 't',
    bot: '28:b',
    user: '29:u',
    isPersonal: true,
  };
});
after(() => connector.close());

const cases: readonly (readonly [string, Answer, object])[] = [
  ['200', 'ok', { how: 'sent' }],
  ['429 with Retry-After', { status: 429, retryAfter: '7' }, { how: 'refused', status: 429, retryAfterMs: 7_000 }],
  ['429 without', { status: 429 }, { how: 'refused', status: 429, retryAfterMs: null }],
  ['412', { status: 412 }, { how: 'refused', status: 412 }],
  ['403', { status: 403, code: 'BotDisabledByAdmin' }, { how: 'refused', status: 403 }],
  ['404', { status: 404 }, { how: 'refused', status: 404 }],
  ['413', { status: 413 }, { how: 'refused', status: 413 }],
  ['500', { status: 500 }, { how: 'unknown' }],
  ['502', { status: 502 }, { how: 'unknown' }],
  ['503', { status: 503 }, { how: 'unknown' }],
  ['504', { status: 504 }, { how: 'unknown' }],
  ['a reset', 'reset', { how: 'unknown' }],
  ['a hang', 'hang', { how: 'unknown' }],
];
for (const [name, answer, expected] of cases)
  for (const verb of ['post', 'edit', 'begin'] as const)
    test(`${name} to a ${verb} is one request, and is known for what it is`, async () => {
      connector.answer = () => answer;
      const before = connector.arrived.length;
      const message = textMessage('x');
      const sent =
        verb === 'edit' ? await transport.edit(place, 'id-1', message) : await transport[verb](place, message);
      assert.equal(connector.arrived.length - before, 1);
      assert.partialDeepStrictEqual(sent, expected);
    });

test('a service that cannot be reached was certainly not asked', async () => {
  const sent = await transport.post({ ...place, serviceUrl: 'http://127.0.0.1:1/' }, textMessage('x'));
  assert.partialDeepStrictEqual(sent, { how: 'refused', status: 0 });
});

test('a post carries the text or the card and no more; an edit names its message', async () => {
  connector.answer = () => 'ok';
  await transport.post(place, textMessage('Hello'));
  await transport.edit(place, 'id-9', cardMessage({ type: 'AdaptiveCard' }));
  const [text, card] = connector.arrived.slice(-2);
  assert.equal(text?.method, 'POST');
  assert.equal(text?.path, '/amer/v3/conversations/a%3A1/activities');
  assert.partialDeepStrictEqual(text?.body, { type: 'message', text: 'Hello', textFormat: 'plain' });
  assert.equal('replyToId' in (text?.body ?? {}), false);
  assert.equal(card?.method, 'PUT');
  assert.equal(card?.path, '/amer/v3/conversations/a%3A1/activities/id-9');
});

test('a thread is begun with its first message in the channel, and its id is the conversation to go on in', async () => {
  connector.answer = () => 'ok';
  const channel = { ...place, conversation: '19:c@thread.tacv2', isPersonal: false, isChannel: true };
  const sent = await transport.begin(channel, cardMessage({ type: 'AdaptiveCard' }));
  const [begun] = connector.arrived.slice(-1);
  assert.deepEqual(sent, { how: 'sent', id: `id-${connector.arrived.length}` });
  assert.deepEqual([begun?.method, begun?.path], ['POST', '/amer/v3/conversations']);
  assert.partialDeepStrictEqual(begun?.body, {
    isGroup: true,
    channelData: { channel: { id: '19:c@thread.tacv2' } },
    activity: { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] },
  });
});

test('a customer’s channel has no tenant, and none is made up', async () => {
  connector.answer = () => 'ok';
  await transport.post({ ...place, channel: 'webchat', conversation: 'w1', tenant: '' }, textMessage('Hello'));
  const [sent] = connector.arrived.slice(-1);
  assert.equal(sent?.path, '/amer/v3/conversations/w1/activities');
  assert.equal('tenantId' in ((sent?.body['conversation'] ?? {}) as object), false);
});
