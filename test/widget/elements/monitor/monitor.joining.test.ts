import { detail } from '../../support/floor-facts.ts';
import { joined, OpenedMonitor } from '../../support/opened-monitor.ts';
import { all, button, one, press, words } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

describe('joining from the monitor', () => {
  let on: OpenedMonitor;
  beforeEach(() => sessionStorage.clear());
  afterEach(() => on.close());

  it('[M4] says whom joining tells, joins, and starts to write internally', async () => {
    on = await OpenedMonitor.open();
    await on.show(detail());
    expect(words(one(on.panel.el, '.joining'))).to.contain('Joining tells Priya Raman and Marta Olsen');
    button(on.panel.el, 'Join').click();
    await on.panel.shown();
    expect(on.server.commands()).to.deep.equal([{ type: 'join', conversation: 'c1' }]);
    await on.show(joined());
    expect(on.composer.plane).to.equal('internal');
    expect(on.bands).to.equal(0);
    await expect(on.panel.el).to.be.accessible();
  });

  it('[M4] brings the keyboard to where one writes, and pulls it from nobody who has gone on before it was told', async () => {
    for (const goesOn of [false, true]) {
      on = await OpenedMonitor.open();
      on.server.answer = () => undefined;
      await on.show(detail());
      const search = document.createElement('input');
      document.body.append(search);
      button(on.panel.el, 'Join').focus();
      press(one(on.panel.el, '.title'), 'j');
      if (goesOn) {
        press(one(on.panel.el, '.title'), 'Tab');
        search.focus();
      }
      await on.show(joined());
      on.server.socket.push({ type: 'answer', id: on.server.sent('command')[0]?.id, ok: true, result: null });
      await on.panel.shown();
      const at = document.activeElement === search ? 'elsewhere' : on.el.shadowRoot?.activeElement?.localName;
      expect(at).to.equal(goesOn ? 'elsewhere' : 'floorwalk-composer');
      search.remove();
      if (!goesOn) on.close();
    }
  });

  it('[M4][M5] J joins and L leaves from wherever nothing is typed, and only where that is possible', async () => {
    on = await OpenedMonitor.open();
    await on.show(detail({ may: { join: 'heldByBot' } }));
    const keys = async (...pressed: string[]): Promise<readonly unknown[]> => {
      for (const key of pressed) press(one(on.panel.el, '.title'), key);
      await on.panel.shown();
      return on.server.commands().map(({ type }) => type);
    };
    expect(await keys('j', 'l')).to.deep.equal([]);
    await on.show(detail());
    expect(await keys('l', 'j')).to.deep.equal(['join']);
    await on.show(joined());
    expect(await keys('j')).to.deep.equal(['join']);
    press(one(on.composer, 'textarea'), 'l');
    await on.panel.shown();
    expect(on.server.commands()).to.have.length(1);
    expect(await keys('l')).to.deep.equal(['join', 'leave']);
  });

  it('[M4] speaking to the customer shows the band and the frame; Escape goes back before it closes', async () => {
    on = await OpenedMonitor.open();
    await on.show(joined());
    await on.speak();
    expect(on.bands).to.equal(1);
    expect(getComputedStyle(one(on.panel.el, '.panel')).borderTopWidth).to.equal('3px');
    await expect(on.panel.el).to.be.accessible();
    press(one(on.panel.el, '.panel'), 'Escape');
    await on.composer.updateComplete;
    await on.panel.shown();
    expect(on.composer.plane).to.equal('internal');
    expect(on.bands).to.equal(0);
    expect(on.panel.events).to.have.length(0);
    press(one(on.panel.el, '.panel'), 'Escape');
    expect(on.panel.events).to.have.length(1);
  });

  it('[M4] losing the connection goes back to internal', async () => {
    on = await OpenedMonitor.open();
    await on.show(joined());
    await on.speak();
    on.server.socket.drop();
    await on.composer.updateComplete;
    await on.panel.shown();
    expect(on.composer.plane).to.equal('internal');
    expect(on.bands).to.equal(0);
    expect(words(on.panel.el)).to.contain('No connection since');
  });

  it('[M4][M5] leaving goes back to internal, and joining again starts there', async () => {
    on = await OpenedMonitor.open();
    await on.show(joined());
    await on.speak();
    button(on.panel.el, 'Leave').click();
    await on.panel.shown();
    expect(on.server.commands()).to.deep.equal([{ type: 'leave', conversation: 'c1' }]);
    await on.show(detail());
    expect(on.bands).to.equal(0);
    expect(all(on.panel.el, '.on.panel.speaking')).to.have.length(0);
    await on.show(joined());
    await on.composer.updateComplete;
    expect(on.composer.plane).to.equal('internal');
    expect(on.bands).to.equal(0);
  });

  it('[M4] closing goes back to internal; monitored again, it is internal', async () => {
    on = await OpenedMonitor.open();
    await on.show(joined());
    await on.speak();
    button(on.panel.el, 'Close').click();
    on.panel.el.conversation = '';
    await on.panel.shown();
    expect(on.server.sent('unsubscribe')).to.have.length(1);
    expect(on.bands).to.equal(0);
    on.panel.el.conversation = 'c1';
    await on.panel.shown();
    expect(on.server.sent('subscribe')).to.have.length(2);
    await on.show(joined());
    await on.composer.updateComplete;
    expect(on.composer.plane).to.equal('internal');
  });

  it('[M4] in wrap-up only internal is offered', async () => {
    on = await OpenedMonitor.open();
    await on.show(joined({ state: 'wrap-up', phase: null }));
    await on.composer.updateComplete;
    on.composer.switchTo('public');
    await on.composer.updateComplete;
    expect(on.composer.plane).to.equal('internal');
    expect(words(on.composer)).not.to.contain('Speak to');
  });
});
