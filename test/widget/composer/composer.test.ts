import { button, desk, field, press, words, write } from '../support/composer-desk.ts';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

describe('the composer of a supervisor', () => {
  it('[M4] starts internal and says who reads it', async () => {
    const { el, planes } = await desk('supervisor');
    expect(el.plane).to.equal('internal');
    expect(words(el)).to.contain('Internal note Priya and 2 supervisors read it. Marta never does.');
    expect(planes.map(({ plane, speaking }) => [plane, speaking])).to.deep.equal([['internal', false]]);
    await expect(el).to.be.accessible();
  });

  it('[M4] speaks to the customer only by choice, in other words, and asks for the band', async () => {
    const { el, planes } = await desk('supervisor', { signature: 'Ines, consultant' });
    button(el, 'Speak to Marta').click();
    await el.updateComplete;
    expect(el.plane).to.equal('public');
    expect(el.speaking).to.equal(true);
    expect(words(el)).to.contain('To Marta Olsen The customer reads this, from “Ines, consultant”');
    expect(planes.at(-1)).to.include({ plane: 'public', speaking: true });
    expect(el.shadowRoot?.activeElement).to.equal(field(el));
    await expect(el).to.be.accessible();
  });

  it('[M4] sends a note by Ctrl Enter and to the customer by Ctrl Shift Enter, never the other way', async () => {
    const { el, sent } = await desk('supervisor');
    await write(el, 'a note');
    await press(el, 'Enter');
    await press(el, 'Control', 'Shift', 'Enter');
    expect(sent).to.have.length(0);
    await write(el, 'a note');
    await press(el, 'Control', 'Enter');
    el.switchTo('public');
    await el.updateComplete;
    await write(el, 'hello');
    await press(el, 'Enter');
    await press(el, 'Control', 'Enter');
    expect(sent).to.have.length(1);
    await write(el, 'hello');
    await press(el, 'Control', 'Shift', 'Enter');
    expect(sent.map(({ plane, text }) => [plane, text])).to.deep.equal([
      ['internal', 'a note'],
      ['public', 'hello'],
    ]);
    expect(new Set(sent.map(({ id }) => id)).size).to.equal(2);
    expect(sent[0]?.id).to.match(/^[0-9a-f]{32}$/);
  });

  it('[M4] carries no text across when the plane changes, and keeps both drafts', async () => {
    const { el } = await desk('supervisor');
    await write(el, 'not for Marta');
    const internalField = field(el);
    el.switchTo('public');
    await el.updateComplete;
    expect(field(el)).not.to.equal(internalField);
    expect(field(el).value).to.equal('');
    await write(el, 'for Marta');
    el.reset();
    await el.updateComplete;
    expect(field(el).value).to.equal('not for Marta');
    el.switchTo('public');
    await el.updateComplete;
    expect(field(el).value).to.equal('for Marta');
  });

  it('[M4] undo after a change of plane brings nothing across', async () => {
    const { el } = await desk('supervisor');
    field(el).focus();
    await sendKeys({ type: 'inside' });
    el.switchTo('public');
    await el.updateComplete;
    await press(el, 'Control', 'z');
    expect(field(el).value).to.equal('');
  });

  it('[M4] text that an input method commits late stays on its plane', async () => {
    const { el } = await desk('supervisor');
    const internalField = field(el);
    el.switchTo('public');
    await el.updateComplete;
    internalField.value = 'late';
    internalField.dispatchEvent(new InputEvent('input'));
    await el.updateComplete;
    expect(field(el).value).to.equal('');
    el.reset();
    await el.updateComplete;
    expect(field(el).value).to.equal('late');
  });

  it('[M4] returns to internal by Escape, by reset, with another conversation and after being taken off the page', async () => {
    const { el } = await desk('supervisor');
    const speak = async () => {
      el.switchTo('public');
      await el.updateComplete;
      expect(el.plane).to.equal('public');
    };
    await speak();
    await press(el, 'Escape');
    expect(el.plane).to.equal('internal');
    await speak();
    el.reset();
    await el.updateComplete;
    expect(el.plane).to.equal('internal');
    await speak();
    el.conversation = 'c2';
    await el.updateComplete;
    expect(el.plane).to.equal('internal');
    await speak();
    const parent = el.parentElement;
    el.remove();
    parent?.append(el);
    await el.updateComplete;
    expect(el.plane).to.equal('internal');
  });

  it('[M4] keeps drafts of conversations apart', async () => {
    const { el } = await desk('supervisor');
    await write(el, 'about c1');
    el.conversation = 'c2';
    await el.updateComplete;
    expect(field(el).value).to.equal('');
    el.conversation = 'c1';
    await el.updateComplete;
    expect(field(el).value).to.equal('about c1');
  });

  it('[M4] offers only notes once the customer no longer reads', async () => {
    const { el } = await desk('supervisor', { internalOnly: true });
    expect(words(el)).to.contain('Marta no longer reads; only notes can be added.');
    el.switchTo('public');
    el.makeDraft('x');
    await el.updateComplete;
    expect(el.plane).to.equal('internal');
  });
});
