import { expect } from '@open-wc/testing';
import { OpenedChat } from '../../support/opened-chat.ts';
import { priya, said, told } from '../../support/scripted-chat.ts';
import { all, announced, button, one, words } from '../../support/shown.ts';

describe('what the customer is told', () => {
  let chat: OpenedChat;
  beforeEach(() => localStorage.clear());
  afterEach(() => chat.close());

  it('[N1] shows the place in the queue until somebody answers', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.say({ type: 'place', before: 2, here: true });
    await chat.shown();
    expect(words(chat.el)).to.contain('Your place is 3');
    await expect(chat.el).to.be.accessible();
    chat.socket.say({ type: 'place', before: 0, here: true });
    await chat.shown();
    expect(words(chat.el)).to.contain('You are next');
    chat.socket.entries([told(1, 'agentJoined', { agent: 'Priya Raman' })]);
    await chat.shown();
    expect(words(chat.el)).not.to.contain('You are next');
  });

  it('[N1] words who joins, leaves and takes over, and tells screen readers', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.entries([told(1, 'agentJoined', { agent: 'Tomás Silva' })]);
    chat.socket.entries([told(2, 'consultantJoined', { person: 'Ines Carvalho' })]);
    chat.socket.entries([told(3, 'transferred', { from: 'Tomás Silva', to: 'Priya Raman' })]);
    await chat.shown();
    expect(words(chat.transcript))
      .to.contain('Ines, a consultant, has joined to help.')
      .and.to.contain('Tomás handed you over to Priya.');
    expect(words(one(chat.el, '.head'))).to.contain('Priya Raman');
  });

  it('announces what others write, once', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.entries([said(1, 'Hello', priya)], true);
    chat.socket.entries([said(2, 'Still there?', priya)]);
    await chat.shown();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(announced()).to.contain('Still there?');
    expect(document.querySelectorAll('[data-floorwalk-announcer]')).to.have.length(1);
  });

  it('[N2] says once that a notice was seen, when it is on the screen', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.entries([told(1, 'consultantJoined', { person: 'Ines' })]);
    await chat.shown();
    chat.socket.entries([told(1, 'consultantJoined', { person: 'Ines' })]);
    await chat.shown();
    expect(chat.socket.of('seen').map(({ notice }) => notice)).to.deep.equal(['n1']);
  });

  it('[N2] says nothing of what came while nobody looked, until somebody does', async () => {
    chat = await OpenedChat.inConversation();
    const look = (state: DocumentVisibilityState): void => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    try {
      look('hidden');
      chat.socket.entries([told(1, 'consultantJoined', { person: 'Ines' })]);
      await chat.shown();
      expect(chat.socket.of('seen')).to.have.length(0);
      look('visible');
      expect(chat.socket.of('seen').map(({ notice }) => notice)).to.deep.equal(['n1']);
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });

  it('[N3] asks for agreement where monitoring needs it', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.drop();
    globalThis.dispatchEvent(new Event('online'));
    chat.socket.welcome({ consent: true });
    await chat.shown();
    await expect(chat.el).to.be.accessible();
    button(chat.el, 'Agree').click();
    await chat.shown();
    expect(chat.socket.of('consent')).to.have.length(1);
    expect(all(chat.el, 'button').some((it) => words(it).includes('Agree'))).to.equal(false);
  });

  it('[N1] says that nobody is there, and that the place is kept, until somebody comes', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.say({ type: 'place', before: 1, here: false });
    await chat.shown();
    expect(words(one(chat.el, '.place')))
      .to.contain('Nobody is here at the moment')
      .and.to.contain('Write now and keep your place.')
      .and.to.contain('Your place is 2.');
    await expect(chat.el).to.be.accessible();
    chat.socket.say({ type: 'place', before: 1, here: true });
    await chat.shown();
    expect(words(one(chat.el, '.place')))
      .to.contain('Your place is 2')
      .and.not.to.contain('Nobody');
  });

  it('[N3] asks again where the agreement could not be sent', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.drop();
    globalThis.dispatchEvent(new Event('online'));
    chat.socket.welcome({ consent: true });
    await chat.shown();
    chat.socket.drop();
    await chat.shown();
    button(chat.el, 'Agree').click();
    await chat.shown();
    expect(button(chat.el, 'Agree').isConnected).to.equal(true);
  });
});
