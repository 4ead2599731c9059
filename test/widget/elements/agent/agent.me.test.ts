import { expect } from '@open-wc/testing';
import { card } from '../../support/floor-facts.ts';
import { item, offer, OpenedDesk } from '../../support/opened-desk.ts';
import { all, button, one, words } from '../../support/shown.ts';

describe('who the desk is of', () => {
  let desk: OpenedDesk;
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(() => desk.close());

  it('[K2] shows presence, who set it, and load; a choice of presence is sent', async () => {
    desk = await OpenedDesk.open();
    await desk.show([]);
    expect(words(desk.el)).to.contain('Busy, set by your load').and.to.contain('2 of 3 units');
    await desk.show([], { me: card('sam', { name: 'Sam', presence: 'inactive' }) });
    expect(words(desk.el)).to.contain('Inactive').and.not.to.contain('Inactive, set by your load');
    const choice = one<HTMLSelectElement>(desk.el, 'select');
    choice.value = 'away';
    choice.dispatchEvent(new Event('change'));
    await desk.panel.shown();
    expect(desk.server.commands()).to.deep.equal([{ type: 'set-presence', agent: 'sam', presence: 'away' }]);
  });

  it('[R5] states that conversations may be monitored until the agent has read it', async () => {
    desk = await OpenedDesk.open();
    await desk.show([], { acknowledged: false });
    expect(words(desk.el)).to.contain('Conversations may be monitored, recorded and stored.');
    await expect(desk.el).to.be.accessible();
    button(desk.el, 'I have read this').click();
    await desk.panel.shown();
    expect(desk.server.commands()).to.deep.equal([{ type: 'acknowledge-monitoring' }]);
    await desk.show([], { acknowledged: true });
    expect(all(desk.el, 'button').some((it) => words(it).includes('I have read this'))).to.equal(false);
  });

  it('[K5] says what signing out does to each thing held before it is done, and lets the agent stay', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1'), item('c2', 'primary', { channel: 'whatsapp' }), offer('c3')]);
    await desk.press('Sign out');
    const asked = (): string => words(one(desk.el, '[role=alertdialog]'));
    expect(asked())
      .to.contain('Back to the queue, for somebody else: Customer c1.')
      .and.to.contain('Parked until the customer writes: Customer c2.')
      .and.to.contain('The offer ends: Customer c3.');
    expect(desk.server.commands()).to.have.length(0);
    await expect(desk.el).to.be.accessible();
    await desk.press('Stay signed in');
    expect(all(desk.el, '[role=alertdialog]')).to.have.length(0);
    expect(desk.server.commands()).to.have.length(0);
  });

  it('[K5] signs out, says so, and a new hello signs in again', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1')]);
    await desk.press('Sign out');
    one(desk.el, '[role=alertdialog] .primary').click();
    await desk.panel.shown();
    expect(desk.server.commands()).to.deep.equal([{ type: 'sign-out' }]);
    expect(words(desk.el)).to.contain('You are signed out');
    expect(all(desk.el, 'floorwalk-desk-conversation')).to.have.length(0);
    await expect(desk.el).to.be.accessible();
    await desk.press('Sign in again');
    await desk.panel.shown();
    expect(desk.server.sockets).to.have.length(2);
    await desk.show([]);
    expect(words(desk.el)).to.contain('No conversation is with you');
  });

  it('[K5] stays signed in where the server refuses, and says why', async () => {
    desk = await OpenedDesk.open();
    await desk.show([]);
    desk.server.answer = () => ({ refusal: { refusal: 'busy' } });
    await desk.press('Sign out');
    expect(words(one(desk.el, '[role=alertdialog]'))).to.contain('You hold nothing.');
    one(desk.el, '[role=alertdialog] .primary').click();
    await desk.panel.shown();
    expect(words(desk.el)).not.to.contain('You are signed out');
    expect(all(desk.el, '[role=alert]')).to.have.length(1);
  });
});
