import assert from 'node:assert/strict';
import { test } from 'node:test';
import { story } from '../../support/story.ts';

test('[P1] only participants write, the customer and bots never internally', () => {
  const on = story('c-engaged');
  on.refused('ines', { type: 'Say', plane: 'internal', id: 'a', text: 'x' }, 'notParticipant');
  on.refused('customer:c-engaged', { type: 'Say', plane: 'internal', id: 'b', text: 'x' }, 'role');
  story('c-pending').refused('kofi', { type: 'Say', plane: 'internal', id: 'c', text: 'x' }, 'notParticipant');
});

test('[P1] from wrap-up on the public plane is closed to everybody', () => {
  const on = story('c-wrap-up');
  on.refused('ben', { type: 'Say', plane: 'public', id: 'a', text: 'x' }, 'planeClosed');
  on.does('ben', { type: 'Say', plane: 'internal', id: 'b', text: 'x' });
});

test('[P2] internal messages leave the conversation exactly as it was', () => {
  const on = story('c-engaged');
  on.does('ines', { type: 'Join' });
  const before = { ...on.c, version: 0 };
  on.does('ines', { type: 'Say', plane: 'internal', id: 'w', text: 'note' });
  assert.deepEqual({ ...on.c, version: 0 }, before);
});

test('[P4] a text beyond the limit is refused whole', () => {
  story('c-engaged').refused('ana', { type: 'Say', plane: 'public', id: 'a', text: 'x'.repeat(8_001) }, 'tooLarge');
});
