import '../../../../widget/elements/floor/define.ts';
import { ChoicesChangedEvent, type Choice, type FloorwalkChoices } from '../../../../widget/elements/floor/choices.ts';
import { all, one, press, words, write } from '../../support/shown.ts';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';

const many = Array.from({ length: 400 }, (_, index): Choice => [`a${index}`, `Agent ${index}`]);

describe('a filter of several values', () => {
  const open = async (options: readonly Choice[], chosen: readonly string[] = []): Promise<FloorwalkChoices> => {
    const el = await fixture<FloorwalkChoices>(
      html`<floorwalk-choices label="Agent" all="anyone" .options=${options} .chosen=${chosen}></floorwalk-choices>`,
    );
    const toggled = oneEvent(one(el, '.menu'), 'toggle');
    one(el, 'button').click();
    await toggled;
    await el.updateComplete;
    await el.updateComplete;
    return el;
  };
  const ticks = (el: FloorwalkChoices): readonly HTMLInputElement[] =>
    all(el, 'input[type="checkbox"]').filter((it) => it instanceof HTMLInputElement);

  it('[F2] takes as many as one ticks, and gives each back', async () => {
    const el = await open(many, ['a7']);
    const heard: (readonly string[])[] = [];
    el.addEventListener(ChoicesChangedEvent.type, (event) => heard.push((event as ChoicesChangedEvent).chosen));
    ticks(el)[1]?.click();
    ticks(el)[2]?.click();
    await el.updateComplete;
    ticks(el)[7]?.click();
    expect(heard).to.deep.equal([
      ['a7', 'a1'],
      ['a7', 'a1', 'a2'],
      ['a1', 'a2'],
    ]);
    await el.updateComplete;
    expect(words(one(el, 'button'))).to.equal('Agent: Agent 1 +1');
    expect(words(one(el, '.end'))).to.contain('2 of 400 chosen');
  });

  it('is drawn again only where it has other values, not with every change of the floor', async () => {
    const el = await open(many, ['a7']);
    let drawn = 0;
    el.addController({ hostUpdated: () => (drawn += 1) });
    el.options = many.map(([value, name]): Choice => [value, name]);
    el.chosen = ['a7'];
    await el.updateComplete;
    expect(drawn).to.equal(0);
    el.chosen = ['a7', 'a8'];
    await el.updateComplete;
    expect(drawn).to.equal(1);
  });

  it('[F2] finds every agent there is, whatever the case and the accents', async () => {
    const el = await open([...many, ['t', 'Tomás Herrera']]);
    expect(ticks(el)).to.have.length(401);
    write(one(el, '.menu .search'), 'tomas');
    await el.updateComplete;
    expect(ticks(el).map(({ value }) => value)).to.deep.equal(['t']);
    write(one(el, '.menu .search'), 'nobody');
    await el.updateComplete;
    expect(words(one(el, '.none'))).to.equal('Nothing matches');
    await expect(el).to.be.accessible();
  });

  it('is walked by arrows from its search, and emptied by a button', async () => {
    const el = await open(many.slice(0, 9), ['a0', 'a1']);
    expect(el.shadowRoot?.activeElement).to.equal(one(el, '.menu .search'));
    press(one(el, '.menu .search'), 'ArrowDown');
    expect(el.shadowRoot?.activeElement).to.equal(ticks(el)[0]);
    const changed = oneEvent(el, ChoicesChangedEvent.type);
    one(el, '.end button').click();
    expect(((await changed) as Event as ChoicesChangedEvent).chosen).to.deep.equal([]);
    await el.updateComplete;
    expect(words(one(el, 'button'))).to.equal('Agent: anyone');
  });

  it('gives the focus back to its button, however deep in other elements it is', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    const el = await open(many.slice(0, 9));
    inner.attachShadow({ mode: 'open' }).append(el);
    await el.updateComplete;
    const menu = one(el, '.menu');
    for (const isOpen of [true, false]) {
      const toggled = oneEvent(menu, 'toggle');
      menu.togglePopover(isOpen);
      await toggled;
      await el.updateComplete;
      await el.updateComplete;
    }
    expect(el.shadowRoot?.activeElement).to.equal(one(el, 'button'));
  });

  it('needs no search for a few, and shows hostile names as text', async () => {
    const el = await open([['x', '<img src=x onerror=alert(1)>']]);
    expect(all(el, '.search, img')).to.have.length(0);
    expect(words(one(el, '.values'))).to.contain('<img');
    await expect(el).to.be.accessible();
  });
});
