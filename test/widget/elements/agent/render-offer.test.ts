import type { DeskItem, FloorRow } from '@floorwalk/core/protocol';
import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { renderOffer } from '../../../../widget/elements/agent/render-offer.ts';
import { noon, row } from '../../support/floor-facts.ts';
import { words } from '../../support/shown.ts';

const pending = {
  agent: { id: 'priya', name: 'Priya Raman' },
  at: noon - 13_000,
  until: noon + 47_000,
  transfer: false,
  by: null,
};
const card = { reason: '', wants: '', tried: '', promised: '', promisedBy: '', lastQuestion: '', sentiment: '' };
const offered = (more: Partial<FloorRow> = {}, rest: Partial<DeskItem> = {}): DeskItem => ({
  row: row('c1', { phase: 'offered', agent: null, since: noon - 13_000, pending, ...more }),
  role: 'offeree',
  handover: null,
  units: 2,
  ...rest,
});

describe('an offer', () => {
  let pressed: string[];
  beforeEach(() => (pressed = []));
  const show = (item: DeskItem, now = noon): Promise<HTMLElement> =>
    fixture<HTMLElement>(
      html`<div>
        ${renderOffer(item, { now, onAccept: () => pressed.push('accept'), onReject: () => pressed.push('reject') })}
      </div>`,
    );

  it('[A5] says where it comes from, what it costs and how long is left', async () => {
    const el = await show(offered());
    expect(words(el)).to.contain('New in Billing').and.to.contain('Customer c1').and.to.contain('2 units');
    expect(el.querySelector('svg')?.getAttribute('aria-label')).to.contain('47');
    await expect(el).to.be.accessible();
  });

  it('[A5] draws what is left of its own length, a transfer’s as well', async () => {
    await emulateMedia({ reducedMotion: 'no-preference' });
    for (const transfer of [false, true]) {
      const el = await show(offered({ since: noon - 600_000, pending: { ...pending, transfer, at: noon - 47_000 } }));
      expect(el.querySelector('.left')?.getAttribute('stroke-dasharray')).to.equal('50.0 100');
    }
  });

  it('[A5] never counts below nothing', async () => {
    const el = await show(offered(), noon + 60_000);
    expect(words(el)).to.contain('0:00');
  });

  it('[A6] names the supervisor who assigned it', async () => {
    const el = await show(offered({ pending: { ...pending, by: { id: 'ines', name: 'Ines Carvalho' } } }));
    expect(words(el)).to.contain('Assigned by Ines Carvalho');
  });

  it('[T5] shows what is filled in of the handover card, and no card without any', async () => {
    const el = await show(offered({}, { handover: { ...card, promised: 'A refund', promisedBy: '14:00' } }));
    const terms = [...el.querySelectorAll('dt')].map((term) => words(term));
    expect(terms).to.deep.equal(['Promised']);
    expect(words(el)).to.contain('A refund by 14:00');
    expect((await show(offered({}, { handover: card }))).querySelector('dl')).to.equal(null);
    expect((await show(offered())).querySelector('dl')).to.equal(null);
  });

  it('[T5] says the sentiment of the card in words, also without anything else on it', async () => {
    const el = await show(offered({}, { handover: { ...card, sentiment: '2' } }));
    expect(words(el.querySelector('dl'))).to.equal('Sentiment Negative');
    const unknown = await show(offered({}, { handover: { ...card, sentiment: 'furious' } }));
    expect(unknown.querySelector('dl')).to.equal(null);
  });

  it('answers with either of its buttons', async () => {
    const el = await show(offered());
    for (const button of el.querySelectorAll('button')) button.click();
    expect(pressed).to.deep.equal(['accept', 'reject']);
  });

  it('shows nothing once nothing is offered, and hostile text as text', async () => {
    expect(words(await show(offered({ pending: null })))).to.equal('');
    const hostile = '<img src=x onerror=alert(1)>';
    const el = await show(offered({ customer: hostile, subject: hostile }, { handover: { ...card, wants: hostile } }));
    expect(el.querySelector('img')).to.equal(null);
    expect(words(el)).to.contain(hostile);
  });
});
