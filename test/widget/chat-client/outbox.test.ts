import { expect } from '@open-wc/testing';
import { ChatClient } from '../../../widget/chat-client/chat-client.ts';
import { Outbox } from '../../../widget/chat-client/outbox.ts';
import { fakeClock, type FakeClock } from '../support/fake-clock.ts';
import { keptToken, marta, said, scriptedChat } from '../support/scripted-chat.ts';

const server = 'https://floor.example';

describe('what the customer wrote and the server does not have yet', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = fakeClock()));
  afterEach(() => clock.restore());

  /** A chat on a device; live unless said otherwise. */
  const resumed = (isLive = true, kept = keptToken('t1')) => {
    const chat = scriptedChat();
    const client = new ChatClient({ server, kept, openSocket: chat.open });
    client.resume();
    if (isLive) chat.socket.welcome();
    return { chat, client, kept };
  };
  const own = (client: ChatClient) => client.own.map(({ text, status }) => ({ text, status }));

  it('[P4] sends a text once, and again only under its own id', async () => {
    const { chat, client } = resumed();
    client.say('Hello');
    const [{ id } = { id: '' }] = chat.socket.of('say');
    expect(own(client)).to.deep.equal([{ text: 'Hello', status: 'sending' }]);
    await clock.pass(10_000);
    expect(own(client)).to.deep.equal([{ text: 'Hello', status: 'failed' }]);
    client.retry(id);
    expect(chat.socket.of('say').map((say) => say.id)).to.deep.equal([id, id]);
    chat.socket.say({ type: 'accepted', id });
    chat.socket.entries([{ ...said(1, 'Hello', { kind: 'customer', name: 'Marta' }), id }]);
    expect(own(client)).to.deep.equal([]);
    await clock.pass(9_000);
    expect(client.entries).to.have.length(1);
  });

  it('marks a text that the server refuses', () => {
    const { chat, client } = resumed();
    client.say('Hello');
    chat.socket.say({ type: 'refused', id: chat.socket.of('say')[0]?.id, refusal: 'tooManyRequests', detail: '' });
    expect(own(client)).to.deep.equal([{ text: 'Hello', status: 'failed' }]);
  });

  it('[P4] keeps texts over a lost connection, however long, and sends them by itself under the same ids', async () => {
    const { chat, client } = resumed();
    client.say('on its way');
    const first = chat.socket.of('say')[0]?.id;
    chat.socket.drop();
    client.say('written without a connection');
    await clock.pass(60_000);
    expect(own(client).map(({ status }) => status)).to.deep.equal(['kept', 'kept']);
    chat.socket.welcome();
    const again = chat.socket.of('say');
    expect(again.map(({ text }) => text)).to.deep.equal(['on its way', 'written without a connection']);
    expect(again[0]?.id).to.equal(first);
  });

  it('[P4] survives a reload: the next page sends it under the same id, and forgets it once it has arrived', () => {
    const { client, kept } = resumed(false);
    client.say('before the reload');
    const [{ id } = { id: '' }] = client.own;
    client.close();
    const again = resumed(false, kept);
    expect(own(again.client)).to.deep.equal([{ text: 'before the reload', status: 'kept' }]);
    again.chat.socket.welcome();
    expect(again.chat.socket.of('say')).to.deep.equal([{ type: 'say', id, text: 'before the reload' }]);
    again.chat.socket.entries([{ ...said(1, 'before the reload', marta), id }]);
    expect(kept.texts()).to.deep.equal([]);
    expect(own(resumed(false, kept).client)).to.deep.equal([]);
  });

  it('[P4] two tabs of a device send it under one id, so that it is stored once, and neither shows it twice', () => {
    const first = resumed(false);
    first.client.say('only once');
    const second = resumed(false, first.kept);
    first.chat.socket.welcome();
    second.chat.socket.welcome();
    const [a] = first.chat.socket.of('say');
    const [b] = second.chat.socket.of('say');
    expect(a).to.deep.equal(b);
    for (const { chat, client } of [first, second]) {
      chat.socket.entries([{ ...said(1, 'only once', marta), id: a?.id ?? '' }]);
      expect(own(client)).to.deep.equal([]);
      expect(client.entries).to.have.length(1);
    }
  });

  it('a failed text is failed after a reload as well: the customer says when it goes again', () => {
    const { client, chat, kept } = resumed();
    client.say('Hello');
    chat.socket.say({ type: 'refused', id: chat.socket.of('say')[0]?.id, refusal: 'busy', detail: '' });
    const again = resumed(true, kept);
    expect(own(again.client)).to.deep.equal([{ text: 'Hello', status: 'failed' }]);
    expect(again.chat.socket.of('say')).to.have.length(0);
    again.client.retry(again.client.own[0]?.id ?? '');
    expect(again.chat.socket.of('say')).to.have.length(1);
  });

  it('is gone with the conversation that the customer leaves', () => {
    const { client, kept } = resumed(false);
    client.say('never mind');
    client.startNew();
    expect(own(client)).to.deep.equal([]);
    expect(kept.texts()).to.deep.equal([]);
  });

  it('stays in the order in which it was written', () => {
    const sent: string[] = [];
    const outbox = new Outbox(
      keptToken(),
      (_id, text) => sent.push(text) > 0,
      () => {},
    );
    outbox.say('one');
    outbox.say('two');
    outbox.hold();
    outbox.deliver();
    expect(sent).to.deep.equal(['one', 'two', 'one', 'two']);
  });
});
