import { defineCustomerTranscript } from '../../../widget/customer-transcript/index.ts';
import type { CustomerEntry, FloorwalkCustomerTranscript } from '../../../widget/customer-transcript/index.ts';
import { sourcesOf } from '../support/sources-of.ts';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';

defineCustomerTranscript();

const at = new Date(2026, 10, 20, 12, 4, 31).getTime();
const me = { kind: 'customer', name: 'Marta Olsen' } as const;

const show = async (entries: readonly CustomerEntry[]) =>
  fixture<FloorwalkCustomerTranscript>(
    html`<floorwalk-customer-transcript .entries=${entries}></floorwalk-customer-transcript>`,
  );
const words = (el: Element): string => (el.shadowRoot?.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();

describe('the transcript for customers', () => {
  it('shows who said what by first name, and how one’s own words are doing', async () => {
    const el = await show([
      { type: 'message', id: 'a', at, from: { kind: 'agent', name: 'Priya Raman' }, text: 'In a moment.' },
      { type: 'message', id: 'b', at, from: me, text: 'Thank you.' },
      { type: 'message', id: 'c', at, from: me, text: 'What now?' },
      { type: 'message', id: 'd', at, from: me, text: 'And?', status: 'sending' },
      { type: 'message', id: 'e', at, from: me, text: 'Later', status: 'kept' },
    ]);
    for (const part of [
      'Priya, 12:04',
      'Thank you. Sent 12:04',
      'Sent 12:04',
      'Sending',
      'Goes out when you are back',
    ]) {
      expect(words(el)).to.contain(part);
    }
    await expect(el).to.be.accessible();
  });

  it('is read at 15 px, or at the size that the page sets', async () => {
    const el = await show([{ type: 'message', id: 'b', at, from: me, text: 'Thank you.' }]);
    const bubble = el.shadowRoot?.querySelector('.bubble') ?? el;
    expect(getComputedStyle(bubble).fontSize).to.equal('15px');
    el.style.setProperty('--floorwalk-text-body', '19px');
    expect(getComputedStyle(bubble).fontSize).to.equal('19px');
  });

  it('[N1] words the notices of customers and leaves out any other', async () => {
    const el = await show([
      { type: 'notice', id: 'n', at, kind: 'consultantJoined', params: { person: 'Ines Carvalho' } },
      { type: 'notice', id: 'o', at, kind: 'transferOffered', params: { agent: 'Ben' } },
    ]);
    expect(words(el)).to.equal('Ines, a consultant, has joined to help. 12:04');
  });

  it('[P4] sends again under the same id what failed', async () => {
    const el = await show([{ type: 'message', id: 'f', at, from: me, text: 'Hello', status: 'failed' }]);
    const asked = oneEvent(el, 'floorwalk-customer-retry');
    el.shadowRoot?.querySelector('button')?.click();
    expect(await asked).to.include({ id: 'f' });
    await expect(el).to.be.accessible();
  });

  it('shows hostile text and very long names as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const el = await show([
      { type: 'message', id: 'a', at, from: { kind: 'agent', name: 'x'.repeat(10_000) }, text: hostile },
    ]);
    expect(el.shadowRoot?.querySelector('img')).to.equal(null);
    expect(words(el)).to.contain(hostile);
    expect(el.scrollWidth).to.be.at.most(el.clientWidth);
  });

  it('[P1] is made of nothing that names the inside of the house', async () => {
    for (const [path, source] of await sourcesOf('/widget/customer-transcript/index.ts')) {
      expect(path).not.to.match(/\/(composer|transcript)\//u);
      expect(source, path).not.to.match(/internal/iu);
    }
  });
});
