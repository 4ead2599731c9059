import { NewAlarms } from '../../../../widget/elements/floor/new-alarms.ts';
import { noon, row } from '../../support/floor-facts.ts';
import type { FloorRow } from '@floorwalk/core/protocol';
import { expect } from '@open-wc/testing';

const urgent = (id: string, ...kinds: readonly string[]): FloorRow =>
  row(id, { reasons: kinds.map((kind) => ({ kind, params: {} })) });
const told = (alarms: NewAlarms, rows: readonly FloorRow[]): readonly string[] =>
  alarms.take(rows).map((alarm) => `${alarm.row.id} ${alarm.reason.kind}`);

describe('what newly needs attention', () => {
  it('[F3] is told once for each reason, and what was there at first is not', () => {
    const alarms = new NewAlarms();
    expect(told(alarms, [urgent('a', 'waiting')])).to.deep.equal([]);
    expect(told(alarms, [urgent('a', 'waiting'), urgent('b', 'inQueue')])).to.deep.equal(['b inQueue']);
    expect(told(alarms, [urgent('a', 'waiting', 'transfers'), urgent('b', 'inQueue')])).to.deep.equal(['a transfers']);
    expect(told(alarms, [urgent('b', 'inQueue')])).to.deep.equal([]);
    expect(told(alarms, [urgent('a', 'waiting'), urgent('b', 'inQueue')])).to.deep.equal(['a waiting']);
    alarms.forget();
    expect(told(alarms, [urgent('c', 'waiting')])).to.deep.equal([]);
  });

  it('[B3] a hand raised again is told again', () => {
    const alarms = new NewAlarms();
    const hand = (at: number): FloorRow => ({
      ...urgent('a', 'handRaised'),
      hand: { agent: { id: 'ana', name: 'Ana' }, at, text: 'Help', claimedBy: null },
    });
    alarms.take([]);
    expect(told(alarms, [hand(noon)])).to.have.length(1);
    expect(told(alarms, [hand(noon)])).to.have.length(0);
    expect(told(alarms, [hand(noon + 1)])).to.have.length(1);
  });
});
