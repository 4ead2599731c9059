import { detail, noon } from '../../support/floor-facts.ts';
import { joined, OpenedMonitor } from '../../support/opened-monitor.ts';
import { all, button, one, words } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

const hand = { agent: { id: 'priya', name: 'Priya Raman' }, at: noon, text: 'May I refund this?', claimedBy: null };
const may = { ...detail().may, claim: null };

describe('a raised hand in the monitor', () => {
  let on: OpenedMonitor;
  beforeEach(async () => (on = await OpenedMonitor.open()));
  afterEach(() => on.close());

  const strip = (): string => words(one(on.el, '.hand'));

  it('[B3] says who asks what, and is claimed', async () => {
    await on.show(detail());
    expect(all(on.el, '.hand')).to.have.length(0);
    await on.show(detail({ hand, may }));
    expect(strip()).to.contain('Priya Raman asks for help, 12:00').and.to.contain('May I refund this?');
    await expect(on.el).to.be.accessible();
    button(on.el, 'Claim hand').click();
    await on.panel.shown();
    expect(on.server.commands()).to.deep.equal([{ type: 'claim', conversation: 'c1' }]);
  });

  it('[B3][A6] who is too late reads who comes', async () => {
    await on.show(detail({ hand, may }));
    const winner = { person: 'Jonas Weber', at: on.client.now() - 2_000, did: 'HandClaimed' };
    on.server.answer = () => ({ refusal: { refusal: 'handClaimed', winner } });
    button(on.el, 'Claim hand').click();
    await on.panel.shown();
    expect(words(one(on.el, '[role="alert"]'))).to.contain('Jonas Weber claimed the hand 2 s ago.');
    const claimedBy = { id: 'jonas', name: 'Jonas Weber', at: noon };
    await on.show(detail({ hand: { ...hand, claimedBy }, may: { ...may, claim: 'handClaimed' } }));
    expect(strip()).to.contain('Jonas Weber comes, since 12:00');
    expect(all(on.el, '.hand button')).to.have.length(0);
  });

  it('[B3] who claimed it is told to join, or lowers it', async () => {
    const claimedBy = { id: 'ines', name: 'Ines Carvalho', at: noon };
    await on.show(detail({ hand: { ...hand, claimedBy }, may: { ...may, claim: 'handClaimed' } }));
    expect(strip()).to.contain('You said at 12:00 that you come.');
    button(on.el, 'Lower the hand').click();
    await on.panel.shown();
    expect(on.server.commands()).to.deep.equal([{ type: 'lower-hand', conversation: 'c1' }]);
    await on.show(joined());
    expect(all(on.el, '.hand')).to.have.length(0);
  });

  it('hostile text stays text', async () => {
    await on.show(detail({ hand: { ...hand, text: '<img src=x onerror=alert(1)>' }, may }));
    expect(all(on.el, 'img')).to.have.length(0);
    expect(strip()).to.contain('<img');
  });
});
