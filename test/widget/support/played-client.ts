import { LiveClient } from '../../../widget/client/index.ts';
import { playedSockets, settled, welcome } from './played-socket.ts';
import type { Sent, PlayedSocket } from './played-socket.ts';

export interface PlayedClient {
  readonly client: LiveClient;
  readonly socket: PlayedSocket;
  /** The id of the subscription to a kind of topic. */
  subscription(kind: string): string;
  /** What the latest command asked. */
  readonly command: Sent;
  refuse(refusal: string, more?: object): void;
  answer(result?: unknown): void;
}

/** A client that is live, or still connecting, at a server that the test plays. */
export async function playedClient(isLive = true, more: object = {}): Promise<PlayedClient> {
  const script = playedSockets();
  const client = new LiveClient({
    server: location.origin,
    getToken: () => Promise.resolve('token'),
    openSocket: script.open,
  });
  await settled();
  const socket = script.last;
  socket.open();
  if (isLive) socket.say(welcome(Date.now(), more));
  return {
    client,
    socket,
    subscription: (kind) => {
      const found = socket.sent.findLast(
        ({ type, ...rest }) => type === 'subscribe' && (rest['topic'] as { kind: string }).kind === kind,
      );
      if (!found?.id) throw new TypeError(`nobody subscribed to ${kind}`);
      return found.id;
    },
    get command() {
      return socket.last('command')['command'] as Sent;
    },
    refuse: (refusal, rest = {}) =>
      socket.say({ type: 'refused', id: socket.last('command').id, refusal: { refusal, detail: refusal, ...rest } }),
    answer: (result = null) => socket.say({ type: 'answer', id: socket.last('command').id, ok: true, result }),
  };
}
