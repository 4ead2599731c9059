import { SEEK_MS } from '../../../../widget/elements/monitor/record-search.ts';
import { fakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { detail } from '../../support/floor-facts.ts';
import { OpenedMonitor } from '../../support/opened-monitor.ts';
import { button, words } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

const context = 'case:42';

describe('the monitor of a record', () => {
  let clock: FakeClock;
  let on: OpenedMonitor;
  beforeEach(() => (clock = fakeClock(Date.now())));
  afterEach(() => {
    on.close();
    clock.restore();
  });

  const find = async (...items: readonly unknown[]): Promise<void> => {
    on.found.splice(0, on.found.length, ...items);
    await clock.pass(SEEK_MS + 1_000);
    await on.panel.shown();
  };

  it('[C3] finds the live conversation of a record', async () => {
    on = await OpenedMonitor.open(
      { context },
      {
        found: [
          { id: 'old', state: 'closed' },
          { id: 'c6', state: 'active', phase: 'offered' },
          { id: 'c7', state: 'active', phase: 'engaged' },
        ],
      },
    );
    expect(on.followed()).to.deep.equal(['c7']);
  });

  it('[C3] says when a record has none, and opens the one that begins later', async () => {
    on = await OpenedMonitor.open({ context }, { found: [{ id: 'old', state: 'closed' }] });
    expect(words(on.el)).to.contain('No conversation belongs to this record yet.');
    await find({ id: 'c8', state: 'active', phase: 'engaged' });
    expect(on.followed()).to.deep.equal(['c8']);
  });

  it('[C3][M6] tries one that could not be shown again once an agent has it, and not before', async () => {
    on = await OpenedMonitor.open({ context }, { found: [{ id: 'c9', state: 'open', phase: null }] });
    await on.end({ refusal: 'state', state: 'open' });
    await find({ id: 'c9', state: 'open', phase: null });
    expect(on.followed()).to.deep.equal(['c9']);
    await find({ id: 'c9', state: 'active', phase: 'engaged' });
    expect(on.followed()).to.deep.equal(['c9', 'c9']);
    await on.show(detail());
    expect(words(on.el)).to.contain('Marta Olsen');
    await find({ id: 'c9', state: 'active', phase: 'engaged' });
    expect(on.followed(), 'what is shown is left alone').to.have.length(2);
  });

  it('[C3] follows the record of the page, also after another conversation was monitored', async () => {
    on = await OpenedMonitor.open({ context }, { found: [{ id: 'c7', state: 'active' }] });
    on.el.monitor('c1');
    await on.panel.shown();
    on.found.splice(0, 1, { id: 'c8', state: 'active' });
    on.el.context = 'case:43';
    await on.panel.shown();
    expect(on.followed()).to.deep.equal(['c7', 'c1', 'c8']);
  });

  it('monitors what a page asks for, before and after it is connected, and again after it was closed', async () => {
    on = await OpenedMonitor.open({});
    on.el.monitor('c1');
    await on.panel.shown();
    await on.show(detail());
    button(on.el, 'Close').click();
    await on.panel.shown();
    expect(on.server.sent('unsubscribe')).to.have.length(1);
    on.el.monitor('c1');
    await on.panel.shown();
    expect(on.followed()).to.deep.equal(['c1', 'c1']);
    const early = document.createElement('floorwalk-monitor');
    early.monitor('c5');
    early.client = on.client;
    on.el.after(early);
    await on.panel.shown();
    expect(on.followed().at(-1)).to.equal('c5');
  });

  it('a closed panel does not open by itself', async () => {
    on = await OpenedMonitor.open({ context }, { found: [{ id: 'c7', state: 'active' }] });
    await on.show(detail());
    button(on.el, 'Close').click();
    await find({ id: 'c8', state: 'active' });
    expect(on.followed()).to.deep.equal(['c7']);
  });
});
