import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf, type InboundActivity } from '../../../bot/transport/activity.ts';

const activity = (conversation: object): InboundActivity => ({
  type: 'message',
  channelId: 'msteams',
  from: { id: 'u' },
  recipient: { id: 'b' },
  conversation: { id: 'a:1', ...conversation },
});
const isPersonal = (conversation: object): boolean => placeOf(activity(conversation)).isPersonal;

test('[P1] a place is personal only where nothing says that others read there', () => {
  assert.equal(isPersonal({ conversationType: 'personal' }), true);
  assert.equal(isPersonal({}), true, 'channels without types of conversations');
  for (const shared of [
    { conversationType: 'groupChat' },
    { conversationType: 'channel' },
    { isGroup: true },
    { isGroup: true, conversationType: 'personal' },
  ])
    assert.equal(isPersonal(shared), false, JSON.stringify(shared));
});
