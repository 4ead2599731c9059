import { expect, waitUntil } from '@open-wc/testing';
import { OpenedChat } from '../../support/opened-chat.ts';
import { marta, priya, said, told } from '../../support/scripted-chat.ts';
import { all, button, one, press, words, write } from '../../support/shown.ts';

describe('the end of a chat', () => {
  let chat: OpenedChat;
  beforeEach(() => localStorage.clear());
  afterEach(() => chat.close());

  const focused = (): Element | null | undefined => chat.el.shadowRoot?.activeElement;
  const pressed = async (it: HTMLElement): Promise<void> => {
    it.focus();
    it.click();
    await chat.shown();
  };

  it('asks before it ends, and the keyboard is where the question is, then where one goes on', async () => {
    chat = await OpenedChat.inConversation();
    await pressed(button(chat.el, 'End the chat'));
    expect(words(chat.el)).to.contain('End this conversation?');
    await waitUntil(() => focused()?.textContent?.trim() === 'Keep writing');
    await pressed(button(chat.el, 'Keep writing'));
    expect(chat.socket.of('end')).to.have.length(0);
    await waitUntil(() => focused() === chat.field);
    await pressed(button(chat.el, 'End the chat'));
    await expect(chat.el).to.be.accessible();
    await pressed(one(chat.el, '.ending .primary'));
    expect(chat.socket.of('end')).to.have.length(1);
    await waitUntil(() => focused() === chat.transcript);
  });

  it('leaves the keyboard at what was said when it ends under somebody who writes, so that Enter starts nothing', async () => {
    chat = await OpenedChat.inConversation();
    chat.field.focus();
    chat.socket.entries([said(1, 'Have a good evening', priya), told(2, 'conversationEnded', { by: 'agent' })]);
    await chat.shown();
    await waitUntil(() => focused() === chat.transcript);
    await pressed(button(chat.el, 'Start a new conversation'));
    await waitUntil(() => focused() === one(chat.el, 'input[name=name]'));
  });

  it('takes the keyboard from nobody who has gone on to something else on the page', async () => {
    chat = await OpenedChat.inConversation();
    const elsewhere = document.createElement('button');
    document.body.append(elsewhere);
    chat.field.focus();
    chat.el.requestUpdate();
    await chat.el.updateComplete;
    elsewhere.focus();
    await chat.shown();
    // What the chat does behind its drawing was asked for before this.
    await new Promise((done) => setTimeout(done));
    expect(document.activeElement === elsewhere).to.equal(true);
    elsewhere.remove();
  });

  it('says that it has ended, gives the transcript as text, and starts again', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.entries([said(1, 'Have a good evening', priya), told(2, 'conversationEnded', { by: 'agent' })]);
    await chat.shown();
    expect(words(chat.el)).to.contain('Ended');
    expect(all(chat.el, 'textarea')).to.have.length(0);
    await expect(chat.el).to.be.accessible();
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      saved.push(this.download);
    };
    button(chat.el, 'Keep a transcript').click();
    HTMLAnchorElement.prototype.click = click;
    expect(saved).to.deep.equal(['conversation.txt']);
    button(chat.el, 'Start a new conversation').click();
    await chat.shown();
    expect(button(chat.el, 'Start').isConnected).to.equal(true);
    expect(localStorage).to.have.length(0);
  });

  it('[C1] turns to the new conversation that took a text, and shows that one only', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.entries([said(1, 'From before', priya)]);
    write(chat.field, 'One more thing');
    press(chat.field, 'Enter');
    const [sent] = chat.socket.of('say');
    chat.socket.say({ type: 'moved', id: sent?.id, token: 't2' });
    chat.socket.welcome({ epoch: 'e2' });
    chat.socket.entries([{ ...said(1, 'One more thing', marta), id: sent?.id ?? '' }], true);
    await chat.shown();
    expect(words(chat.transcript)).not.to.contain('From before');
    expect(words(chat.transcript).split('One more thing')).to.have.length(2);
    expect(localStorage.getItem(`floorwalk.chat ${location.origin} live-chat`)).to.equal('t2');
  });

  it('without a connection says that the end waits, and lets the customer go on after all', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.drop();
    await chat.shown();
    button(chat.el, 'End the chat').click();
    await chat.shown();
    one(chat.el, '.ending .primary').click();
    await chat.shown();
    expect(words(one(chat.el, '.ending'))).to.contain('The chat ends as soon as that is possible.');
    await expect(chat.el).to.be.accessible();
    button(chat.el, 'Do not end it').click();
    await chat.shown();
    expect(all(chat.el, 'textarea')).to.have.length(1);
    globalThis.dispatchEvent(new Event('online'));
    chat.socket.welcome();
    expect(chat.socket.of('end')).to.have.length(0);
  });

  it('keeps a refused end and does it once it can be done', async () => {
    chat = await OpenedChat.inConversation();
    button(chat.el, 'End the chat').click();
    await chat.shown();
    one(chat.el, '.ending .primary').click();
    await chat.shown();
    expect(words(one(chat.el, '.ending'))).to.contain('Ending the chat');
    chat.socket.say({ type: 'refused', id: chat.socket.of('end')[0]?.id, refusal: 'busy', detail: '' });
    await chat.shown();
    expect(words(one(chat.el, '.ending'))).to.contain('tried again by itself');
    chat.socket.entries([told(1, 'conversationEnded', { by: 'customer' })]);
    await chat.shown();
    expect(words(one(chat.el, '.ended'))).to.contain('Ended');
  });
});
