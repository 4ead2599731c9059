import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitOf } from '../../../core/floor/index.ts';
import { silentSince } from '../../../core/floor/wait.ts';
import { MINUTE_MS } from '../../../core/words.ts';
import { NOW, world } from '../../support/world.ts';

const clock = world().conversation('c-open').reply;

test('[F1] in open the wait counts since entering the queue', () => {
  const w = world();
  w.edit('conversation', 'c-open', { queuedAt: NOW - 1_000, reply: { ...clock, unansweredSince: NOW - 9_000 } });
  assert.equal(waitOf(w.conversation('c-open'), w.workstream('live-chat'))?.since, NOW - 1_000);
});

test('[F1] in active it counts since the first unanswered customer message, and nobody waits without one', () => {
  const w = world();
  assert.equal(waitOf(w.conversation('c-engaged'), w.workstream('live-chat')), null);
  for (const id of ['c-engaged', 'c-offered']) {
    w.edit('conversation', id, { reply: { ...clock, unansweredSince: NOW - 9_000 } });
    assert.equal(waitOf(w.conversation(id), w.workstream('live-chat'))?.since, NOW - 9_000);
  }
});

test('[F1] in waiting and wrap-up nobody waits', () => {
  const w = world();
  for (const id of ['c-waiting', 'c-wrap-up']) {
    w.edit('conversation', id, { reply: { ...clock, unansweredSince: NOW - 9_000 } });
    assert.equal(waitOf(w.conversation(id), w.workstream('live-chat')), null);
  }
});

test('[C3] the target is the first reply’s until there was one, then the reply’s; none where none is set', () => {
  const w = world();
  const open = w.conversation('c-open');
  assert.equal(waitOf(open, w.workstream('live-chat'))?.target, MINUTE_MS);
  w.edit('conversation', 'c-open', { reply: { ...clock, replied: true } });
  assert.equal(waitOf(w.conversation('c-open'), w.workstream('live-chat'))?.target, 2 * MINUTE_MS);
  assert.equal(waitOf(open, w.workstream('voice'))?.target, null);
});

test('[F3] an agent is silent who took it and said nothing, or owes an answer; not while it is the customer’s turn', () => {
  const w = world();
  const since = w.conversation('c-engaged').since;
  assert.equal(silentSince(w.conversation('c-engaged')), since);
  w.edit('conversation', 'c-engaged', { reply: { ...clock, lastReplyAt: NOW } });
  assert.equal(silentSince(w.conversation('c-engaged')), null);
  w.edit('conversation', 'c-engaged', { reply: { ...clock, lastReplyAt: since + 5, unansweredSince: since + 9 } });
  assert.equal(silentSince(w.conversation('c-engaged')), since + 5);
  assert.equal(silentSince(w.conversation('c-bot')), null);
  assert.equal(silentSince(w.conversation('c-open')), null);
});
