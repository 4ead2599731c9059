import { reasonKinds } from '@floorwalk/core/floor';
import { reasonWords } from '../../../widget/strings/reasons.ts';
import { expect } from '@open-wc/testing';

const now = 1_000_000_000;

describe('reasons in words', () => {
  it('[F3] words every kind that core knows', () => {
    for (const kind of reasonKinds) expect(reasonWords({ kind, params: {} }, now), kind).not.to.equal('');
    expect(reasonWords({ kind: 'newer', params: {} }, now)).to.equal('');
  });

  it('[F3] counts waits against targets, steps, transfers and unreachable time', () => {
    const said = (kind: string, params: Record<string, number>) => reasonWords({ kind, params }, now);
    expect(said('waiting', { since: now - 252_000, target: 120_000 })).to.equal('Waiting 4 min, target 2');
    expect(said('inQueue', { since: now - 412_000, target: 180_000 })).to.equal('In queue 6 min, target 3');
    expect(said('sentimentFell', { steps: 2 })).to.equal('Sentiment fell 2 steps');
    expect(said('transfers', { transfers: 2 })).to.equal('Second transfer');
    expect(said('unreachable', { since: now - 48_000 })).to.equal('Agent unreachable 0:48');
  });
});
