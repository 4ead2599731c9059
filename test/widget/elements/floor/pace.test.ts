import { Pace } from '../../../../widget/elements/floor/pace.ts';
import { steppedTime } from '../../support/stepped-time.ts';
import { expect } from '@open-wc/testing';

describe('the pace of what is shown', () => {
  let time: ReturnType<typeof steppedTime>;
  let runs: number;
  let pace: Pace;
  beforeEach(() => {
    time = steppedTime();
    runs = 0;
    pace = new Pace(() => (runs += 1), 100, 3);
  });
  afterEach(() => time.restore());

  it('shows a few changes at once and a stream of them at its pace', async () => {
    for (let change = 0; change < 1_000; change += 1) pace.ask();
    expect(runs).to.equal(3);
    for (let step = 0; step < 10; step += 1) {
      await time.step(100);
      for (let change = 0; change < 100; change += 1) pace.ask();
    }
    expect(runs).to.be.within(12, 14);
  });

  it('shows the last change too, and nothing after it was stopped', async () => {
    for (let change = 0; change < 4; change += 1) pace.ask();
    await time.step(100);
    expect(runs).to.equal(4);
    for (let change = 0; change < 4; change += 1) pace.ask();
    pace.stop();
    await time.step(1_000);
    expect(runs).to.be.at.most(5);
  });
});
