import { loadBar } from '../../../widget/pictures/index.ts';
import { expect, fixture, html } from '@open-wc/testing';

describe('the bar of a load', () => {
  it('[K4] has a block per conversation and says load and capacity', async () => {
    const el = await fixture(html`<div>${loadBar([2, 1, 1], 6)}</div>`);
    expect(el.querySelectorAll('.used')).to.have.length(3);
    expect(el.querySelector('svg')?.getAttribute('aria-label')).to.equal('Load 4 of 6 units');
    await expect(el).to.be.accessible();
  });

  it('[A4] shows what would be beyond the capacity apart', async () => {
    const el = await fixture(html`<div>${loadBar(6, 6, { whatIf: 2 })}</div>`);
    expect(el.querySelectorAll('.ghost.excess')).to.have.length(1);
    expect(el.querySelector('svg')?.getAttribute('aria-label')).to.equal('Load 6 of 6 units, would be 8');
    const split = await fixture(html`<div>${loadBar([5, 2], 6)}</div>`);
    expect(split.querySelectorAll('.over')).to.have.length(1);
  });

  it('draws one block for very many units and none for nothing', async () => {
    expect((await fixture(html`<div>${loadBar(1_000, 2_000)}</div>`)).querySelectorAll('.used')).to.have.length(1);
    expect((await fixture(html`<div>${loadBar(0, 0)}</div>`)).querySelectorAll('.used')).to.have.length(0);
  });
});
