import { typingPace } from '../../../widget/message/typing-pace.ts';
import { expect } from '@open-wc/testing';

describe('the pace of typing', () => {
  it('says it at once and then at most every three seconds', () => {
    const now = typingPace();
    expect([0, 100, 2_999, 3_000, 5_000, 6_000].map(now)).to.deep.equal([true, false, false, true, false, true]);
  });
});
