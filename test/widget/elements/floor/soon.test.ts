import { expect } from '@open-wc/testing';
import { Soon } from '../../../../widget/elements/floor/soon.ts';

describe('something that comes soon', () => {
  it('is waited for until it comes', async () => {
    const soon = new Soon();
    const settled: string[] = [];
    const waiting = soon.wait(60_000).then(() => settled.push('waited'));
    await Promise.resolve();
    expect(settled).to.deep.equal([]);
    soon.come();
    await waiting;
    expect(settled).to.deep.equal(['waited']);
  });

  it('is not waited for longer than asked', async () => {
    await new Soon().wait(1);
  });

  it('may come before anybody waits', () => {
    new Soon().come();
  });
});
