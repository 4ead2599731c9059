import { FilterMenus, type Choice, type Filter } from '../../../../widget/elements/floor/filter-menus.ts';
import { filtersStyles } from '../../../../widget/elements/floor/filters.styles.ts';
import { staffStyles } from '../../../../widget/styles/index.ts';
import { all, one, press, words, write } from '../../support/shown.ts';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { css, LitElement } from 'lit';

const many = Array.from({ length: 400 }, (_, index): Choice => [`a${index}`, `Agent ${index}`]);

/** A page with filters as the floor has them. */
class FilteredPage extends LitElement {
  static override styles = [
    ...staffStyles,
    filtersStyles,
    css`
      .filters {
        display: flex;
      }
    `,
  ];
  readonly menus = new FilterMenus(this);
  readonly heard: (readonly string[])[] = [];
  filters: readonly Filter[] = [];

  protected override render() {
    return html`<div class="filters">${this.filters.map((filter) => this.menus.render(filter))}</div>`;
  }

  /** Offers other values. */
  offer(options: readonly Choice[], chosen: readonly string[], names: readonly string[] = ['Agent']): Promise<boolean> {
    this.filters = names.map((label) => ({
      name: label.toLowerCase(),
      label,
      all: 'anyone',
      options,
      chosen,
      choose: (now) => {
        this.heard.push(now);
        void this.offer(options, now, names);
      },
    }));
    this.requestUpdate();
    return this.updateComplete;
  }
}
customElements.define('filtered-page', FilteredPage);

describe('a filter of several values', () => {
  const show = async (options: readonly Choice[], chosen: readonly string[] = [], names?: readonly string[]) => {
    const el = await fixture<FilteredPage>(html`<filtered-page></filtered-page>`);
    await el.offer(options, chosen, names);
    return el;
  };
  const toggled = async (el: FilteredPage, deed: () => unknown, menu = '.filter-menu'): Promise<void> => {
    const told = oneEvent(one(el, menu), 'toggle');
    await deed();
    await told;
    await el.updateComplete;
    await el.updateComplete;
  };
  const open = async (options: readonly Choice[], chosen: readonly string[] = []): Promise<FilteredPage> => {
    const el = await show(options, chosen);
    await toggled(el, () => one(el, 'button').click());
    return el;
  };
  const ticks = (el: FilteredPage): readonly HTMLInputElement[] =>
    all(el, 'input[type="checkbox"]').filter((it) => it instanceof HTMLInputElement);
  const clickOn = ({ left, top, width, height }: DOMRect): Promise<void> =>
    sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });

  it('[F2] takes as many as one ticks, and gives each back', async () => {
    const el = await open(many, ['a7']);
    for (const place of [1, 2, 7]) {
      ticks(el)[place]?.click();
      await el.updateComplete;
    }
    expect(el.heard).to.deep.equal([
      ['a7', 'a1'],
      ['a7', 'a1', 'a2'],
      ['a1', 'a2'],
    ]);
    expect(words(one(el, 'button'))).to.equal('Agent: Agent 1 +1');
    expect(words(one(el, '.end'))).to.contain('2 of 400 chosen');
  });

  it('[F2] finds every agent there is, whatever the case and the accents', async () => {
    const el = await open([...many, ['t', 'Tomás Herrera']]);
    expect(ticks(el)).to.have.length(401);
    write(one(el, '.filter-menu .search'), 'tomas');
    await el.updateComplete;
    expect(ticks(el).map(({ value }) => value)).to.deep.equal(['t']);
    write(one(el, '.filter-menu .search'), 'nobody');
    await el.updateComplete;
    expect(words(one(el, '.none'))).to.equal('Nothing matches');
    await expect(el).to.be.accessible();
  });

  it('shows who came and who was chosen elsewhere while it is open', async () => {
    const el = await open(many.slice(0, 9));
    await el.offer([...many.slice(0, 9), ['new', 'Zebra']], ['new']);
    expect(words(one(el, '.values'))).to.contain('Zebra');
    expect(ticks(el).find(({ checked }) => checked)?.value).to.equal('new');
  });

  it('is walked by arrows from its search, and emptied by a button', async () => {
    const el = await open(many.slice(0, 9), ['a0', 'a1']);
    expect(el.shadowRoot?.activeElement === one(el, '.filter-menu .search')).to.equal(true);
    press(one(el, '.filter-menu .search'), 'ArrowDown');
    expect(el.shadowRoot?.activeElement === ticks(el)[0]).to.equal(true);
    one(el, '.end button').click();
    expect(el.heard).to.deep.equal([[]]);
    await el.updateComplete;
    expect(words(one(el, 'button'))).to.equal('Agent: anyone');
  });

  it('is closed by its own button as it was opened by it, and gives way to another', async () => {
    const el = await show(many.slice(0, 9), [], ['Queue', 'Agent']);
    const [queue, agent] = all(el, 'button').map((it) => it.getBoundingClientRect());
    const shown = (): readonly string[] => all(el, '.filter-menu:popover-open').map(({ id }) => id);
    if (!queue || !agent) throw new TypeError('no buttons');
    await toggled(el, () => clickOn(queue));
    expect(shown()).to.deep.equal(['filter-queue']);
    await toggled(el, () => clickOn(queue));
    expect(shown()).to.deep.equal([]);
    expect(all(el, '.values')).to.have.length(0);
    await toggled(el, () => clickOn(queue));
    await toggled(el, () => clickOn(agent), '#filter-agent');
    expect(shown()).to.deep.equal(['filter-agent']);
    expect(all(el, '.values')).to.have.length(1);
  });

  it('gives the focus back to its button, however deep in other elements it is', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    const el = await show(many.slice(0, 9));
    inner.attachShadow({ mode: 'open' }).append(el);
    await el.updateComplete;
    for (const isOpen of [true, false]) await toggled(el, () => one(el, '.filter-menu').togglePopover(isOpen));
    expect(el.shadowRoot?.activeElement === one(el, 'button')).to.equal(true);
  });

  it('needs no search for a few, and shows hostile names as text', async () => {
    const el = await open([['x', '<img src=x onerror=alert(1)>']]);
    expect(all(el, '.search, img')).to.have.length(0);
    expect(words(one(el, '.values'))).to.contain('<img');
    await expect(el).to.be.accessible();
  });
});
