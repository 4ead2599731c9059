import { refusals } from '@floorwalk/core';
import type { RefusalCode } from '@floorwalk/core';
import { refusalHint, refusalSentence } from '../../../widget/strings/refusals.ts';
import { expect } from '@open-wc/testing';

describe('refusals in words', () => {
  it('[R1] has a sentence for every code, and the server’s words for one it does not know', () => {
    for (const code of Object.keys(refusals) as RefusalCode[]) {
      expect(refusalSentence({ refusal: code, detail: '' }), code).to.match(/^[A-Z].*\.$/u);
    }
    expect(refusalSentence({ refusal: 'newer', detail: 'Said by the server.' })).to.equal('Said by the server.');
    expect(refusalSentence({ refusal: 'toString', detail: 'Said by the server.' })).to.equal('Said by the server.');
  });

  it('[F5] says in a few words why a command is off', () => {
    expect(refusalHint('state', 'assign', 'active', 'engaged')).to.equal('not open, but active');
    expect(refusalHint('state', 'monitor', 'active', 'offered')).to.equal('not active, but offered');
    expect(refusalHint('state', 'transfer', 'wrap-up')).to.equal('not active, but wrap-up');
    expect(refusalHint('state', 'withdraw', 'open')).to.equal('no offer pending');
    expect(refusalHint('heldByBot', 'join', 'active')).to.equal('a bot holds it');
    expect(refusalHint('newer', 'join', 'active')).to.equal('not possible now');
  });
});
