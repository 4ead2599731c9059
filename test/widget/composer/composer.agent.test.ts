import { memoryDrafts } from '../../../widget/composer/index.ts';
import type { FloorwalkComposer } from '../../../widget/composer/index.ts';
import { desk, field, press, words, write } from '../support/composer-desk.ts';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

describe('the composer of an agent', () => {
  it('[M4] starts public without the band, Enter sends and Shift Enter makes a line', async () => {
    const { el, sent, planes } = await desk('agent');
    expect(el.plane).to.equal('public');
    expect(planes.map(({ plane, speaking }) => [plane, speaking])).to.deep.equal([['public', false]]);
    field(el).focus();
    await sendKeys({ type: 'one' });
    await press(el, 'Shift', 'Enter');
    await sendKeys({ type: 'two' });
    await press(el, 'Control', 'Enter');
    expect(sent).to.have.length(0);
    await press(el, 'Enter');
    expect(sent.map(({ plane, text }) => [plane, text])).to.deep.equal([['public', 'one\ntwo']]);
    expect(field(el).value).to.equal('');
    await expect(el).to.be.accessible();
  });

  it('[M4] goes to a note by Ctrl I, where Enter makes a line and Ctrl Enter adds it', async () => {
    const { el, sent } = await desk('agent');
    await write(el, 'to Marta');
    await press(el, 'Control', 'i');
    expect(el.plane).to.equal('internal');
    expect(field(el).value).to.equal('');
    expect(el.shadowRoot?.activeElement).to.equal(field(el));
    await sendKeys({ type: 'a note' });
    await press(el, 'Enter');
    expect(sent).to.have.length(0);
    await press(el, 'Control', 'Enter');
    expect(sent.map(({ plane, text }) => [plane, text])).to.deep.equal([['internal', 'a note']]);
    await press(el, 'Escape');
    expect(el.plane).to.equal('public');
    expect(field(el).value).to.equal('to Marta');
  });

  it('makes a note an editable draft, after what was already written', async () => {
    const { el, sent } = await desk('agent');
    await write(el, 'Hello Marta.');
    el.makeDraft('Up to 150 with a photo.');
    await el.updateComplete;
    expect(field(el).value).to.equal('Hello Marta.\n\nUp to 150 with a photo.');
    expect(sent).to.have.length(0);
  });

  it('behaves the same when its properties are set after it is connected', async () => {
    const el = await fixture<FloorwalkComposer>(html`<floorwalk-composer></floorwalk-composer>`);
    el.drafts = memoryDrafts();
    el.mode = 'agent';
    el.conversation = 'c1';
    el.customer = 'Marta Olsen';
    await el.updateComplete;
    expect(el.plane).to.equal('public');
    expect(words(el)).to.contain('Send to Marta');
  });
});
