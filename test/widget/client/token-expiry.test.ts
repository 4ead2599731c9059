import { expiryOf } from '../../../widget/client/token-expiry.ts';
import { expect } from '@open-wc/testing';

describe('when a token ends', () => {
  it('is what the token says, and unknown for anything else', () => {
    expect(expiryOf(`x.${btoa(JSON.stringify({ exp: 1_800_000_000 }))}.y`)).to.equal(1_800_000_000_000);
    for (const token of ['', 'opaque', 'a.b.c', `x.${btoa('{"exp":"soon"}')}.y`]) expect(expiryOf(token)).to.be.NaN;
  });
});
