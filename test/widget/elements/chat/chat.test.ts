import { expect } from '@open-wc/testing';
import { OpenedChat } from '../../support/opened-chat.ts';
import { marta, priya, said, told } from '../../support/scripted-chat.ts';
import { all, one, press, words, write } from '../../support/shown.ts';
import { sourcesOf } from '../../support/sources-of.ts';

const hostile = '<img src=x onerror=alert(1)>';

describe('the customer’s chat', () => {
  let chat: OpenedChat;
  beforeEach(() => localStorage.clear());
  afterEach(() => chat.close());

  it('goes on after a reload with what was said', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.entries([told(1, 'agentJoined', { agent: 'Priya Raman' }), said(2, 'Good morning', priya)], true);
    await chat.shown();
    expect(words(chat.transcript)).to.contain('Good morning');
    expect(words(one(chat.el, '.head')))
      .to.contain('Priya Raman')
      .and.to.contain('answers you now');
    await expect(chat.el).to.be.accessible();
  });

  it('sends what is written, shows how it is doing, and tells that the customer types', async () => {
    chat = await OpenedChat.inConversation();
    write(chat.field, 'I was charged twice');
    await chat.shown();
    expect(chat.socket.of('typing')).to.have.length(1);
    press(chat.field, 'Enter');
    await chat.shown();
    const [sent] = chat.socket.of('say');
    expect(sent?.text).to.equal('I was charged twice');
    expect(words(chat.transcript)).to.contain('Sending');
    chat.socket.say({ type: 'refused', id: sent?.id, refusal: 'busy', detail: '' });
    await chat.shown();
    expect(words(chat.transcript)).to.contain('Not sent');
    one(chat.el, '.transcript button').click();
    expect(chat.socket.of('say').map(({ id }) => id)).to.deep.equal([sent?.id, sent?.id]);
    chat.socket.entries([{ ...said(1, 'I was charged twice', marta), id: sent?.id ?? '' }]);
    await chat.shown();
    expect(words(chat.transcript)).to.contain('Sent').and.not.to.contain('Not sent');
    await expect(chat.el).to.be.accessible();
  });

  it('shows without a connection that there is none, and keeps texts and the half-written one', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.drop();
    await chat.shown();
    expect(words(one(chat.el, '.strip'))).to.contain('No connection');
    write(chat.field, 'Later then');
    press(chat.field, 'Enter');
    write(chat.field, 'half a sen');
    await chat.shown();
    expect(words(chat.transcript)).to.contain('Goes out when you are back');
    await expect(chat.el).to.be.accessible();
    globalThis.dispatchEvent(new Event('online'));
    chat.socket.welcome();
    await chat.shown();
    expect(chat.socket.of('say').map(({ text }) => text)).to.deep.equal(['Later then']);
    expect(chat.field.value).to.equal('half a sen');
    expect(all(chat.el, '.strip')).to.have.length(0);
  });

  it('says that it comes in while a slow server lets it, and that what is written is on its way', async () => {
    localStorage.setItem(`floorwalk.chat ${location.origin} live-chat`, 't1');
    chat = await OpenedChat.mount();
    expect(chat.transcript.textContent).to.contain('Opening the chat');
    write(chat.field, 'Hello?');
    press(chat.field, 'Enter');
    await chat.shown();
    expect(words(chat.transcript)).to.contain('Sending').and.not.to.contain('Goes out when you are back');
  });

  it('says what to do where the server is newer or older than the page, and goes on by itself once it is not', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.entries([said(1, 'I was charged twice.', marta)]);
    await chat.shown();
    chat.socket.drop(4501);
    await chat.shown();
    expect(words(one(chat.el, '[role="status"]')))
      .to.contain('This page has to be reloaded')
      .and.to.contain('Reload');
    expect(words(chat.transcript)).to.contain('I was charged twice.');
    await expect(chat.el).to.be.accessible();
  });

  it('shows hostile text and very long names as text, on a narrow phone', async () => {
    chat = await OpenedChat.inConversation(320);
    chat.socket.entries([
      told(1, 'agentJoined', { agent: 'x'.repeat(10_000) }),
      said(2, hostile, { kind: 'agent', name: hostile }),
    ]);
    await chat.shown();
    expect(chat.transcript.querySelector('img')).to.equal(null);
    expect(words(chat.transcript)).to.contain(hostile);
    expect(chat.el.scrollWidth).to.be.at.most(chat.el.clientWidth);
    const panel = one(chat.el, '.panel');
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

  it('[P4] sends after a reload what was written before it', async () => {
    chat = await OpenedChat.inConversation();
    chat.socket.drop();
    await chat.shown();
    write(chat.field, 'Before the reload');
    press(chat.field, 'Enter');
    await chat.shown();
    chat.close();
    chat = await OpenedChat.inConversation();
    expect(words(chat.transcript)).to.contain('Before the reload');
    const [sent] = chat.socket.of('say');
    expect(sent?.text).to.equal('Before the reload');
    chat.socket.entries([{ ...said(1, 'Before the reload', marta), id: sent?.id ?? '' }]);
    await chat.shown();
    expect(words(chat.transcript).split('Before the reload')).to.have.length(2);
  });

  it('shows in a second tab the conversation that another one began', async () => {
    chat = await OpenedChat.mount();
    expect(all(chat.el, 'form')).to.have.length(1);
    const key = `floorwalk.chat ${location.origin} live-chat`;
    localStorage.setItem(key, 't7');
    dispatchEvent(new StorageEvent('storage', { key }));
    await chat.shown();
    chat.socket.welcome();
    chat.socket.entries([said(1, 'Good morning', priya)], true);
    await chat.shown();
    expect(chat.socket.of('hello')[0]?.token).to.equal('t7');
    expect(words(chat.transcript)).to.contain('Good morning');
  });
});
