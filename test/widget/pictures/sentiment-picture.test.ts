import { sentimentPicture } from '../../../widget/pictures/index.ts';
import { expect, fixture, html } from '@open-wc/testing';

const draw = async (scores: readonly (number | null)[], step: number) =>
  fixture(html`<div>${sentimentPicture(scores, step)}</div>`);

describe('the picture of sentiment', () => {
  it('[S1] draws the six latest messages, the newest last and wider, and says it in words', async () => {
    const el = await draw([0.9, 0.4, 0.1, 0.1, -0.3, -0.8, -0.9], 2);
    expect(el.querySelectorAll('.bar')).to.have.length(6);
    expect(el.querySelector('.bar:last-of-type')?.classList.contains('newest')).to.equal(true);
    expect(el.querySelector('svg')?.classList.contains('bad')).to.equal(true);
    expect(el.querySelector('svg')?.getAttribute('aria-label')).to.equal('Sentiment: Negative, falling');
    await expect(el).to.be.accessible();
  });

  it('[S1] has no picture for what is not available, and no bar for a message that is not', async () => {
    expect((await draw([null, null], 0)).querySelector('svg')).to.equal(null);
    expect((await draw([0.5, null, 0.5], 6)).querySelectorAll('.bar')).to.have.length(2);
  });
});
