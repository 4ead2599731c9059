import type { FloorRow } from '@floorwalk/core/protocol';
import { expect } from '@open-wc/testing';
import { Sound } from '../../../../widget/sound/sound.ts';
import { item, offer, OpenedDesk } from '../../support/opened-desk.ts';
import { announced, button, one, press, words } from '../../support/shown.ts';

describe('offers on the desk', () => {
  let desk: OpenedDesk;
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(() => desk.close());

  it('[A5] shows an offer with what is left to answer, tells screen readers, and F2 accepts it', async () => {
    desk = await OpenedDesk.open();
    await desk.show([offer('c5')]);
    expect(words(one(desk.el, '.offer')))
      .to.contain('Assigned by Ines Carvalho')
      .and.to.contain('Customer c5');
    expect(one(desk.el, '.offer svg').getAttribute('aria-label')).to.match(/4[67] seconds left to answer/u);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(announced()).to.contain('Customer c5');
    await expect(desk.el).to.be.accessible();
    press(document.body, 'F2');
    await desk.panel.shown();
    expect(desk.server.commands()).to.deep.equal([{ type: 'accept', conversation: 'c5' }]);
    expect(desk.el.selected).to.equal('c5');
  });

  it('[A5] a rejected offer is sent back, and a lost one says why', async () => {
    desk = await OpenedDesk.open();
    await desk.show([offer('c5')]);
    button(desk.el, 'Reject').click();
    await desk.panel.shown();
    expect(desk.server.commands()).to.deep.equal([{ type: 'reject', conversation: 'c5' }]);
    desk.server.answer = () => ({ refusal: { refusal: 'notOfferee' } });
    button(desk.el, 'Accept').click();
    await desk.panel.shown();
    expect(words(one(desk.el, '[role=alert]'))).to.contain('no longer offered to you');
    await expect(desk.el).to.be.accessible();
  });

  it('[T5] a transfer’s offer shows the handover card', async () => {
    desk = await OpenedDesk.open();
    const pending = { ...offer('c5').row.pending, transfer: true } as NonNullable<FloorRow['pending']>;
    const handover = {
      reason: '',
      wants: 'The new address on invoice 2209',
      tried: 'Changed on the account',
      promised: 'A corrected copy',
      promisedBy: '14:00',
      lastQuestion: 'Will my accountant get it too?',
      sentiment: '',
    };
    await desk.show([
      {
        ...offer('c5', {
          pending,
          agent: {
            id: 'yuki',
            name: 'Yuki Tanabe',
            bot: false,
            presence: 'busy',
            reachable: true,
            unreachableSince: null,
          },
        }),
        handover,
      },
    ]);
    expect(words(one(desk.el, '.offer')))
      .to.contain('Transfer from Yuki Tanabe, by Ines Carvalho')
      .and.to.contain('Wants The new address on invoice 2209')
      .and.to.contain('A corrected copy by 14:00');
    await expect(desk.el).to.be.accessible();
  });

  it('[A5] sounds an offer once, where the agent wants to hear it, and remembers that they do not', async () => {
    const heard: string[] = [];
    const play = Sound.prototype.play;
    Sound.prototype.play = (tone) => void heard.push(tone);
    try {
      desk = await OpenedDesk.open();
      await desk.show([offer('c5')]);
      await desk.show([offer('c5'), item('c1')]);
      expect(heard).to.deep.equal(['offer']);
      await desk.show([item('c1')]);
      await desk.show([item('c1'), offer('c5')]);
      expect(heard).to.deep.equal(['offer', 'offer']);
    } finally {
      Sound.prototype.play = play;
    }
    expect(button(desk.el, 'Sound').isConnected).to.equal(true);
    await expect(desk.el).to.be.accessible();
  });

  it('[K3] says what the load would be with what is offered', async () => {
    desk = await OpenedDesk.open();
    await desk.show([offer('c5')]);
    expect(words(desk.el)).to.contain('1 of 3, 2 with offers');
  });
});
