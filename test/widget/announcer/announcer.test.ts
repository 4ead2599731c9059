import { announce, prepareAnnouncer } from '../../../widget/announcer/index.ts';
import { expect } from '@open-wc/testing';

describe('the announcer', () => {
  it('is one polite region in the page that shows text as text', async () => {
    prepareAnnouncer();
    announce('Ana Kovač assigned it');
    announce('Ana Kovač assigned it');
    announce('<img src=x onerror=alert(1)>');
    const regions = document.querySelectorAll('[data-floorwalk-announcer]');
    expect(regions).to.have.length(1);
    expect(regions[0]?.getAttribute('aria-live')).to.equal('polite');
    expect(regions[0]?.childElementCount).to.equal(3);
    expect(regions[0]?.querySelector('img')).to.equal(null);
    expect(regions[0]?.getBoundingClientRect().width).to.be.at.most(1);
    await expect(regions[0]).to.be.accessible();
  });
});
