import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveEffects, type Policy } from '../../../core/directory/index.ts';
import { world } from '../../support/world.ts';

const effectsOf = (change: (policy: Policy) => Partial<Policy>) => {
  const w = world();
  const watcher = { id: 'ines', since: 0, connections: [] };
  w.floor.rosters.set('c-engaged', { id: 'c-engaged', version: 1, watchers: [watcher] } as never);
  w.edit('conversation', 'c-engaged', { consentAt: null });
  const value = { ...w.floor.policy, ...change(w.floor.policy) };
  return new Map(saveEffects(w.floor, { kind: 'policy', value }).map(({ effect, count }) => [effect, count]));
};

test('[N3] asking for consent from now on says how many are watched who have not given it', () => {
  assert.deepEqual([...effectsOf(() => ({ consent: 'accepted' }))], [['watchersNeedConsent', 1]]);
  assert.deepEqual([...effectsOf(() => ({ consent: 'elsewhere' }))], []);
});

test('[M7] agents who are watched now are counted when that becomes visible', () => {
  assert.deepEqual([...effectsOf(() => ({ monitoringVisibleToAgent: true }))], [['agentsSeeWatchers', 1]]);
});

test('[R4] who may read the record about themselves is counted', () => {
  assert.ok((effectsOf(() => ({ auditVisibleToAgent: true })).get('agentsReadRecord') ?? 0) > 0);
});

test('[N1] a silenced join says so even where nobody is there now', () => {
  const effects = effectsOf(() => ({ silencedNotices: ['telegram:consultantJoined'] }));
  assert.deepEqual([...effects], [['joinsNotTold', 1]]);
  assert.ok((effectsOf(() => ({ silencedNotices: ['liveChat:agentLeft'] })).get('customersNotTold') ?? 0) > 0);
});

test('[T6] a transfer that is pending stays when the switch goes off', () => {
  const effects = effectsOf(({ switches }) => ({ switches: { ...switches, transfer: false } }));
  assert.equal(effects.get('transfersStay'), 1);
});
