import { defineCustomerComposer } from '../../../widget/customer-composer/index.ts';
import type { FloorwalkCustomerComposer } from '../../../widget/customer-composer/index.ts';
import type { CustomerMessageEvent } from '../../../widget/events/customer-events.ts';
import { sourcesOf } from '../support/sources-of.ts';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

defineCustomerComposer();

const open = async () => {
  const sent: CustomerMessageEvent[] = [];
  const el = await fixture<FloorwalkCustomerComposer>(
    html`<floorwalk-customer-composer
      @floorwalk-customer-message=${(event: CustomerMessageEvent) => sent.push(event)}
    ></floorwalk-customer-composer>`,
  );
  return { el, sent };
};

describe('the customer’s composer', () => {
  it('sends by Enter, makes a line by Shift Enter, and sends nothing empty', async () => {
    const { el, sent } = await open();
    el.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'one' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ type: 'two' });
    await sendKeys({ press: 'Enter' });
    await el.updateComplete;
    expect(sent.map(({ text }) => text)).to.deep.equal(['one\ntwo']);
    expect(sent[0]?.id).to.match(/^[0-9a-f]{32}$/);
    expect(el.draft).to.equal('');
    await expect(el).to.be.accessible();
  });

  it('says that the customer types, and refuses what is too long without cutting it', async () => {
    const { el, sent } = await open();
    const typing = oneEvent(el, 'floorwalk-customer-typing');
    el.focus();
    await sendKeys({ type: 'a' });
    await typing;
    el.draft = 'x'.repeat(8_001);
    await el.updateComplete;
    el.shadowRoot?.querySelector('button')?.click();
    await el.updateComplete;
    expect(sent).to.have.length(0);
    expect(el.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('8,001 of 8,000 characters');
    expect(el.draft).to.have.length(8_001);
    await expect(el).to.be.accessible();
  });

  it('[P1] is made of nothing that names the inside of the house', async () => {
    const sources = await sourcesOf('/widget/customer-composer/index.ts');
    expect(sources.size).to.be.above(5);
    for (const [path, source] of sources) {
      expect(path).not.to.match(/\/(composer|transcript)\//u);
      expect(source, path).not.to.match(/internal/iu);
    }
  });
});
