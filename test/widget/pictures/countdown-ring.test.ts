import { countdownRing, ringSeconds } from '../../../widget/pictures/index.ts';
import { expect, fixture, html } from '@open-wc/testing';

describe('the ring of a countdown', () => {
  it('[A5] empties and says what is left', async () => {
    const el = await fixture(html`<div>${countdownRing(47_000, 120_000, false)}</div>`);
    expect(el.querySelector('svg')?.getAttribute('aria-label')).to.equal('47 seconds left to answer');
    expect(el.querySelector('text')?.textContent).to.equal('0:47');
    expect(el.querySelector('.left')?.getAttribute('stroke-dasharray')).to.equal('39.2 100');
    const over = await fixture(html`<div>${countdownRing(-5, 120_000, false)}</div>`);
    expect(over.querySelector('.left')?.getAttribute('stroke-dasharray')).to.equal('0.0 100');
    await expect(el).to.be.accessible();
  });

  it('steps every five seconds and in the last ten by one, with reduced motion', () => {
    expect([47_000, 46_000, 44_900, 10_000, 9_000, 400, -1].map((ms) => ringSeconds(ms, true))).to.deep.equal([
      50, 50, 45, 10, 9, 1, 0,
    ]);
  });
});
