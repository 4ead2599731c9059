import { expect } from '@open-wc/testing';
import { ChatClient } from '../../../widget/chat-client/chat-client.ts';
import { fakeClock, type FakeClock } from '../support/fake-clock.ts';
import { keptToken, scriptedChat, told } from '../support/scripted-chat.ts';

describe('the wish to end a conversation', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = fakeClock()));
  afterEach(() => clock.restore());

  const resumed = (kept = keptToken('t1')) => {
    const chat = scriptedChat();
    const client = new ChatClient({ server: 'https://floor.example', kept, openSocket: chat.open });
    client.resume();
    return { chat, client, kept };
  };

  it('[P4] waits for a connection, also over a reload, after the texts that were written before it', () => {
    const { client, kept } = resumed();
    client.say('Thank you, bye');
    client.end();
    expect(client.ending).to.equal('waits');
    client.close();
    const again = resumed(kept);
    expect(again.client.ending).to.equal('waits');
    again.chat.socket.welcome();
    expect(again.client.ending).to.equal('asked');
    expect(again.chat.socket.sent.map(({ type }) => type)).to.deep.equal(['hello', 'say', 'end']);
    again.chat.socket.entries([told(1, 'conversationEnded', { by: 'customer' })]);
    expect(again.client.state).to.equal('ended');
    expect(kept.ending()).to.equal(undefined);
  });

  it('is tried again under its id where the server refuses it or does not answer', async () => {
    const { client, chat } = resumed();
    chat.socket.welcome();
    client.end();
    const [{ id } = { id: '' }] = chat.socket.of('end');
    chat.socket.say({ type: 'refused', id, refusal: 'busy', detail: '' });
    expect(client.ending).to.equal('waits');
    await clock.pass(5_000);
    expect(client.ending).to.equal('asked');
    chat.socket.say({ type: 'heartbeat', now: 0, offset: 0 });
    await clock.pass(10_000);
    expect(chat.socket.of('end').map((end) => end.id)).to.deep.equal([id, id, id]);
  });

  it('can be taken back while it waits, and then nothing ends', async () => {
    const { client, chat, kept } = resumed();
    chat.socket.welcome();
    chat.socket.drop();
    client.end();
    client.goOn();
    expect(client.ending).to.equal(undefined);
    await clock.pass(60_000);
    chat.socket.welcome();
    expect(chat.socket.of('end')).to.have.length(0);
    expect(kept.ending()).to.equal(undefined);
  });
});
