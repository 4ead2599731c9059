import { button, desk, field, press, words, write } from '../support/composer-desk.ts';
import { expect } from '@open-wc/testing';

describe('what the composer sends and what it does not', () => {
  it('[P2] says on which plane somebody types, not on the other, and not at every key', async () => {
    const { el, typed } = await desk('supervisor');
    await write(el, 'a');
    await write(el, 'ab');
    expect(typed).to.deep.equal(['internal']);
    el.switchTo('public');
    await el.updateComplete;
    await write(el, 'b');
    expect(typed).to.deep.equal(['internal', 'public']);
  });

  it('refuses a text that is too long, visibly and before sending, and cuts nothing', async () => {
    const { el, sent } = await desk('supervisor');
    await write(el, 'short');
    expect(el.shadowRoot?.querySelector('#length')?.textContent.trim()).to.equal('');
    await write(el, 'x'.repeat(8_001));
    expect(words(el)).to.contain('8,001 of 8,000 characters. Shorten it to send it.');
    await press(el, 'Control', 'Enter');
    button(el, 'Add note').click();
    await el.updateComplete;
    expect(sent).to.have.length(0);
    expect(field(el).value).to.have.length(8_001);
    expect(el.shadowRoot?.querySelector('[role=alert]')).to.exist;
    await expect(el).to.be.accessible();
    await write(el, 'x'.repeat(8_000));
    await press(el, 'Control', 'Enter');
    expect(sent).to.have.length(1);
  });

  it('sends nothing that is only white space, and keeps the text when sending is prevented', async () => {
    const { el, sent } = await desk('supervisor');
    await write(el, ' \n ');
    await press(el, 'Control', 'Enter');
    expect(sent).to.have.length(0);
    el.addEventListener('floorwalk-message-submitted', (event) => event.preventDefault());
    await write(el, 'kept');
    await press(el, 'Control', 'Enter');
    expect(sent).to.have.length(1);
    expect(field(el).value).to.equal('kept');
  });

  it('does not send while an input method composes', async () => {
    const { el, sent } = await desk('agent');
    await write(el, 'こん');
    field(el).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, composed: true }),
    );
    expect(sent).to.have.length(0);
  });

  it('shows a hostile and very long name as text', async () => {
    const { el } = await desk('supervisor', { customer: `<img src=x onerror=alert(1)>${'x'.repeat(10_000)}` });
    el.switchTo('public');
    await el.updateComplete;
    expect(el.shadowRoot?.querySelector('img')).to.equal(null);
    expect(words(el)).to.contain('<img src=x');
    expect(el.shadowRoot?.querySelector('section')?.scrollWidth).to.be.at.most(el.clientWidth);
    await expect(el).to.be.accessible();
  });
});
