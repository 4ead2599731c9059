import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { activityZodSchema } from '@microsoft/agents-activity';
import { cardMessage, textMessage, type Outgoing, type Place } from '../../../bot/transport/activity.ts';
import { botbuilderTransport } from '../../../bot/transport/botbuilder-transport.ts';
import { everyCard, NASTY } from '../../support/cards.ts';
import { startConnector, type Connector } from '../../support/connector.ts';

/** The schema that Microsoft publishes with the SDK that comes after this one; a field that it does not know is wrong. */
const published = activityZodSchema.strict();

let connector: Connector;
let places: readonly Place[];
const transport = botbuilderTransport({ appId: '', settings: {}, timeoutMs: 5_000 });
before(async () => {
  connector = await startConnector();
  const personal: Place = {
    channel: 'msteams',
    serviceUrl: connector.serviceUrl,
    conversation: 'a:1',
    tenant: 't',
    bot: '28:b',
    user: '29:u',
    isPersonal: true,
  };
  places = [personal, { ...personal, conversation: '19:c@thread.tacv2;messageid=1', isPersonal: false, tenant: '' }];
});
after(() => connector.close());

const outgoing: Readonly<Record<string, Outgoing>> = {
  text: textMessage('Hello'),
  'hostile text': textMessage(NASTY),
  ...Object.fromEntries(Object.entries(everyCard).map(([name, card]) => [name, cardMessage(card)])),
};

for (const [name, activity] of Object.entries(outgoing))
  test(`what reaches the service for “${name}”, new and edited, is an activity as Microsoft publishes it`, async () => {
    for (const place of places) {
      await transport.post(place, activity);
      await transport.edit(place, 'id-1', activity);
      for (const { body } of connector.arrived.slice(-2)) {
        const read = published.safeParse(body);
        assert.ok(read.success, JSON.stringify(read.error?.issues));
        assert.equal(body['type'], 'message');
        assert.equal('text' in body, !('attachments' in body));
      }
    }
  });

test('the published schema refuses what is no activity', () => {
  for (const wrong of [
    {},
    { type: '' },
    { type: 'message', attachments: [{ content: {} }] },
    { type: 'message', text: 7 },
    { type: 'message', from: {}, conversation: {} },
    { type: 'message', txt: 'x' },
  ])
    assert.ok(!published.safeParse(wrong).success, JSON.stringify(wrong));
});
