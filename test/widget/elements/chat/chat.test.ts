import '../../../../widget/elements/chat/define.ts';
import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import type { FloorwalkChat } from '../../../../widget/elements/chat/chat.ts';
import { answeredFetch, marta, priya, said, scriptedChat, told } from '../../support/scripted-chat.ts';
import { settled } from '../../support/fake-clock.ts';
import { all, announced, button, one, words, write } from '../../support/shown.ts';
import { sourcesOf } from '../../support/sources-of.ts';

const hostile = '<img src=x onerror=alert(1)>';

describe('the customer’s chat', () => {
  let chat: ReturnType<typeof scriptedChat>;
  let el: FloorwalkChat;
  beforeEach(() => {
    chat = scriptedChat();
    localStorage.clear();
  });
  afterEach(() => {
    el.remove();
    localStorage.clear();
  });

  const shown = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn += 1) {
      await settled();
      await el.updateComplete;
    }
  };
  const mount = async (more: object = {}, width = 360): Promise<void> => {
    const box = fixtureSync(html`<div></div>`);
    box.setAttribute('style', `width: ${width}px`);
    el = document.createElement('floorwalk-chat');
    Object.assign(el, { openSocket: chat.open, ...more });
    box.append(el);
    await shown();
  };
  /** The chat of a customer who has been here before. */
  const inConversation = async (width = 360): Promise<void> => {
    localStorage.setItem(`floorwalk.chat ${location.origin} live-chat`, 't1');
    await mount({}, width);
    chat.socket.welcome();
    await shown();
  };
  const transcript = (): HTMLElement => one(el, 'floorwalk-customer-transcript');
  const field = (): HTMLElement => one(one(el, 'floorwalk-customer-composer'), 'textarea');

  it('asks who it is and what it is about, says that it may be monitored, and opens a conversation', async () => {
    await mount({ queue: 'billing', context: 'case:4711' });
    expect(words(el)).to.contain('may be monitored, recorded and stored');
    await expect(el).to.be.accessible();
    const http = answeredFetch({ token: 't1', conversation: 'c1' });
    write(one(el, 'input[name=name]'), 'Marta Olsen');
    write(one(el, 'input[name=subject]'), 'Charged twice');
    button(el, 'Start').click();
    await waitUntil(() => chat.sockets.length === 1, 'the chat connects');
    http.restore();
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

  it('asks nothing that the page knows', async () => {
    await mount({ name: 'Marta Olsen', subject: 'Order 48213' });
    expect(all(el, 'input')).to.have.length(0);
  });

  it('says why it could not start, and keeps the form', async () => {
    await mount({ name: 'Marta Olsen' });
    const http = answeredFetch(undefined);
    button(el, 'Start').click();
    await shown();
    http.restore();
    expect(words(one(el, '[role=alert]'))).to.equal('The chat could not be opened. Try again in a moment.');
    expect(button(el, 'Start').isConnected).to.equal(true);
    await expect(el).to.be.accessible();
  });

  it('behaves the same where the page sets its properties after adding it', async () => {
    localStorage.setItem('floorwalk.chat https://desk.example sales', 't7');
    await mount();
    expect(chat.sockets).to.have.length(0);
    Object.assign(el, { server: 'https://desk.example', workstream: 'sales' });
    await shown();
    chat.socket.open();
    expect(chat.socket.of('hello')[0]?.token).to.equal('t7');
  });

  it('goes on after a reload with what was said', async () => {
    await inConversation();
    chat.socket.entries([told(1, 'agentJoined', { agent: 'Priya Raman' }), said(2, 'Good morning', priya)], true);
    await shown();
    expect(words(transcript())).to.contain('Good morning');
    expect(words(one(el, '.head')))
      .to.contain('Priya Raman')
      .and.to.contain('answers you now');
    await expect(el).to.be.accessible();
  });

  it('[N1] shows the place in the queue until somebody answers', async () => {
    await inConversation();
    chat.socket.say({ type: 'place', before: 2 });
    await shown();
    expect(words(el)).to.contain('Your place is 3');
    await expect(el).to.be.accessible();
    chat.socket.say({ type: 'place', before: 0 });
    await shown();
    expect(words(el)).to.contain('You are next');
    chat.socket.entries([told(1, 'agentJoined', { agent: 'Priya Raman' })]);
    await shown();
    expect(words(el)).not.to.contain('You are next');
  });

  it('[N1] words who joins, leaves and takes over, and tells screen readers', async () => {
    await inConversation();
    chat.socket.entries([told(1, 'agentJoined', { agent: 'Tomás Silva' })]);
    chat.socket.entries([told(2, 'consultantJoined', { person: 'Ines Carvalho' })]);
    chat.socket.entries([told(3, 'transferred', { from: 'Tomás Silva', to: 'Priya Raman' })]);
    await shown();
    expect(words(transcript()))
      .to.contain('Ines, a consultant, has joined to help.')
      .and.to.contain('Tomás handed you over to Priya.');
    expect(words(one(el, '.head'))).to.contain('Priya Raman');
  });

  it('announces what others write, once', async () => {
    await inConversation();
    chat.socket.entries([said(1, 'Hello', priya)], true);
    chat.socket.entries([said(2, 'Still there?', priya)]);
    await shown();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(announced()).to.contain('Still there?');
    expect(document.querySelectorAll('[data-floorwalk-announcer]')).to.have.length(1);
  });

  it('[N2] says once that a notice was seen, when it is on the screen', async () => {
    await inConversation();
    chat.socket.entries([told(1, 'consultantJoined', { person: 'Ines' })]);
    await shown();
    chat.socket.entries([told(1, 'consultantJoined', { person: 'Ines' })]);
    await shown();
    expect(chat.socket.of('seen').map(({ notice }) => notice)).to.deep.equal(['n1']);
  });

  it('[N2] says nothing of what came while nobody looked, until somebody does', async () => {
    await inConversation();
    const look = (state: DocumentVisibilityState): void => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    try {
      look('hidden');
      chat.socket.entries([told(1, 'consultantJoined', { person: 'Ines' })]);
      await shown();
      expect(chat.socket.of('seen')).to.have.length(0);
      look('visible');
      expect(chat.socket.of('seen').map(({ notice }) => notice)).to.deep.equal(['n1']);
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });

  it('[C1] turns to the new conversation that took a text, and shows that one only', async () => {
    await inConversation();
    chat.socket.entries([said(1, 'From before', priya)]);
    write(field(), 'One more thing');
    field().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
    );
    const [sent] = chat.socket.of('say');
    chat.socket.say({ type: 'moved', id: sent?.id, token: 't2' });
    chat.socket.welcome({ epoch: 'e2' });
    chat.socket.entries([{ ...said(1, 'One more thing', marta), id: sent?.id ?? '' }], true);
    await shown();
    expect(words(transcript())).not.to.contain('From before');
    expect(words(transcript()).split('One more thing')).to.have.length(2);
    expect(localStorage.getItem(`floorwalk.chat ${location.origin} live-chat`)).to.equal('t2');
  });

  it('offers a new conversation where the server no longer accepts the token', async () => {
    await inConversation();
    chat.socket.drop(4502);
    await shown();
    expect(button(el, 'Start').isConnected).to.equal(true);
    expect(localStorage).to.have.length(0);
    await expect(el).to.be.accessible();
  });

  it('sends what is written, shows how it is doing, and tells that the customer types', async () => {
    await inConversation();
    write(field(), 'I was charged twice');
    await shown();
    expect(chat.socket.of('typing')).to.have.length(1);
    field().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
    );
    await shown();
    const [sent] = chat.socket.of('say');
    expect(sent?.text).to.equal('I was charged twice');
    expect(words(transcript())).to.contain('Sending');
    chat.socket.say({ type: 'refused', id: sent?.id, refusal: 'busy', detail: '' });
    await shown();
    expect(words(transcript())).to.contain('Not sent');
    one(transcript(), 'button').click();
    expect(chat.socket.of('say').map(({ id }) => id)).to.deep.equal([sent?.id, sent?.id]);
    chat.socket.entries([{ ...said(1, 'I was charged twice', marta), id: sent?.id ?? '' }]);
    await shown();
    expect(words(transcript())).to.contain('Sent').and.not.to.contain('Not sent');
    await expect(el).to.be.accessible();
  });

  it('shows without a connection that there is none, and keeps texts and the half-written one', async () => {
    await inConversation();
    chat.socket.drop();
    await shown();
    expect(words(one(el, '.strip'))).to.contain('No connection');
    write(field(), 'Later then');
    field().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
    );
    write(field(), 'half a sen');
    await shown();
    expect(words(transcript())).to.contain('Goes out when you are back');
    await expect(el).to.be.accessible();
    globalThis.dispatchEvent(new Event('online'));
    chat.socket.welcome();
    await shown();
    expect(chat.socket.of('say').map(({ text }) => text)).to.deep.equal(['Later then']);
    expect((field() as HTMLTextAreaElement).value).to.equal('half a sen');
    expect(all(el, '.strip')).to.have.length(0);
  });

  it('[N3] asks for agreement where monitoring needs it', async () => {
    await inConversation();
    chat.socket.drop();
    globalThis.dispatchEvent(new Event('online'));
    chat.socket.welcome({ consent: true });
    await shown();
    await expect(el).to.be.accessible();
    button(el, 'Agree').click();
    await shown();
    expect(chat.socket.of('consent')).to.have.length(1);
    expect(all(el, 'button').some((it) => words(it).includes('Agree'))).to.equal(false);
  });

  it('asks before it ends, and the keyboard is where the question is', async () => {
    await inConversation();
    button(el, 'End the chat').click();
    await shown();
    expect(words(el)).to.contain('End this conversation?');
    expect(el.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Keep writing');
    button(el, 'Keep writing').click();
    await shown();
    expect(chat.socket.of('end')).to.have.length(0);
    button(el, 'End the chat').click();
    await shown();
    await expect(el).to.be.accessible();
    one(el, '.ending .primary').click();
    expect(chat.socket.of('end')).to.have.length(1);
  });

  it('says that it has ended, gives the transcript as text, and starts again', async () => {
    await inConversation();
    chat.socket.entries([said(1, 'Have a good evening', priya), told(2, 'conversationEnded', { by: 'agent' })]);
    await shown();
    expect(words(el)).to.contain('Ended');
    expect(all(el, 'floorwalk-customer-composer')).to.have.length(0);
    await expect(el).to.be.accessible();
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      saved.push(this.download);
    };
    button(el, 'Keep a transcript').click();
    HTMLAnchorElement.prototype.click = click;
    expect(saved).to.deep.equal(['conversation.txt']);
    button(el, 'Start a new conversation').click();
    await shown();
    expect(button(el, 'Start').isConnected).to.equal(true);
    expect(localStorage).to.have.length(0);
  });

  it('shows hostile text and very long names as text, on a narrow phone', async () => {
    await inConversation(320);
    chat.socket.entries([
      told(1, 'agentJoined', { agent: 'x'.repeat(10_000) }),
      said(2, hostile, { kind: 'agent', name: hostile }),
    ]);
    await shown();
    expect(transcript().shadowRoot?.querySelector('img')).to.equal(null);
    expect(words(transcript())).to.contain(hostile);
    expect(el.scrollWidth).to.be.at.most(el.clientWidth);
    const panel = one(el, '.panel');
    expect(panel.scrollWidth).to.be.at.most(panel.clientWidth);
  });

  it('[P1] loads nothing of the staff’s and names nothing internal', async () => {
    const sources = await sourcesOf('/widget/elements/chat/define.ts');
    expect([...sources.keys()]).to.include('/widget/chat-client/chat-client.ts');
    for (const [path, source] of sources) {
      expect(path).not.to.match(/\/widget\/(composer|transcript|client|stores|pictures|strings\/en)\//u);
      expect(path).not.to.match(/\/widget\/(icons\/staff-shapes|strings\/staff)\.ts$/u);
      expect(path).not.to.match(/\/core\/(protocol\/(live|floor|http)|policy|supervision)/u);
      const code = source.split('//# sourceMappingURL')[0] ?? '';
      expect(/\binternal\b/iu.test(code.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gmu, '')), path).to.equal(false);
    }
  });
});
