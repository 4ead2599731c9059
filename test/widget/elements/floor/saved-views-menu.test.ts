import { drawn, openViews, savedView, type OpenedViews } from '../../support/opened-views.ts';
import { all, one, press, words } from '../../support/shown.ts';
import { expect, waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';

const late = savedView('v1', 'Late bills', { look: { ...savedView('', '').look, queues: ['billing'] } });
const ours = savedView('v2', 'Escalations', { shared: true, owner: { id: 'jonas', name: 'Jonas Weber' } });

describe('the menu of saved views', () => {
  let on: OpenedViews;
  afterEach(() => on.client.close());
  const open = async (...args: Parameters<typeof openViews>): Promise<void> => {
    on = await openViews(...args);
    await on.openMenu();
  };
  const trouble = (): string => words(on.el.shadowRoot?.querySelector('.views-box [role="alert"]'));
  const fill = (form: string, name: string): void => {
    one<HTMLInputElement>(on.el, `${form} input[name="name"]`).value = name;
  };
  const send = async (form: string): Promise<void> => {
    one<HTMLFormElement>(on.el, form).requestSubmit();
    await drawn(on);
  };
  const press1 = async (selector: string): Promise<void> => {
    one(on.el, selector).click();
    await drawn(on);
  };
  const saves = () => on.server.commands().filter(({ type }) => type === 'save-view');

  it('[F6] names what is looked at, for oneself or for all, and takes it back by one button', async () => {
    await open([]);
    expect(words(one(on.el, '.views-box'))).to.contain('Nothing saved yet');
    on.el.ask({ view: 'open', text: 'Marta' });
    fill('.view-form', 'Open ones');
    one(on.el, 'input[name="shared"]').click();
    await send('.view-form');
    expect(saves()[0]).to.deep.include({ name: 'Open ones', shared: true, seen: null });
    expect(JSON.stringify(saves()[0])).not.to.contain('Marta');
    expect(on.names()).to.deep.equal(['Open ones']);
    expect(words(one(on.el, '.strip.still'))).to.contain('Open ones saved.');
    await press1('.strip.still .button');
    expect(on.names()).to.deep.equal([]);
  });

  it('[F6] lists one’s own and the shared apart, says which is shown, and opens one by its name', async () => {
    await open([ours, late]);
    expect(all(on.el, '.views-box ul').map((list) => list.getAttribute('aria-label'))).to.deep.equal([
      'Only you',
      'All supervisors',
    ]);
    expect(words(all(on.el, '.view-line')[1])).to.contain('Jonas Weber');
    await expect(on.el).to.be.accessible();
    await press1('.view-open');
    expect(on.asked()).to.deep.include({ queues: ['billing'] });
    expect(one(on.el, '.views-menu').matches(':popover-open')).to.equal(false);
    await on.openMenu();
    expect(words(one(on.el, '.view-open[aria-current]'))).to.equal('Late bills');
  });

  it('is closed by the button that opened it', async () => {
    on = await openViews([ours, late]);
    const { left, top, width, height } = one(on.el, '.views-button').getBoundingClientRect();
    for (const isOpen of [true, false, true]) {
      await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
      await waitUntil(() => one(on.el, '.views-menu').matches(':popover-open') === isOpen);
      await drawn(on);
    }
  });

  it('[F6] is walked by the arrows, and what is typed there is no key of the list', async () => {
    await open([ours, late]);
    const items = all(on.el, '.view-open');
    expect(on.el.shadowRoot?.activeElement).to.equal(items[1]);
    if (items[1]) press(items[1], 'ArrowUp');
    expect(on.el.shadowRoot?.activeElement).to.equal(items[0]);
    press(one(on.el, '.view-form input'), 'm');
    expect(on.server.commands()).to.deep.equal([]);
  });

  it('[F6] renames, shares and replaces what a view shows, each taken back by one button', async () => {
    await open([late]);
    await press1('.view-line [aria-expanded]');
    await expect(on.el).to.be.accessible();
    fill('li .view-form', 'Bills');
    one(on.el, 'li input[name="shared"]').click();
    one(on.el, 'li input[name="look"]').click();
    await send('li .view-form');
    const [saved] = saves();
    expect(saved).to.deep.include({ view: 'v1', name: 'Bills', shared: true, seen: 10 });
    expect(saved?.type === 'save-view' && saved.look.queues).to.deep.equal([]);
    await press1('.strip.still .button');
    expect(saves()[1]).to.deep.include({ view: 'v1', name: 'Late bills', shared: false, seen: 101 });
    expect(on.views[0]?.look.queues).to.deep.equal(['billing']);
  });

  it('[F6] deletes, and puts back under the same id', async () => {
    await open([late], { opensWith: 'v1' });
    await press1('.view-line [aria-expanded]');
    await press1('li .view-acts [type="button"]');
    expect(on.names()).to.deep.equal([]);
    expect(on.el.shadowRoot?.activeElement).to.equal(one(on.el, '.strip.still .button'));
    await press1('.strip.still .button');
    expect(saves()[0]).to.deep.include({ view: 'v1', name: 'Late bills', seen: null });
    expect(on.names()).to.deep.equal(['Late bills']);
  });

  it('[F6] says with which view the floor opens, and takes another or none', async () => {
    await open([late]);
    await press1('[aria-label="Open the floor with Late bills"]');
    expect(one(on.el, '[aria-label="Open the floor with Late bills"]').getAttribute('aria-pressed')).to.equal('true');
    await press1('[aria-label="Open the floor with Late bills"]');
    expect(on.server.commands()).to.deep.equal([
      { type: 'open-with', view: 'v1' },
      { type: 'open-with', view: null },
    ]);
  });

  it('[F6] a name that is taken and a list that is full are said before anything is sent; what was typed stays', async () => {
    await open(Array.from({ length: 39 }, (_, index) => savedView(`v${index}`, `View ${index}`)));
    fill('.view-form.end', 'view 7');
    await send('.view-form.end');
    expect(trouble()).to.contain('Another view has this name');
    expect(one<HTMLInputElement>(on.el, '.view-form.end input').value).to.equal('view 7');
    on.views = [...on.views, savedView('v40', 'View 40')];
    await on.tell();
    fill('.view-form.end', 'One more');
    await send('.view-form.end');
    expect(trouble()).to.contain('There are 40 already');
    expect(saves()).to.deep.equal([]);
  });

  it('[A6] [F6] who was faster is named, and what was typed stays to be saved on top', async () => {
    await open([ours]);
    await press1('.view-line [aria-expanded]');
    fill('li .view-form', 'Mine');
    const winner = { person: 'Jonas Weber', at: Date.now(), did: 'saved' };
    on.server.answer = () => ({ refusal: { refusal: 'version', winner } });
    await send('li .view-form');
    expect(trouble()).to.contain('Jonas Weber');
    on.views = [{ ...ours, name: 'Theirs', at: 20 }];
    await on.tell();
    expect(one<HTMLInputElement>(on.el, 'li input[name="name"]').value).to.equal('Mine');
    on.server.answer = () => ({ result: null });
    await send('li .view-form');
    expect(saves().at(-1)).to.deep.include({ name: 'Mine', seen: 20 });
  });

  it('[F6] hostile names are words and nothing else, and what nobody sees is left out of them', async () => {
    const name = '<img src=x onerror=alert(1)>\u202eevil 🎉 علم';
    await open([savedView('v1', name)]);
    expect(one(on.el, '.views-box').querySelector('img')).to.equal(null);
    expect(on.names()).to.deep.equal([name]);
    fill('.view-form.end', '\u202e \u2066');
    await send('.view-form.end');
    expect(saves()).to.deep.equal([]);
    fill('.view-form.end', 'a\u202eb');
    await send('.view-form.end');
    expect(saves()[0]).to.include({ name: 'ab' });
  });

  it('[F6] stands within 320 px whatever its names', async () => {
    await open([savedView('v1', 'W'.repeat(60), { shared: true, owner: { id: 'o', name: 'O'.repeat(200) } })], {
      width: 320,
    });
    const menu = one(on.el, '.views-menu');
    expect(menu.scrollWidth).to.be.at.most(menu.clientWidth);
  });
});
