import { isLate, waitBar } from '../../../widget/pictures/index.ts';
import { expect, fixture, html } from '@open-wc/testing';

describe('the bar of a wait', () => {
  it('[F1] runs to three times the target, is late beyond it and never overflows', async () => {
    const el = await fixture(html`<div>${waitBar(252, 120)}</div>`);
    expect(el.querySelector('svg')?.getAttribute('aria-label')).to.equal('Waiting 4:12, target 2:00');
    expect(el.querySelector('svg')?.classList.contains('late')).to.equal(true);
    expect(el.querySelector('.used')?.getAttribute('width')).to.equal('70.0%');
    const long = await fixture(html`<div>${waitBar(99_999, 120)}</div>`);
    expect(long.querySelector('.used')?.getAttribute('width')).to.equal('100.0%');
    await expect(el).to.be.accessible();
  });

  it('draws nothing without a target', async () => {
    const el = await fixture(html`<div>${waitBar(252, null)}</div>`);
    expect(el.querySelector('svg')).to.equal(null);
    expect(isLate(252, null)).to.equal(false);
  });
});
