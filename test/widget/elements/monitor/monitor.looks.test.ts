import { detail, entry, minute, noon } from '../../support/floor-facts.ts';
import { OpenedMonitor } from '../../support/opened-monitor.ts';
import { all, one } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

describe('what is new since this supervisor last looked', () => {
  let on: OpenedMonitor;
  beforeEach(() => localStorage.clear());
  afterEach(() => on.close());

  const marks = (): readonly string[] =>
    all(one(on.el, 'floorwalk-transcript'), '.since').map(
      (it) => `${it.textContent}|${it.nextElementSibling?.textContent}`,
    );

  it('[B6] is marked where a conversation is opened again, and told nobody', async () => {
    on = await OpenedMonitor.open();
    await on.show(detail(), [entry(1, 'One', { at: noon })]);
    expect(marks(), 'a first look has nothing new').to.have.length(0);
    const sent = on.server.sockets.flatMap(({ sent: all }) => all).length;
    on.el.monitor('c2');
    await on.panel.shown();
    on.el.monitor('c1');
    await on.panel.shown();
    const later = Date.now() + minute;
    await on.show(detail(), [entry(1, 'One', { at: noon }), entry(2, 'Two', { at: later })]);
    expect(marks()).to.have.length(1);
    expect(marks()[0]).to.match(/^New since you looked at \d\d:\d\d\|.*Two/su);
    const types = on.server.sockets
      .flatMap(({ sent: all }) => all)
      .slice(sent)
      .map(({ type }) => type);
    expect(types).to.deep.equal(['unsubscribe', 'subscribe', 'unsubscribe', 'subscribe']);
  });
});
