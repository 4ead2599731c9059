import { defineComposer, memoryDrafts } from '../../../widget/composer/index.ts';
import type { FloorwalkComposer } from '../../../widget/composer/index.ts';
import type { MessageSubmittedEvent, PlaneChangedEvent, TypingEvent } from '../../../widget/events/message-events.ts';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

defineComposer();

interface Desk {
  readonly el: FloorwalkComposer;
  readonly sent: MessageSubmittedEvent[];
  readonly typed: string[];
  readonly planes: PlaneChangedEvent[];
}

const desk = async (mode: 'supervisor' | 'agent', more: Partial<FloorwalkComposer> = {}): Promise<Desk> => {
  const sent: MessageSubmittedEvent[] = [];
  const typed: string[] = [];
  const planes: PlaneChangedEvent[] = [];
  const el = await fixture<FloorwalkComposer>(
    html`<floorwalk-composer
      .mode=${mode}
      .conversation=${'c1'}
      .customer=${more.customer ?? 'Marta Olsen'}
      .agent=${'Priya Raman'}
      .supervisors=${2}
      .signature=${more.signature ?? ''}
      .internalOnly=${more.internalOnly ?? false}
      @floorwalk-message-submitted=${(event: MessageSubmittedEvent) => sent.push(event)}
      @floorwalk-typing=${(event: TypingEvent) => typed.push(event.plane)}
      @floorwalk-plane-changed=${(event: PlaneChangedEvent) => planes.push(event)}
    ></floorwalk-composer>`,
  );
  return { el, sent, typed, planes };
};

const field = (el: FloorwalkComposer): HTMLTextAreaElement => {
  const found = el.shadowRoot?.querySelector('textarea');
  if (!found) throw new TypeError('no field');
  return found;
};

const words = (el: FloorwalkComposer): string => (el.shadowRoot?.textContent ?? '').replaceAll(/\s+/gu, ' ');

const write = async (el: FloorwalkComposer, text: string): Promise<void> => {
  field(el).value = text;
  field(el).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await el.updateComplete;
};

const press = async (el: FloorwalkComposer, ...keys: string[]): Promise<void> => {
  field(el).focus();
  for (const key of keys.slice(0, -1)) await sendKeys({ down: key });
  await sendKeys({ press: keys.at(-1) ?? '' });
  for (const key of keys.slice(0, -1)) await sendKeys({ up: key });
  await el.updateComplete;
};

const button = (el: FloorwalkComposer, text: string): HTMLButtonElement => {
  const found = [...(el.shadowRoot?.querySelectorAll('button') ?? [])].find((it) => it.textContent.includes(text));
  if (!found) throw new TypeError(`no button "${text}"`);
  return found;
};

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
