import { detail, entry, minute, noon } from '../../support/floor-facts.ts';
import { ines, joined, OpenedMonitor, priya } from '../../support/opened-monitor.ts';
import { all, button, one, words } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

describe('the monitor panel', () => {
  let on: OpenedMonitor;
  beforeEach(() => sessionStorage.clear());
  afterEach(() => on.close());

  it('[M2] shows the facts, the people, who else watches, and both planes', async () => {
    on = await OpenedMonitor.open();
    await on.show(
      detail({
        waitSince: noon - 4 * minute,
        waitTarget: 2 * minute,
        watchers: [ines, { id: 'jonas', name: 'Jonas Weber' }],
        consultees: [{ id: 'tomas', name: 'Tomas Lind' }],
      }),
      [entry(1, 'Both are booked.'), entry(2, 'She is right.', { plane: 'internal', from: priya })],
    );
    const facts = words(one(on.panel.el, '.facts'));
    expect(facts).to.contain('Negative, falling');
    expect(facts).to.contain('Wait, target 2:00');
    expect(facts).to.contain('0:42');
    expect(facts).to.contain('1:01');
    expect(words(one(on.panel.el, '.head')))
      .to.contain('Booked twice')
      .and.to.contain('Marta Olsen');
    const people = words(one(on.panel.el, '.people'));
    expect(people).to.contain('Priya Raman').and.to.contain('Tomas Lind').and.to.contain('Watching: Jonas Weber');
    expect(people).not.to.contain('Ines');
    expect(on.transcript).to.contain('Both are booked.').and.to.contain('She is right.');
    await expect(on.panel.el).to.be.accessible();
  });

  it('[M2] a watcher has no composer; typing is shown, never what', async () => {
    on = await OpenedMonitor.open();
    await on.show(detail());
    expect(all(on.panel.el, 'floorwalk-composer')).to.have.length(0);
    on.server.publish('conversation', { type: 'typing', who: priya, plane: 'public' });
    await on.panel.shown();
    expect(words(on.panel.el)).to.match(/Priya.* (is )?(typing|writes|writing)/u);
    expect(on.server.commands()).to.have.length(0);
  });

  it('[N1] says when the customer is not told', async () => {
    on = await OpenedMonitor.open();
    await on.show(detail({ customerIsTold: false }));
    expect(words(one(on.panel.el, '.joining'))).to.contain('switched off telling Marta Olsen');
    await on.show(detail({ state: 'wrap-up', phase: null }));
    expect(words(one(on.panel.el, '.joining'))).to.contain('Marta Olsen has gone and is not told.');
  });

  it('[R1] joining that is refused is off, with the reason', async () => {
    on = await OpenedMonitor.open();
    await on.show(detail({ may: { join: 'heldByBot', transfer: 'heldByBot' } }));
    expect(words(one(on.panel.el, '.joining'))).to.contain('A bot holds this conversation.');
    button(on.panel.el, 'Join').click();
    await on.panel.shown();
    expect(on.server.commands()).to.have.length(0);
    const transfer = button(on.el, 'Transfer');
    expect([transfer.getAttribute('aria-disabled'), transfer.title]).to.deep.equal(['true', 'a bot holds it']);
    transfer.click();
    expect(on.panel.events).to.have.length(0);
  });

  it('[N2] says when the customer was informed, is not yet, or sends no receipts', async () => {
    on = await OpenedMonitor.open();
    const receipts = (seenAt: number | null) => ({ n1: { kind: 'consultantJoined', at: noon, seenAt } });
    await on.show(joined({ receipts: receipts(null) }));
    expect(words(one(on.panel.el, '.people'))).to.contain('Not seen yet');
    await on.show(joined({ receipts: receipts(noon + 31_000) }));
    expect(words(one(on.panel.el, '.people'))).to.match(/informed,? 12:00:31/iu);
    await on.show(joined({ receipts: receipts(null), receiptsKnown: false }));
    expect(words(one(on.panel.el, '.people'))).to.match(/no receipt on this channel/iu);
  });

  it('hostile names and subjects stay text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    on = await OpenedMonitor.open();
    await on.show(detail({ subject: hostile, customer: { name: hostile } }), [entry(1, hostile)]);
    expect(all(on.panel.el, 'img')).to.have.length(0);
    expect(words(one(on.panel.el, '.head'))).to.contain(hostile);
  });

  it('fits 320 px, also while speaking', async () => {
    on = await OpenedMonitor.open({ conversation: 'c1' }, { width: 320 });
    await on.show(joined({ subject: 'A subject that is much longer than what fits on one line of a narrow panel' }), [
      entry(1, 'x'.repeat(400)),
    ]);
    await on.speak();
    expect(one(on.panel.el, '.panel').scrollWidth).to.be.at.most(320);
  });
});
