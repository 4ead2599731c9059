import { detail, entry, noon } from '../../support/floor-facts.ts';
import { joined, OpenedMonitor } from '../../support/opened-monitor.ts';
import { all, announced, button, one, words } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

describe('a monitored conversation that stops', () => {
  let on: OpenedMonitor;
  beforeEach(() => sessionStorage.clear());
  afterEach(() => on.close());

  const ends: readonly (readonly [string, object, boolean, string])[] = [
    ['closed', { refusal: 'state', state: 'closed' }, false, 'The conversation closed at'],
    ['assigned to the watcher', { refusal: 'isPrimary' }, false, 'This conversation is now yours.'],
    ['right withdrawn', { refusal: 'outOfScope' }, false, 'You may no longer monitor Billing'],
    ['parked', { refusal: 'state', state: 'waiting' }, true, 'Priya Raman parked it at'],
    ['released', { refusal: 'state', state: 'open' }, true, 'Nobody holds it now. The text stops here.'],
  ];
  for (const [what, refusal, resumes, said] of ends)
    it(`[M6] says at once when it ends: ${what}`, async () => {
      on = await OpenedMonitor.open();
      await on.show(joined(), [entry(1, 'Both are booked.')]);
      await on.speak();
      await on.end(refusal, resumes);
      expect(words(one(on.panel.el, '.still'))).to.contain(said);
      expect(announced()).to.contain(said);
      expect(all(on.panel.el, 'floorwalk-composer')).to.have.length(0);
      expect(on.bands).to.equal(0);
      expect(on.transcript).to.contain('Both are booked.');
      await expect(on.panel.el).to.be.accessible();
    });
  it('[M6] goes on by itself when the server does', async () => {
    on = await OpenedMonitor.open();
    await on.show(detail(), [entry(1, 'One')]);
    await on.end({ refusal: 'state', state: 'waiting' }, true);
    await on.show(detail({ since: noon }), [entry(1, 'One'), entry(2, 'Two')]);
    expect(all(on.panel.el, '.still')).to.have.length(0);
    expect(on.transcript).to.contain('Two');
  });

  it('[M1] a refusal before anything was shown is said in words, with the way back', async () => {
    on = await OpenedMonitor.open();
    await on.end({ refusal: 'consentMissing' });
    expect(words(on.panel.el)).to.contain('The customer has not yet agreed to being monitored.');
    await expect(on.panel.el).to.be.accessible();
    button(on.panel.el, 'Back to the floor').click();
    expect(on.panel.events).to.have.length(1);
  });
});
