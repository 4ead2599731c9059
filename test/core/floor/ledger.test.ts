import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyLedger, auditLedger, ledgerLines, ledgerWrites } from '../../../core/floor/index.ts';
import { conversation, engagedBy, offerTo, world } from '../../support/world.ts';

test('[K3] the offeree holds from the offer, the old primary until acceptance', () => {
  const w = world();
  const before = w.conversation('c-engaged');
  const offered = conversation('c-engaged', 'live-chat', 'billing', engagedBy('ana', offerTo('kofi')));
  assert.deepEqual(ledgerWrites(w.floor.ledger, before, offered), [{ agent: 'kofi', entry: 'c-engaged', units: 2 }]);
  applyLedger(w.floor.ledger, ledgerWrites(w.floor.ledger, before, offered));
  const taken = conversation('c-engaged', 'live-chat', 'billing', engagedBy('kofi'));
  assert.deepEqual(ledgerWrites(w.floor.ledger, offered, taken), [{ agent: 'ana', entry: 'c-engaged', units: 0 }]);
});

test('[K3] parking and closing give the units back', () => {
  const w = world();
  const before = w.conversation('c-engaged');
  const ana = { kind: 'agent', id: 'ana' } as const;
  const back = [{ agent: 'ana', entry: 'c-engaged', units: 0 }];
  const parked = conversation('c-engaged', 'live-chat', 'billing', { state: 'waiting', primary: ana, pending: null });
  assert.deepEqual(ledgerWrites(w.floor.ledger, before, parked), back);
  const closed = conversation('c-engaged', 'live-chat', 'billing', {
    state: 'closed',
    primary: ana,
    outcome: 'forceClosed',
  });
  assert.deepEqual(ledgerWrites(w.floor.ledger, before, closed), back);
});

test('[C6] a bot holds no units', () => {
  const w = world();
  assert.deepEqual(ledgerWrites(w.floor.ledger, undefined, w.conversation('c-bot')), []);
});

test('[K3] what the ledger says already is not written again', () => {
  const w = world();
  for (const c of w.floor.conversations.values()) assert.deepEqual(ledgerWrites(w.floor.ledger, c, c), []);
});

test('[K3] the audit finds nothing where ledger and states agree', () => {
  const w = world();
  assert.deepEqual(auditLedger(w.floor, ledgerLines(w.floor.ledger)), []);
});

test('[K3] the audit lists lines that are missing, wrong, and of no conversation', () => {
  const w = world();
  applyLedger(w.floor.ledger, [
    { agent: 'ana', entry: 'c-engaged', units: 0 },
    { agent: 'ben', entry: 'c-offered', units: 9 },
    { agent: 'kofi', entry: 'long-gone', units: 1 },
  ]);
  const found = auditLedger(w.floor, ledgerLines(w.floor.ledger));
  const byAgent = found.toSorted((a, b) => (a.agent < b.agent ? -1 : 1));
  assert.deepEqual(
    byAgent.map(({ agent, entry, stored, implied }) => [agent, entry, stored, implied]),
    [
      ['ana', 'c-engaged', 0, 2],
      ['ben', 'c-offered', 9, 2],
      ['kofi', 'long-gone', 1, 0],
    ],
  );
});
