import { expect } from '@open-wc/testing';
import { ChatClient } from '../../../widget/chat-client/chat-client.ts';
import { fakeClock, type FakeClock } from '../support/fake-clock.ts';
import { answeredFetch, keptToken, priya, said, scriptedChat, told } from '../support/scripted-chat.ts';

const server = 'https://floor.example';
const marta = { kind: 'customer', id: 'customer', name: 'Marta Olsen' } as const;
const opening = { workstream: 'live-chat', customer: { name: 'Marta Olsen' } };

describe('the customer’s connection', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = fakeClock()));
  afterEach(() => clock.restore());

  /** A chat that a device kept; live unless said otherwise. */
  const resumed = (isLive = true) => {
    const chat = scriptedChat();
    const kept = keptToken('t1');
    const client = new ChatClient({ server, kept, openSocket: chat.open });
    client.resume();
    if (isLive) chat.socket.welcome();
    return { chat, client, kept };
  };

  it('goes on with the conversation that the device kept, and with nothing where there is none', () => {
    const chat = scriptedChat();
    expect(new ChatClient({ server, kept: keptToken(), openSocket: chat.open }).resume()).to.equal(false);
    expect(chat.sockets).to.have.length(0);
    const { chat: other, client } = resumed();
    expect(other.socket.of('hello')).to.deep.equal([{ type: 'hello', version: 1, token: 't1' }]);
    expect(client.state).to.equal('live');
  });

  it('opens a conversation and keeps its token', async () => {
    const http = answeredFetch({ token: 't9', conversation: 'c9' });
    const chat = scriptedChat();
    const kept = keptToken();
    const client = new ChatClient({ server, kept, openSocket: chat.open });
    expect(await client.open(opening)).to.deep.equal({ ok: true, token: 't9' });
    http.restore();
    expect(http.asked).to.deep.equal([opening]);
    expect(kept.read()).to.equal('t9');
    expect(chat.sockets).to.have.length(1);
  });

  it('keeps what is written while the conversation opens, and sends it once it is there', async () => {
    const http = answeredFetch({ token: 't9', conversation: 'c9' });
    const chat = scriptedChat();
    const client = new ChatClient({ server, kept: keptToken(), openSocket: chat.open });
    const opened = client.open(opening);
    client.say('Already here');
    await opened;
    http.restore();
    chat.socket.open();
    chat.socket.welcome();
    expect(chat.socket.of('say').map(({ text }) => text)).to.deep.equal(['Already here']);
  });

  it('says why a conversation could not be opened, and is ready for another try', async () => {
    const refused = answeredFetch({ refusal: 'tooManyRequests', detail: 'Too many requests.' }, 429);
    const client = new ChatClient({ server, kept: keptToken(), openSocket: scriptedChat().open });
    expect(await client.open(opening)).to.deep.equal({
      ok: false,
      refusal: 'tooManyRequests',
      detail: 'Too many requests.',
    });
    refused.restore();
    const down = answeredFetch(undefined);
    expect(await client.open(opening)).to.deep.equal({ ok: false, refusal: '', detail: '' });
    down.restore();
    expect(client.state).to.equal('idle');
  });

  it('[P4] asks again under the same key where no answer came, and under another once one did', async () => {
    const client = new ChatClient({ server, kept: keptToken(), openSocket: scriptedChat().open });
    const down = answeredFetch(undefined);
    await client.open(opening);
    await client.open(opening);
    down.restore();
    const refused = answeredFetch({ refusal: 'busy', detail: 'Later.' }, 503);
    await client.open(opening);
    await client.open(opening);
    refused.restore();
    const keys = [...down.keys, ...refused.keys];
    expect(keys[0]).to.match(/^[0-9a-f]{32}$/u);
    expect(keys.slice(1, 3)).to.deep.equal([keys[0], keys[0]]);
    expect(keys[3]).not.to.equal(keys[0]);
  });

  it('comes back after a loss with the offset it has, at once when the device is online again', () => {
    const { chat, client } = resumed();
    chat.socket.entries([said(1, 'Good morning', priya), said(2, 'Anything else?', priya)]);
    chat.socket.drop();
    expect(client.state).to.equal('lost');
    expect(chat.sockets).to.have.length(1);
    client.retryNow();
    chat.socket.open();
    expect(chat.socket.of('hello')[0]?.since).to.deep.equal({ epoch: 'e1', offset: 2 });
    chat.socket.say({ type: 'welcome', version: 1, epoch: 'e1', offset: 2, now: 0, heartbeat: 10_000, consent: false });
    expect(client.state).to.equal('live');
    client.retryNow();
    expect(chat.sockets).to.have.length(2);
  });

  it('[P4] sends what it kept once it has what was said meanwhile, and nothing that is among that', () => {
    const chat = scriptedChat();
    const kept = keptToken('t1');
    for (const [id, text] of [
      ['m2', 'stored, and the answer was lost'],
      ['m3', 'never stored'],
    ] as const)
      kept.keepText({ id, text, at: 0, failed: false });
    kept.keepEnding('bye');
    const client = new ChatClient({ server, kept, openSocket: chat.open });
    client.resume();
    chat.socket.welcome({ offset: 2 });
    client.say('written at once', 'm4');
    chat.socket.entries([said(1, 'Good morning', priya)], true);
    expect(chat.socket.of('say')).to.deep.equal([]);
    expect(chat.socket.of('end')).to.deep.equal([]);
    chat.socket.entries([said(2, 'stored, and the answer was lost', marta)]);
    expect(chat.socket.of('say').map(({ id }) => id)).to.deep.equal(['m3', 'm4']);
    expect(chat.socket.of('end').map(({ id }) => id)).to.deep.equal(['bye']);
    chat.socket.entries([said(3, 'never stored', marta)]);
    chat.socket.drop();
    client.retryNow();
    // Where nothing was said meanwhile, nothing is told either.
    chat.socket.welcome({ offset: 3 });
    expect(chat.socket.of('say').map(({ id }) => id)).to.deep.equal(['m4']);
  });

  it('takes a connection that falls silent for lost, and answers heartbeats', async () => {
    const { chat, client } = resumed();
    await clock.pass(20_000);
    chat.socket.say({ type: 'heartbeat', now: 0, offset: 0 });
    expect(chat.socket.of('pong')).to.have.length(1);
    await clock.pass(20_000);
    expect(client.state).to.equal('live');
    await clock.pass(5_000);
    expect(client.state).to.equal('lost');
    expect(chat.sockets[0]?.readyState).to.equal(3);
  });

  it('does not come back where the server no longer accepts the token', async () => {
    const { chat, client, kept } = resumed();
    chat.socket.drop(4502);
    await clock.pass(60_000);
    expect(client.state).to.equal('refused');
    expect(kept.read()).to.equal(undefined);
    expect(chat.sockets).to.have.length(1);
  });

  it('keeps the conversation for a reload where the server closes for another reason than the token', async () => {
    const { chat, client, kept } = resumed();
    const token = kept.read();
    chat.socket.drop(4504);
    await clock.pass(59_000);
    expect(client.state).to.equal('refused');
    expect(kept.read()).to.equal(token);
    expect(client.mustReload).to.equal(true);
    expect(chat.sockets).to.have.length(1);
  });

  it('tries by itself whether a server that did not take this page was updated meanwhile', async () => {
    const { chat, client } = resumed();
    chat.socket.drop(4501);
    await clock.pass(60_000);
    expect(chat.sockets).to.have.length(2);
    chat.socket.welcome();
    expect([client.state, client.mustReload]).to.deep.equal(['live', false]);
  });

  it('[C1] goes on in the new conversation that took a text after the end, and loses none of the others', () => {
    const { chat, client, kept } = resumed();
    chat.socket.entries([said(1, 'Bye', priya)]);
    client.say('One more thing');
    client.say('and another');
    const [first, second] = chat.socket.of('say');
    chat.socket.say({ type: 'moved', id: first?.id, token: 't2' });
    expect(kept.read()).to.equal('t2');
    expect(client.entries).to.deep.equal([]);
    chat.socket.welcome({ epoch: 'e2' });
    expect(chat.socket.of('hello')).to.deep.equal([{ type: 'hello', version: 1, token: 't2' }]);
    expect(chat.socket.of('say')).to.deep.equal([second]);
  });

  it('replaces what it has where the server sends everything, and shows a line sent twice once', () => {
    const { chat, client } = resumed();
    chat.socket.entries([said(1, 'a', priya), said(2, 'b', priya)]);
    chat.socket.entries([said(2, 'b', priya), said(3, 'c', priya)]);
    expect(client.entries.map(({ offset }) => offset)).to.deep.equal([1, 2, 3]);
    chat.socket.entries([said(1, 'z', priya)], true);
    expect(client.entries).to.have.length(1);
  });

  it('[N2] tells once that a notice was seen, and later where there was no connection', () => {
    const { chat, client } = resumed(false);
    client.seen('n1');
    chat.socket.welcome();
    client.seen('n1');
    client.seen('n1');
    expect(chat.socket.of('seen')).to.deep.equal([{ type: 'seen', notice: 'n1' }]);
  });

  it('[N3] asks for consent until the customer agrees', () => {
    const { chat, client } = resumed(false);
    chat.socket.welcome({ consent: true });
    expect(client.mustConsent).to.equal(true);
    client.consent();
    expect(client.mustConsent).to.equal(false);
    expect(chat.socket.of('consent')).to.have.length(1);
  });

  it('shows who types for a moment, until they have written', async () => {
    const { chat, client } = resumed();
    chat.socket.say({ type: 'typing', name: 'Priya' });
    expect(client.typingName()).to.equal('Priya');
    chat.socket.entries([said(1, 'Done', priya)]);
    expect(client.typingName()).to.equal(undefined);
    chat.socket.say({ type: 'typing', name: 'Priya' });
    await clock.pass(5_000);
    expect(client.typingName()).to.equal(undefined);
  });

  it('ends with the conversation, and starts another one from nothing', async () => {
    const { chat, client, kept } = resumed();
    client.end();
    expect(chat.socket.of('end')).to.have.length(1);
    chat.socket.entries([told(1, 'conversationEnded', { by: 'customer' })]);
    expect(client.state).to.equal('ended');
    chat.socket.drop();
    await clock.pass(60_000);
    expect(client.state).to.equal('ended');
    expect(chat.sockets).to.have.length(1);
    client.startNew();
    expect(client.state).to.equal('idle');
    expect(client.entries).to.deep.equal([]);
    expect(kept.read()).to.equal(undefined);
  });

  it('reads nothing into what it cannot read', () => {
    const { chat, client } = resumed();
    for (const odd of ['', '{', '{"type":"ghost"}', '{"type":"entries","entries":[1]}', '[]']) chat.socket.raw(odd);
    expect(client.state).to.equal('live');
    expect(client.entries).to.deep.equal([]);
  });
});
