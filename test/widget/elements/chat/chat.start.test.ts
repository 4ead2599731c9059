import { expect, waitUntil } from '@open-wc/testing';
import { OpenedChat } from '../../support/opened-chat.ts';
import { answeredFetch } from '../../support/scripted-chat.ts';
import { all, button, one, words, write } from '../../support/shown.ts';

describe('starting a chat', () => {
  let chat: OpenedChat;
  beforeEach(() => localStorage.clear());
  afterEach(() => chat.close());

  it('asks who it is and what it is about, says that it may be monitored, and opens a conversation', async () => {
    chat = await OpenedChat.mount({ queue: 'billing', context: 'case:4711' });
    expect(words(chat.el)).to.contain('may be monitored, recorded and stored');
    await expect(chat.el).to.be.accessible();
    const http = answeredFetch({ token: 't1', conversation: 'c1' });
    write(one(chat.el, 'input[name=name]'), 'Marta Olsen');
    write(one(chat.el, 'input[name=subject]'), 'Charged twice');
    button(chat.el, 'Start').focus();
    button(chat.el, 'Start').click();
    await waitUntil(() => chat.sockets.length === 1, 'the chat connects');
    http.restore();
    await chat.shown();
    expect(chat.el.shadowRoot?.activeElement === chat.field, 'the next key writes').to.equal(true);
    expect(http.asked).to.deep.equal([
      {
        workstream: 'live-chat',
        queue: 'billing',
        subject: 'Charged twice',
        customer: { name: 'Marta Olsen', locale: document.documentElement.lang || navigator.language },
        context: { type: 'case', id: '4711' },
      },
    ]);
  });

  it('behaves the same where the page sets its properties after adding it', async () => {
    localStorage.setItem('floorwalk.chat https://desk.example sales', 't7');
    chat = await OpenedChat.mount();
    expect(chat.sockets).to.have.length(0);
    Object.assign(chat.el, { server: 'https://desk.example', workstream: 'sales' });
    await chat.shown();
    chat.socket.open();
    expect(chat.socket.of('hello')[0]?.token).to.equal('t7');
  });

  it('offers a new conversation where the server no longer accepts the token', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.drop(4502);
    await chat.shown();
    expect(button(chat.el, 'Start').isConnected).to.equal(true);
    expect(localStorage).to.have.length(0);
    await expect(chat.el).to.be.accessible();
  });

  it('starts by itself where the page gives a name and a subject, and only then', async () => {
    const http = answeredFetch({ token: 't1', conversation: 'c1' });
    chat = await OpenedChat.mount({ name: 'Marta Olsen' });
    expect(http.asked).to.have.length(0);
    chat.el.subject = 'Order 48213';
    await chat.shown();
    await waitUntil(() => chat.sockets.length === 1, 'the chat connects');
    http.restore();
    expect(http.asked).to.have.length(1);
    expect(http.asked[0]).to.deep.include({ subject: 'Order 48213' });
    expect(all(chat.el, 'form')).to.have.length(0);
  });

  it('does not start by itself where there is a conversation to go on with, nor again after it failed', async () => {
    const down = answeredFetch(undefined);
    chat = await OpenedChat.inConversation(360, { name: 'Marta Olsen', subject: 'Order 48213' });
    expect(down.asked).to.have.length(0);
    chat.close();
    localStorage.clear();
    chat = await OpenedChat.mount({ name: 'Marta Olsen', subject: 'Order 48213' });
    await chat.shown();
    expect(down.asked).to.have.length(1);
    expect(words(one(chat.el, '[role=alert]'))).to.contain('try again');
    expect(all(chat.el, 'input')).to.have.length(0);
    await expect(chat.el).to.be.accessible();
    down.restore();
    const http = answeredFetch({ token: 't1', conversation: 'c1' });
    button(chat.el, 'Start').click();
    await waitUntil(() => chat.sockets.length === 1, 'the chat connects');
    http.restore();
  });

  it('keeps what was filled in where it cannot start, and says what to do', async () => {
    chat = await OpenedChat.mount();
    write(one(chat.el, 'input[name=name]'), 'Marta Olsen');
    write(one(chat.el, 'input[name=subject]'), 'Charged twice');
    for (const [status, refusal, hint] of [
      [429, 'tooManyRequests', 'Many people write at the moment'],
      [503, 'busy', 'Many people write at the moment'],
      [404, 'unknownWorkstream', 'could not be opened'],
    ] as const) {
      const http = answeredFetch({ refusal, detail: 'Nothing for customers.' }, status);
      button(chat.el, 'Start').click();
      await chat.el.updateComplete;
      await waitUntil(() => one(chat.el, 'form .primary').getAttribute('aria-disabled') === 'false', 'it is answered');
      http.restore();
      expect(words(one(chat.el, '[role=alert]')))
        .to.contain(hint)
        .and.to.contain('still here');
      const filled = all(chat.el, 'input').map((field) => (field as HTMLInputElement).value);
      expect(filled).to.deep.equal(['Marta Olsen', 'Charged twice']);
    }
    await expect(chat.el).to.be.accessible();
  });

  it('sends who the site says that the customer is', async () => {
    const http = answeredFetch({ token: 't1', conversation: 'c1' });
    chat = await OpenedChat.mount({ name: 'Marta', subject: 'Order', identity: 'signed' });
    await waitUntil(() => chat.sockets.length === 1, 'the chat connects');
    http.restore();
    expect(http.asked[0]).to.deep.include({ identity: 'signed' });
  });
});
