import { defineTranscript } from '../../../widget/transcript/index.ts';
import type { FloorwalkTranscript, TranscriptEntry } from '../../../widget/transcript/index.ts';
import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';

defineTranscript();

const at = new Date(2026, 10, 20, 12, 4, 31).getTime();
const marta = { kind: 'customer', id: 'customer', name: 'Marta Olsen' } as const;
const priya = { kind: 'agent', id: 'priya', name: 'Priya Raman' } as const;
const ines = { kind: 'consultant', id: 'ines', name: 'Ines Carvalho' } as const;

const said = (id: string, text: string, more: Partial<Extract<TranscriptEntry, { type: 'message' }>> = {}) =>
  ({ type: 'message', plane: 'public', id, at, from: marta, text, ...more }) as const;
const joined = (receipt: Extract<TranscriptEntry, { type: 'notice' }>['receipt']): TranscriptEntry => ({
  type: 'notice',
  plane: 'internal',
  id: 'n1',
  at,
  kind: 'consultantJoined',
  params: { person: 'Ines Carvalho' },
  receipt,
});

const show = async (entries: readonly TranscriptEntry[], more: Partial<FloorwalkTranscript> = {}) => {
  const box = await fixture(html`<div></div>`);
  box.setAttribute('style', 'display: flex; flex-direction: column; height: 200px; width: 400px');
  const el = document.createElement('floorwalk-transcript');
  Object.assign(el, { self: 'ines', customer: 'Marta Olsen', conversation: 'c1', entries, ...more });
  box.append(el);
  await el.updateComplete;
  await nextFrame();
  return el;
};

const words = (el: Element): string => (el.shadowRoot?.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();
const box = (el: Element): HTMLElement => {
  const found = el.shadowRoot?.querySelector<HTMLElement>('.transcript');
  if (!found) throw new TypeError('no transcript');
  return found;
};
const many = (length: number) => Array.from({ length }, (_, index) => said(`m${index}`, `line ${index}`));
const fromEnd = (el: Element): number => box(el).scrollHeight - box(el).scrollTop - box(el).clientHeight;

describe('the transcript for staff', () => {
  it('[M2] shows both planes, told apart by shape and word, and who said what when', async () => {
    const el = await show([
      said('m1', 'My bank says both are booked.'),
      said('m2', 'I am asking our payments team.', { from: priya }),
      said('m3', 'Up to 150 with a photo.', { from: ines, plane: 'internal' }),
      said('m4', 'Hello Marta, I am Ines.', { from: ines }),
    ]);
    expect(words(el)).to.contain('Marta Olsen12:04 My bank says both are booked.');
    expect(words(el)).to.contain('InternalYou, 12:04 Up to 150 with a photo.');
    expect(words(el)).to.contain('You, publicly12:04');
    const slip = el.shadowRoot?.querySelector('.slip');
    const bubble = el.shadowRoot?.querySelector('.bubble');
    expect(slip && getComputedStyle(slip).borderTopStyle).to.equal('dashed');
    expect(slip?.getBoundingClientRect().left).to.equal(el.getBoundingClientRect().left);
    expect(bubble?.getBoundingClientRect().left).to.be.above(el.getBoundingClientRect().left);
    await expect(el).to.be.accessible();
  });

  it('[N2] says of a line how it fared on the channel, and whom Teams may not have shown it', async () => {
    const el = await show([
      said('m1', 'One', { from: priya, delivery: 'delivered' }),
      said('m2', 'Two', { from: priya, delivery: 'failed' }),
      said('m3', 'Three', { from: priya, delivery: 'unknown', unshown: 'Ines' }),
      said('m4', 'Four', { from: ines, plane: 'internal', unshown: 'Jonas' }),
      { ...joined({ seenAt: null, channel: false }), delivery: 'sent' },
    ]);
    expect(words(el)).to.contain('One Delivered').and.to.contain('Two Not delivered');
    expect(words(el)).to.contain('Three Delivery unknown: the channel').and.to.contain('showed this to Ines');
    expect(words(el)).to.contain('showed this to Jonas').and.to.contain('Sent, not confirmed yet');
    expect(words(el)).not.to.contain('no receipt on this channel');
    await expect(el).to.be.accessible();
  });

  it('[N2] says whether the customer was informed, has not seen it yet, or cannot say', async () => {
    expect(words(await show([joined({ seenAt: at })]))).to.equal(
      'Ines Carvalho joined as consultant, 12:04 Customer informed 12:04:31',
    );
    expect(words(await show([joined({ seenAt: null, channel: true })]))).to.contain('Not seen yet');
    expect(words(await show([joined({})]))).to.contain('Not seen yet');
    expect(words(await show([joined('none')]))).to.contain('Sent, no receipt on this channel');
    expect(words(await show([joined({ seenAt: null, channel: false })]))).to.contain('no receipt on this channel');
    expect(words(await show([joined(null)]))).to.equal('Ines Carvalho joined as consultant, 12:04');
  });

  it('stays at its end while the reader is there', async () => {
    const el = await show(many(40));
    expect(fromEnd(el)).to.be.at.most(1);
    el.entries = [...el.entries, said('new', 'one more')];
    await el.updateComplete;
    await nextFrame();
    expect(fromEnd(el)).to.be.at.most(1);
    expect(words(el)).not.to.contain('new below');
  });

  it('stays where the reader is when they have scrolled away, and counts what is new below', async () => {
    const el = await show(many(40));
    box(el).scrollTop = 100;
    await oneEvent(box(el), 'scroll');
    await el.updateComplete;
    el.entries = [...el.entries, said('new1', 'one more'), said('new2', 'and one')];
    await el.updateComplete;
    await nextFrame();
    expect(box(el).scrollTop).to.equal(100);
    expect(words(el)).to.contain('2 new below');
    await expect(el).to.be.accessible();
    el.shadowRoot?.querySelector<HTMLElement>('.below')?.click();
    await el.updateComplete;
    expect(fromEnd(el)).to.be.at.most(1);
    expect(words(el)).not.to.contain('new below');
  });

  it('marks what is new since the reader last looked', async () => {
    const el = await show([said('m1', 'old'), said('m2', 'new', { at: at + 60_000 })], { lookedAt: at });
    expect(words(el)).to.contain('New since you looked at 12:04');
    expect(words(el).indexOf('New since')).to.be.above(words(el).indexOf('old'));
  });

  it('lets an agent make a colleague’s note a draft, and nobody their own or when they may not', async () => {
    const note = said('m3', 'Up to 150.', { from: ines, plane: 'internal' });
    const el = await show([note], { self: 'priya', mayDraft: true });
    const asked = oneEvent(el, 'floorwalk-draft-requested');
    [...(el.shadowRoot?.querySelectorAll('button') ?? [])]
      .find((it) => it.textContent.includes('Make it a draft for Marta'))
      ?.click();
    expect(await asked).to.include({ id: 'm3', text: 'Up to 150.' });
    expect((await show([note], { self: 'ines', mayDraft: true })).shadowRoot?.querySelector('.draft')).to.equal(null);
    expect((await show([note], { self: 'priya' })).shadowRoot?.querySelector('.draft')).to.equal(null);
  });

  it('[P4] offers to send again under the same id what failed, and says that it cannot come twice', async () => {
    const el = await show([said('m9', 'Yes.', { from: ines, plane: 'internal', status: 'failed' })]);
    expect(words(el)).to.contain('The note was not added. Trying again cannot add it twice.');
    const asked = oneEvent(el, 'floorwalk-retry-requested');
    el.shadowRoot?.querySelector<HTMLElement>('.failed button')?.click();
    expect(await asked).to.include({ id: 'm9', plane: 'internal' });
  });

  it('shows hostile text and very long names as text, within its box', async () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const el = await show([
      said('m1', `${hostile} ${'y'.repeat(3_000)}`, { from: { ...marta, name: 'x'.repeat(10_000) } }),
      said('m2', hostile, { from: { ...priya, name: 'z'.repeat(10_000) }, plane: 'internal' }),
    ]);
    expect(el.shadowRoot?.querySelector('script, img')).to.equal(null);
    expect(words(el)).to.contain(hostile);
    expect(box(el).scrollWidth).to.be.at.most(box(el).clientWidth);
  });
});
