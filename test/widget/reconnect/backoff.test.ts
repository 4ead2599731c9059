import { waitBefore } from '../../../widget/reconnect/backoff.ts';
import { expect } from '@open-wc/testing';

describe('the wait before connecting again', () => {
  it('doubles its bound with each try up to 15 s, and lies anywhere below it', () => {
    expect([0, 1, 2, 3, 20].map((attempt) => waitBefore(attempt, () => 0.999_999))).to.deep.equal([
      600, 1_100, 2_100, 4_100, 15_100,
    ]);
    expect(waitBefore(20, () => 0)).to.equal(100);
  });
});
