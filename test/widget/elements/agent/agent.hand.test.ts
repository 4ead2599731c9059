import { expect } from '@open-wc/testing';
import { noon } from '../../support/floor-facts.ts';
import { item, mine, OpenedDesk } from '../../support/opened-desk.ts';
import { all, one, words, write } from '../../support/shown.ts';

describe('the raised hand', () => {
  let desk: OpenedDesk;
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(() => desk.close());

  const hand = { agent: { id: 'sam', name: 'Sam Okafor' }, at: noon, text: 'May I refund it?', claimedBy: null };
  const asked = (): string => words(one(desk.el, '.hand'));

  it('[B3] asks the supervisors for help in one line, and nothing where it may not', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1')]);
    await desk.say(mine());
    expect(all(desk.el, '.hand')).to.have.length(0);
    await desk.say(mine({ may: { raiseHand: null } }));
    expect(asked()).to.contain('Goes to the supervisors on the floor');
    await expect(desk.el).to.be.accessible();
    write(one(desk.el, '.hand input'), '  May I refund it? ');
    await desk.press('Raise');
    expect(desk.server.commands()).to.deep.equal([
      { type: 'raise-hand', conversation: 'c1', text: 'May I refund it?' },
    ]);
  });

  it('[B3] says that it is up, who is coming, and takes it down', async () => {
    desk = await OpenedDesk.open();
    await desk.show([item('c1', 'primary', { hand })]);
    await desk.say(mine({ hand, may: { raiseHand: 'handRaised', lowerHand: null } }));
    expect(asked()).to.contain('May I refund it?').and.to.contain('The supervisors on the floor see it.');
    const claimedBy = { id: 'ana', name: 'Ana Kovač', at: noon + 60_000 };
    await desk.say(mine({ hand: { ...hand, claimedBy }, may: { raiseHand: 'handRaised', lowerHand: null } }));
    expect(asked()).to.contain('Ana Kovač is coming');
    await expect(desk.el).to.be.accessible();
    await desk.press('Lower the hand');
    expect(desk.server.commands()).to.deep.equal([{ type: 'lower-hand', conversation: 'c1' }]);
  });
});
