import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Conversation } from '../../../core/conversation/index.ts';
import type { ConversationEvent } from '../../../core/conversation/events.ts';
import { defaultPolicy } from '../../../core/directory/index.ts';
import type { Change, Floor } from '../../../core/floor/index.ts';
import { auditLedger, emptyFloor, foldFloor, ledgerLines, loadOf } from '../../../core/floor/index.ts';
import { NOW, world } from '../../support/world.ts';

const said = { at: NOW, by: 'system' };
const opened: ConversationEvent = {
  ...said,
  type: 'ConversationOpened',
  id: 'c-1',
  workstream: 'live-chat',
  channel: 'liveChat',
  kind: 'messaging',
  queue: 'billing',
  customer: { name: 'Mara' },
  subject: '',
  context: null,
  previous: null,
  units: 2,
  bot: null,
};
const engaged = (id: string): ConversationEvent => ({
  ...said,
  type: 'ConversationEngaged',
  primary: { kind: 'agent', id },
  how: 'assigned',
});
const closed: ConversationEvent = { ...said, type: 'ConversationClosed', outcome: 'forceClosed', reason: 'test' };
const change = (version: number, ...events: ConversationEvent[]): Change => ({
  of: 'conversation',
  id: 'c-1',
  version,
  events,
});
const folded = (...changes: readonly Change[]): Floor => {
  const floor = emptyFloor();
  for (const one of changes) foldFloor(floor, { changes: [one] });
  return floor;
};

const plain = (floor: Floor) => ({ ...floor, conversations: new Map(floor.conversations) });

test('[K3] a commit folds conversation and ledger in one step', () => {
  const floor = folded(change(1, opened), change(2, engaged('ana')));
  assert.equal(floor.conversations.get('c-1')?.version, 2);
  assert.equal(loadOf(floor, 'ana'), 2);
  assert.deepEqual(auditLedger(floor, ledgerLines(floor.ledger)), []);
});

test('[K3] a change folded twice, or older than what is held, changes nothing', () => {
  const floor = folded(change(1, opened), change(2, engaged('ana')));
  const so = structuredClone(plain(floor));
  foldFloor(floor, { changes: [change(2, engaged('ana')), change(1, opened), change(1, engaged('ben'))] });
  assert.deepEqual(plain(floor), so);
});

test('[K3] what its author made of a commit is taken where nothing has happened to the conversation since', () => {
  const floor = folded(change(1, opened));
  const before = floor.conversations.get('c-1');
  const after = { ...folded(change(1, opened), change(2, engaged('ana'))).conversations.get('c-1') } as Conversation;
  foldFloor(floor, { changes: [change(2, engaged('ana'))] }, { before, after });
  assert.equal(floor.conversations.get('c-1'), after);
  assert.equal(loadOf(floor, 'ana'), 2);
});

test('[K3] what was made of another state than the floor has is made again', () => {
  const floor = folded(change(1, opened));
  const before = structuredClone(floor.conversations.get('c-1'));
  const after = { ...folded(change(1, opened)).conversations.get('c-1'), subject: 'made of another' } as Conversation;
  foldFloor(floor, { changes: [change(2, engaged('ana'))] }, { before, after });
  assert.equal(floor.conversations.get('c-1')?.subject, '');
  assert.equal(loadOf(floor, 'ana'), 2);
});

test('[P2] internal entries leave conversation and version as they were', () => {
  const floor = folded(change(1, opened), change(2, engaged('ana')));
  const so = structuredClone(plain(floor));
  const from = { kind: 'consultant', id: 'ines', name: 'Ines' } as const;
  const whisper = {
    ...said,
    type: 'MessageAdded',
    plane: 'internal',
    message: { id: 'm', at: NOW, from, text: 'hm' },
  } as const;
  foldFloor(floor, { changes: [change(2, whisper)] });
  assert.deepEqual(plain(floor), so);
});

test('[F1] closed conversations leave the floor and the ledger', () => {
  const floor = folded(change(1, opened), change(2, engaged('ana')), change(3, closed));
  assert.deepEqual([floor.conversations.size, floor.ledger.size], [0, 0]);
});

test('[F1] changes of a conversation whose beginning is not known are left out', () => {
  assert.equal(folded(change(4, engaged('ana'))).conversations.size, 0);
});

test('[K3] a commit’s own ledger lines win over what the states imply', () => {
  const floor = folded(change(1, opened));
  foldFloor(floor, { changes: [], ledger: [{ agent: 'ana', entry: 'c-1', units: 7 }] });
  assert.equal(loadOf(floor, 'ana'), 7);
});

test('[K5] agents fold by version', () => {
  const connected: Change = {
    of: 'agent',
    id: 'ana',
    version: 1,
    events: [{ ...said, type: 'AgentConnected', connection: 'desk', server: 's' }],
  };
  const gone: Change = {
    of: 'agent',
    id: 'ana',
    version: 2,
    events: [{ ...said, type: 'AgentDisconnected', connection: 'desk' }],
  };
  const floor = folded(connected, gone, connected);
  assert.deepEqual([floor.agents.get('ana')?.version, floor.agents.get('ana')?.unreachableSince], [2, NOW]);
});

test('[M6] a roster outlives the close until its last watcher has left, then nothing is kept', () => {
  const watch: Change = {
    of: 'roster',
    id: 'c-1',
    version: 1,
    events: [{ ...said, type: 'WatchStarted', person: 'ines', connection: 'a', server: 's' }],
  };
  const leave: Change = {
    of: 'roster',
    id: 'c-1',
    version: 2,
    events: [{ ...said, type: 'WatchEnded', person: 'ines', connection: 'a' }],
  };
  const floor = folded(change(1, opened), watch, change(2, closed));
  assert.equal(floor.rosters.get('c-1')?.watchers.length, 1);
  foldFloor(floor, { changes: [leave] });
  assert.equal(floor.rosters.size, 0);
});

test('[C7] directory entries replace what was there, by version', () => {
  const w = world();
  const save = (version: number, name: string): Change => ({
    of: 'directory',
    id: 'queue:billing',
    version,
    events: [{ ...said, type: 'DirectorySaved', entry: { kind: 'queue', value: { ...w.queue('billing'), name } } }],
  });
  const policy: Change = {
    of: 'directory',
    id: 'policy:policy',
    version: 1,
    events: [
      { ...said, type: 'DirectorySaved', entry: { kind: 'policy', value: { ...defaultPolicy, consent: 'accepted' } } },
    ],
  };
  const floor = folded(save(1, 'Bills'), save(2, 'Invoices'), save(1, 'Bills'), policy);
  assert.equal(floor.queues.get('billing')?.name, 'Invoices');
  assert.equal(floor.policy.consent, 'accepted');
});
