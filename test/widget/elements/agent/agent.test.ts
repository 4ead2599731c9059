import { expect } from '@open-wc/testing';
import { entry } from '../../support/floor-facts.ts';
import { item, mine, offer, OpenedDesk } from '../../support/opened-desk.ts';
import { all, button, one, words } from '../../support/shown.ts';

describe('an agent’s desk', () => {
  let desk: OpenedDesk;
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(() => desk.close());

  it('says what it waits for, and what to expect of an empty desk', async () => {
    desk = await OpenedDesk.open();
    expect(words(desk.el)).to.contain('Getting the floor');
    await expect(desk.el).to.be.accessible();
    await desk.show([]);
    expect(words(desk.el)).to.contain('No conversation is with you');
    await expect(desk.el).to.be.accessible();
  });

  it('lists the agent’s own conversations with their waits, and what came unread', async () => {
    desk = await OpenedDesk.open();
    const since = Date.now() - 252_000;
    await desk.show([
      item('c1', 'primary', { waitSince: since, waitTarget: 120_000 }),
      item('c2'),
      item('c3', 'primary', { state: 'waiting', phase: null }),
      item('c4', 'primary', { state: 'wrap-up', phase: null, autoCloseAt: Date.now() + 648_000 }),
    ]);
    expect(words(one(desk.el, '.head'))).to.contain('2 active, 1 waiting, 1 in wrap-up');
    const items = all(desk.el, '.item').map((it) => words(it));
    expect(items[0]).to.contain('4:1');
    expect(all(desk.el, '.item .late').map((it) => words(it))).to.have.length(1);
    expect(items[1]).to.contain('answered');
    expect(items[2]).to.contain('parked');
    expect(items[3]).to.contain('left');
    await desk.show([item('c1'), item('c2', 'primary', { customerMessages: 1 })]);
    expect(words(all(desk.el, '.item')[1])).to.contain('1 unread message');
    await expect(desk.el).to.be.accessible();
    all(desk.el, '.item')[1]?.click();
    await desk.panel.shown();
    expect(words(all(desk.el, '.item')[1])).not.to.contain('unread');
    expect(desk.server.sent('subscribe').at(-1)?.topic).to.deep.include({ kind: 'conversation', conversation: 'c2' });
  });

  it('[D1] picks what waits to be picked', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1'), item('c8', 'pick', { state: 'open', phase: null, agent: null })]);
    button(desk.el, 'Pick').click();
    await desk.panel.shown();
    expect(desk.server.commands()).to.deep.equal([{ type: 'pick', conversation: 'c8' }]);
    expect(desk.el.selected).to.equal('c1');
  });

  it('says that the connection is lost, and goes on with the desk when it is back', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1')]);
    await desk.say(mine(), [entry(1, 'Hello')]);
    await desk.compose('Half a sentence');
    desk.server.opens = false;
    desk.server.socket.drop();
    await desk.panel.shown();
    expect(words(desk.el)).to.contain('No connection since');
    await expect(desk.el).to.be.accessible();
    expect(desk.field.value).to.equal('Half a sentence');
    desk.server.opens = true;
    button(desk.el, 'Try now').click();
    await desk.panel.shown();
    expect(words(desk.el)).not.to.contain('No connection since');
    const topics = desk.server.socket.sent.flatMap((it) => (it.type === 'subscribe' ? [it.topic.kind] : []));
    expect(topics).to.have.members(['desk', 'conversation']);
    expect(desk.field.value).to.equal('Half a sentence');
  });

  it('shows hostile text and very long names as text, on a narrow screen', async () => {
    desk = await OpenedDesk.open(320);
    const hostile = '<img src=x onerror=alert(1)>';
    await desk.show([
      item('c1', 'primary', { customer: 'x'.repeat(10_000), subject: hostile }),
      offer('c2', { subject: hostile }),
    ]);
    await desk.say(mine({ subject: hostile, customer: { name: 'y'.repeat(10_000) } }), [entry(1, hostile)]);
    expect(all(desk.el, 'img')).to.have.length(0);
    expect(all(desk.talk, 'img')).to.have.length(0);
    expect(words(one(desk.el, '.list'))).to.contain('xxx');
    expect(desk.el.scrollWidth).to.be.at.most(desk.el.clientWidth);
    await expect(desk.el).to.be.accessible();
  });
});
