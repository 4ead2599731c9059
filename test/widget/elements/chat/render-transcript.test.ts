import { expect } from '@open-wc/testing';
import type { ChatEntry } from '@floorwalk/core/protocol/customer';
import { OpenedChat } from '../../support/opened-chat.ts';
import { marta, priya, said, told } from '../../support/scripted-chat.ts';
import { all, button, one, words } from '../../support/shown.ts';

describe('the transcript for customers', () => {
  let chat: OpenedChat;
  beforeEach(() => localStorage.clear());
  afterEach(() => chat.close());

  const show = async (...entries: ChatEntry[]): Promise<void> => {
    chat = await OpenedChat.inConversation();
    chat.socket.entries(entries);
    await chat.shown();
  };

  it('shows who said what by first name', async () => {
    const at = new Date(2026, 10, 20, 12, 4, 31).getTime();
    await show({ ...said(1, 'In a moment.', priya), at }, { ...said(2, 'Thank you.', marta), at });
    expect(words(chat.transcript)).to.equal(', Priya, 12:04 You: Thank you. Sent 12:04'.replace(',', 'In a moment. ,'));
    await expect(chat.el).to.be.accessible();
  });

  it('is read at 15 px, or at the size that the page sets', async () => {
    await show(said(1, 'Thank you.', marta));
    const bubble = one(chat.el, '.bubble');
    expect(getComputedStyle(bubble).fontSize).to.equal('15px');
    expect(getComputedStyle(one(chat.el, '.meta')).fontSize).to.equal('13px');
    chat.el.style.setProperty('--floorwalk-text-body', '19px');
    expect(getComputedStyle(bubble).fontSize).to.equal('19px');
  });

  it('[N1] words the notices of customers and leaves out any other', async () => {
    await show(
      told(1, 'consultantJoined', { person: 'Ines Carvalho' }),
      told(2, 'transferOffered' as 'consent', { agent: 'Ben' }),
    );
    expect(words(chat.transcript)).to.match(/^Ines, a consultant, has joined to help\. \d\d:\d\d$/u);
  });

  it('stays where one reads, and says how much is new below until one goes there', async () => {
    await show(...Array.from({ length: 40 }, (_, place) => said(place + 1, `Line ${place + 1}`, priya)));
    const { transcript } = chat;
    const atEnd = (): boolean => transcript.scrollHeight - transcript.scrollTop - transcript.clientHeight < 2;
    expect(atEnd()).to.equal(true);
    const scrolled = new Promise((done) => transcript.addEventListener('scroll', done, { once: true }));
    transcript.scrollTop = 0;
    await scrolled;
    chat.socket.entries([said(41, 'Line 41', priya), said(42, 'Line 42', priya)]);
    await chat.shown();
    expect(transcript.scrollTop).to.equal(0);
    button(chat.el, '2 new below').click();
    await chat.shown();
    expect(atEnd()).to.equal(true);
    expect(all(chat.el, '.below')).to.have.length(0);
  });

  it('keeps a very long name within itself', async () => {
    await show(said(1, 'Hello', { kind: 'agent', name: 'x'.repeat(10_000) }));
    expect(chat.transcript.scrollWidth).to.be.at.most(chat.transcript.clientWidth);
  });
});
