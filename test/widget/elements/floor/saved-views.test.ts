import type { FloorwalkPalette } from '../../../../widget/elements/floor/palette.ts';
import { FloorwalkFloor } from '../../../../widget/elements/floor/floor.ts';
import { floorOf, row } from '../../support/floor-facts.ts';
import { drawn, openViews, savedView, type OpenedViews } from '../../support/opened-views.ts';
import { all, announced, one, press, words } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

const late = savedView('v1', 'Late bills', {
  look: { ...savedView('', '').look, view: 'open', queues: ['billing'], sort: 'wait', density: 'compact' },
});
const shared = savedView('v2', 'Escalations', { shared: true, look: { ...late.look, view: 'attention' } });

describe('saved views', () => {
  let on: OpenedViews;
  afterEach(() => on.client.close());
  const palette = async (): Promise<FloorwalkPalette> => {
    on.el.showPalette();
    await drawn(on);
    return one<FloorwalkPalette>(on.el, 'floorwalk-palette');
  };
  const button = (): HTMLElement => one(on.el, '.views-button');

  it('[F6] a view is opened by the palette: its filters, its order, its rows, and nothing that was searched for', async () => {
    on = await openViews([late, shared]);
    on.el.ask({ text: 'Marta' });
    const entry = all(await palette(), '.entry').find((it) => words(it) === 'Open: Late bills');
    entry?.click();
    await drawn(on);
    expect(on.asked()).to.deep.include({ view: 'open', queues: ['billing'], sort: 'wait', text: '', offset: 0 });
    expect(on.el.getAttribute('data-floorwalk-density')).to.equal('compact');
    expect(words(button())).to.equal('Late bills');
    expect(announced()).to.equal('Late bills');
    on.el.ask({ queues: [] });
    await on.shown();
    expect(words(button())).to.equal('Saved views');
  });

  it('[F6] V in the list opens their menu, and it is in the palette with its key', async () => {
    on = await openViews([late]);
    one(on.el, '[data-id]').focus();
    press(one(on.el, '[data-id]'), 'v');
    await import('../../../../widget/elements/floor/saved-views-menu.ts');
    await drawn(on);
    expect(one(on.el, '.views-menu').matches(':popover-open')).to.equal(true);
    one(on.el, '.views-menu').hidePopover();
    const entry = all(await palette(), '.entry').find((it) => words(it).startsWith('Saved views'));
    expect(words(entry?.querySelector('kbd'))).to.equal('V');
  });

  it('[F6] the floor opens with the view that its supervisor chose for that', async () => {
    on = await openViews([late], { opensWith: 'v1' });
    expect(on.asked()).to.deep.include({ view: 'open', queues: ['billing'] });
    on.el.ask({ view: 'all' });
    await on.tell();
    expect(on.asked()).to.deep.include({ view: 'all' });
  });

  it('[F6] another choice of the first view moves nothing on a floor that is open', async () => {
    on = await openViews([late]);
    const asked = on.server.sent('subscribe').length;
    on.opensWith = 'v1';
    await on.tell();
    expect(on.server.sent('subscribe').length).to.equal(asked);
  });

  it('[F6] who has asked for something already is not taken away from it', async () => {
    on = await openViews([late]);
    on.el.ask({ view: 'waiting' });
    on.opensWith = 'v1';
    await on.tell();
    expect(on.asked()).to.deep.include({ view: 'waiting' });
  });

  it('[F6] [F4] what somebody else makes of a view that is open moves nothing', async () => {
    on = await openViews([late], { opensWith: 'v1' });
    const asked = on.server.sent('subscribe').length;
    on.views = [{ ...late, look: { ...late.look, queues: ['delivery'] }, at: 11 }];
    await on.tell();
    expect(on.server.sent('subscribe').length).to.equal(asked);
    expect(words(button())).to.equal('Saved views');
  });

  it('[F6] a server that knows no views leaves the floor as it was, without them', async () => {
    on = await openViews([]);
    const fresh = document.createElement('floorwalk-floor');
    expect(fresh).to.be.instanceOf(FloorwalkFloor);
    Object.assign(fresh, { client: on.client });
    on.el.replaceWith(fresh);
    await on.shown();
    on.server.publish('floor', floorOf([row('a')]));
    await on.shown();
    expect(one<HTMLButtonElement>(fresh, '.views-button').disabled).to.equal(true);
  });
});
