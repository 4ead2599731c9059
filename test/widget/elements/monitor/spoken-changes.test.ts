import { spokenChanges } from '../../../../widget/elements/monitor/spoken-changes.ts';
import { detail, noon } from '../../support/floor-facts.ts';
import { OpenedMonitor, ines, joined } from '../../support/opened-monitor.ts';
import { announced } from '../../support/shown.ts';
import { expect } from '@open-wc/testing';

const hand = { agent: { id: 'priya', name: 'Priya Raman' }, at: noon, text: 'May I refund this?', claimedBy: null };
const jonas = { id: 'jonas', name: 'Jonas Weber' };
const said = (before: ReturnType<typeof detail> | undefined, after: ReturnType<typeof detail>): readonly string[] =>
  spokenChanges(before, after, ines.id);

describe('what a screen reader hears of a monitored conversation', () => {
  it('[M2] what was opened, with whom it is and how it goes', () => {
    expect(said(undefined, detail())).to.deep.equal([
      'Monitor: Marta Olsen. Booked twice. With Priya Raman, active. Sentiment negative.',
    ]);
  });

  it('[M4][M5] that they joined and left, and that the customer does not read notes', () => {
    expect(said(detail(), joined())).to.deep.equal([
      'You are here as consultant. Marta Olsen does not read your notes.',
    ]);
    expect(said(joined(), detail())).to.deep.equal(['You have left and monitor again.']);
    expect(said(joined(), joined())).to.deep.equal([]);
  });

  it('[B3] that a hand is up with what is asked, once, and who else comes', () => {
    expect(said(detail(), detail({ hand }))).to.deep.equal(['Priya Raman asks for help, 12:00: May I refund this?']);
    expect(said(undefined, detail({ hand }))).to.have.length(2);
    expect(said(detail({ hand }), detail({ hand }))).to.deep.equal([]);
    const claimed = (by: typeof jonas) => detail({ hand: { ...hand, claimedBy: { ...by, at: noon } } });
    expect(said(detail({ hand }), claimed(jonas))).to.deep.equal(['Jonas Weber comes, since 12:00']);
    expect(said(detail({ hand }), claimed(ines))).to.deep.equal([]);
  });

  it('[T3] that a transfer is offered and to whom it went', () => {
    const pending = { agent: jonas, at: noon, until: noon + 1, transfer: true, by: null };
    expect(said(detail(), detail({ pending }))).to.deep.equal(['Offered to Jonas Weber.']);
    expect(said(detail(), detail({ pending: { ...pending, by: ines } })), 'the dialog said it').to.deep.equal([]);
    const primary = { ...jonas, bot: false, presence: 'busy', reachable: true } as const;
    expect(said(detail(), detail({ primary }))).to.deep.equal(['Jonas Weber has the conversation now.']);
  });

  it('through the page’s one announcer', async () => {
    const on = await OpenedMonitor.open();
    await on.show(detail());
    expect(announced()).to.contain('Monitor: Marta Olsen.');
    await on.show(detail({ hand }));
    expect(announced()).to.contain('May I refund this?');
    on.close();
  });
});
