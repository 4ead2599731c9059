import { LiveClient } from '../../../widget/client/index.ts';
import type { LiveClientOptions } from '../../../widget/client/index.ts';
import { playedSockets, settled, welcome } from '../support/played-socket.ts';
import { steppedTime } from '../support/stepped-time.ts';
import { expect } from '@open-wc/testing';

const tokenUntil = (at: number): string => `h.${btoa(JSON.stringify({ exp: Math.floor(at / 1_000) }))}.s`;

describe('the live client', () => {
  let time: ReturnType<typeof steppedTime>;
  let script: ReturnType<typeof playedSockets>;
  let client: LiveClient;

  beforeEach(() => {
    time = steppedTime();
    script = playedSockets();
  });
  afterEach(() => {
    client.close();
    time.restore();
  });

  const start = async (more: Partial<LiveClientOptions> = {}): Promise<void> => {
    client = new LiveClient({
      server: 'https://floor.example',
      getToken: () => Promise.resolve('opaque'),
      openSocket: script.open,
      ...more,
    });
    await settled();
  };
  const connect = async (now = Date.now()): Promise<void> => {
    script.last.open();
    script.last.say(welcome(now));
    await settled();
  };
  /** Loses the connection and waits until the client has come back. */
  const comeBack = async (): Promise<void> => {
    script.last.drop();
    await time.step(16_000);
    await connect();
  };

  it('tells once there is only the answer to its hello to wait for, or to come back', async () => {
    const told: string[] = [];
    await start();
    void client.called.then(() => told.push('called'));
    await settled();
    expect(told).to.deep.equal([]);
    script.last.open();
    await settled();
    expect(told).to.deep.equal(['called']);
    client.close();
    await start({ getToken: () => Promise.reject(new Error('no token')) });
    await client.called;
    expect(client.status.state).to.equal('lost');
  });

  it('says hello with its token and what it follows right behind it, and asks for nothing before it is welcome', async () => {
    await start({ desk: true });
    client.subscribe({ kind: 'agents' }, () => {});
    void client.command({ type: 'sign-out' });
    expect(script.last.url).to.equal('wss://floor.example/v1/live');
    script.last.open();
    expect(script.last.sent[0]).to.deep.equal({ type: 'hello', version: 1, token: 'opaque', desk: true });
    expect(script.last.sent.map(({ type }) => type)).to.deep.equal(['hello', 'subscribe']);
    client.subscribe({ kind: 'views' }, () => {}).close();
    expect(script.last.sent.map(({ type }) => type)).to.deep.equal(['hello', 'subscribe', 'subscribe', 'unsubscribe']);
    expect(client.status.state).to.equal('connecting');
    script.last.say(welcome());
    expect(client.status.state).to.equal('live');
    expect(script.last.sent.map(({ type }) => type)).to.deep.equal([
      'hello',
      'subscribe',
      'subscribe',
      'unsubscribe',
      'command',
    ]);
  });

  it('subscribes again after a reconnect with what is asked now, and not to what was closed', async () => {
    await start();
    await connect();
    const floor = client.subscribe({ kind: 'floor', query: { view: 'all' } }, () => {});
    const agents = client.subscribe({ kind: 'agents' }, () => {});
    floor.update({ kind: 'floor', query: { view: 'open' } });
    agents.close();
    await comeBack();
    const again = script.last.sent.filter(({ type }) => type === 'subscribe');
    expect(again).to.have.length(1);
    expect(again[0]?.['topic']).to.deep.equal({ kind: 'floor', query: { view: 'open' } });
  });

  it('gives each subscription its own messages and ignores what it cannot read', async () => {
    await start();
    await connect();
    const heard: string[] = [];
    client.subscribe({ kind: 'agents' }, ({ type }) => heard.push(`first ${type}`));
    client.subscribe({ kind: 'agents' }, ({ type }) => heard.push(`second ${type}`));
    script.last.say({ type: 'agents', id: 's2', order: [], cards: [] });
    script.last.say({ type: 'agents', id: 's2', order: 'nonsense' });
    script.last.say({ type: 'fromTheFuture', id: 's1' });
    script.last.raw('{');
    script.last.raw(new ArrayBuffer(4));
    expect(heard).to.deep.equal(['second agents']);
    expect(client.status.state).to.equal('live');
  });

  it('[P4] sends an unanswered command again after a reconnect under its own id, and settles once', async () => {
    await start();
    await connect();
    const outcome = client.command({ type: 'join', conversation: 'c1' });
    const { id } = script.last.last('command');
    script.last.drop();
    await time.step(5_000);
    await connect();
    expect(script.last.last('command').id).to.equal(id);
    script.last.say({ type: 'answer', id, ok: true, result: { state: 'active' } });
    script.last.say({ type: 'answer', id, ok: true, result: 'again' });
    expect(await outcome).to.deep.equal({ ok: true, result: { state: 'active' } });
  });

  it('[P4] a device that slept asks by itself for nothing that it asked long ago', async () => {
    await start();
    await connect();
    const outcome = client.command({ type: 'join', conversation: 'c1' });
    script.last.drop();
    await time.step(5_000);
    const now = Date.now;
    try {
      Date.now = () => now() + 60_000;
      await connect();
    } finally {
      Date.now = now;
    }
    expect(script.last.sent.filter(({ type }) => type === 'command')).to.deep.equal([]);
    expect(await outcome).to.deep.equal({ ok: false, refusal: null });
  });

  it('[P4] gives up on a command after 10 s, and the same command tried again has the same id', async () => {
    await start();
    await connect();
    const first = client.command({ type: 'assign', conversation: 'c1', agent: 'priya' });
    const { id } = script.last.last('command');
    await time.step(10_000);
    expect(await first).to.deep.equal({ ok: false, refusal: null });
    void client.command({ type: 'assign', conversation: 'c1', agent: 'priya' });
    expect(script.last.last('command').id).to.equal(id);
    script.last.say({ type: 'answer', id, ok: true, result: null });
    void client.command({ type: 'assign', conversation: 'c1', agent: 'priya' });
    expect(script.last.last('command').id).not.to.equal(id);
  });

  it('hands a refusal over as it came', async () => {
    await start();
    await connect();
    const outcome = client.command({ type: 'assign', conversation: 'c1', agent: 'priya' }, true);
    const { id, dryRun } = script.last.last('command');
    expect(dryRun).to.equal(true);
    script.last.say({ type: 'refused', id, refusal: { refusal: 'overCapacity', detail: 'Too much.', excess: 2 } });
    expect(await outcome).to.deep.equal({
      ok: false,
      refusal: { refusal: 'overCapacity', detail: 'Too much.', excess: 2 },
    });
  });

  it('says since when the connection is lost and when it tries again, and keeps the first moment', async () => {
    await start();
    await connect();
    const lostAt = Date.now();
    script.last.drop();
    const { status } = client;
    if (status.state !== 'lost') throw new TypeError(status.state);
    expect(status.since).to.equal(lostAt);
    expect(status.retryAt).to.be.within(lostAt + 100, lostAt + 600);
    await time.step(status.retryAt - lostAt);
    script.last.drop();
    expect(client.status).to.deep.include({ state: 'lost', since: lostAt });
  });

  it('does not come back after a close that says so, until somebody asks', async () => {
    await start();
    await connect();
    script.last.drop(4503, 'The right to connect was withdrawn.');
    await time.step(60_000);
    expect(script.sockets).to.have.length(1);
    expect(client.status).to.deep.equal({
      state: 'refused',
      code: 4503,
      detail: 'The right to connect was withdrawn.',
    });
    client.retry();
    await settled();
    await connect();
    expect(client.status.state).to.equal('live');
  });

  it('says that the page must be reloaded where the server speaks another version, and tries whether it still does', async () => {
    await start();
    await connect();
    script.last.drop(4501, 'This protocol version is not supported.');
    expect(client.status).to.deep.include({ state: 'refused', code: 4501 });
    const before = script.sockets.length;
    await time.step(59_000);
    expect(script.sockets).to.have.length(before);
    await time.step(2_000);
    expect(script.sockets).to.have.length(before + 1);
    await connect();
    expect(client.status.state).to.equal('live');
  });

  it('comes back at once when the network does, with one connection only', async () => {
    await start();
    await connect();
    script.last.drop();
    globalThis.dispatchEvent(new Event('online'));
    globalThis.dispatchEvent(new Event('online'));
    await settled();
    expect(script.sockets).to.have.length(2);
    script.last.open();
    expect(script.last.count('hello')).to.equal(1);
  });

  it('takes a connection that says nothing for lost', async () => {
    await start();
    await connect();
    await time.step(20_000);
    script.last.say({ type: 'heartbeat', now: Date.now(), offset: 1 });
    expect(script.last.count('pong')).to.equal(1);
    await time.step(24_000);
    expect(client.status.state).to.equal('live');
    await time.step(1_000);
    expect(client.status.state).to.equal('lost');
    expect(script.sockets[0]?.readyState).to.equal(3);
  });

  it('takes a socket that never opens for lost', async () => {
    await start();
    await time.step(10_000);
    expect(client.status.state).to.equal('lost');
  });

  it('hears nothing any more from a socket that was replaced', async () => {
    await start();
    await connect();
    const heard: string[] = [];
    client.subscribe({ kind: 'agents' }, ({ type }) => heard.push(type));
    const [old] = script.sockets;
    await comeBack();
    old?.say({ type: 'agents', id: 's1', order: [], cards: [] });
    old?.drop(4503);
    expect(heard).to.deep.equal([]);
    expect(client.status.state).to.equal('live');
  });

  it("[X1] counts on the server's clock, corrected by heartbeats", async () => {
    await start();
    await connect(Date.now() + 60_000);
    expect(client.now() - Date.now()).to.equal(60_000);
    script.last.say({ type: 'heartbeat', now: Date.now() - 5_000, offset: 1 });
    expect(client.now() - Date.now()).to.equal(-5_000);
  });

  it('[R3] sends a fresh token a minute before the old one ends', async () => {
    const tokens = [tokenUntil(Date.now() + 300_000), tokenUntil(Date.now() + 900_000)];
    await start({ getToken: () => Promise.resolve(tokens.shift() ?? 'none left') });
    const fresh = tokens[0];
    await connect();
    for (let passed = 0; passed < 239; passed++) {
      await time.step(1_000);
      if (passed % 10 === 0) script.last.say({ type: 'heartbeat', now: Date.now(), offset: 1 });
    }
    expect(script.last.count('token')).to.equal(0);
    await time.step(2_000);
    expect(script.last.last('token')['token']).to.equal(fresh);
  });

  it('tries again where the page has no token yet', async () => {
    let isSignedIn = false;
    await start({ getToken: () => (isSignedIn ? Promise.resolve('t') : Promise.reject(new Error('not yet'))) });
    expect(client.status.state).to.equal('lost');
    expect(script.sockets).to.have.length(0);
    isSignedIn = true;
    await time.step(1_000);
    expect(script.sockets).to.have.length(1);
  });

  it('tells those who wait when it is closed for good', async () => {
    await start();
    await connect();
    const outcome = client.command({ type: 'join', conversation: 'c1' });
    client.close();
    expect(await outcome).to.deep.equal({ ok: false, refusal: null });
    script.last.drop();
    await time.step(60_000);
    expect(script.sockets).to.have.length(1);
  });
});
