import { sentimentPicture } from '../../../widget/pictures/index.ts';
import { expect, fixture, html } from '@open-wc/testing';

const draw = async (scores: readonly (number | null)[], step: number) =>
  fixture(html`<div>${sentimentPicture(scores, step)}</div>`);

/** The outlines of the bars of a class, one for each message. */
const barsOf = (el: Element, name: string): readonly string[] =>
  [...el.querySelectorAll(name)].flatMap((path) => path.getAttribute('d')?.match(/M[^M]+/gu) ?? []);

describe('the picture of sentiment', () => {
  it('[S1] draws the six latest messages, the newest last and wider, and says it in words', async () => {
    const el = await draw([0.9, 0.4, 0.1, 0.1, -0.3, -0.8, -0.9], 2);
    // Above the line where the customer is content, below it where not, as high as they are either; the newest 8 wide.
    expect(barsOf(el, '.bar:not(.newest)')).to.deep.equal([
      'M4 8h6v4h-6z',
      'M12 10h6v2h-6z',
      'M20 10h6v2h-6z',
      'M28 10h6v3h-6z',
      'M36 10h6v8h-6z',
    ]);
    expect(barsOf(el, '.newest')).to.deep.equal(['M44 10h8v9h-8z']);
    expect(el.querySelector('svg')?.classList.contains('bad')).to.equal(true);
    expect(el.querySelector('svg')?.getAttribute('aria-label')).to.equal('Sentiment: Negative, falling');
    await expect(el).to.be.accessible();
  });

  it('[S1] has no picture for what is not available, and no bar for a message that is not', async () => {
    expect((await draw([null, null], 0)).querySelector('svg')).to.equal(null);
    expect(barsOf(await draw([0.5, null, 0.5], 6), '.bar')).to.have.length(2);
    expect(barsOf(await draw([0.5, null], 6), '.newest')).to.have.length(0);
  });
});
