import type { ServerMessage } from '@floorwalk/core/protocol';
import type { SocketLike } from '../../../widget/client/index.ts';

export { settled } from './fake-clock.ts';

/** What a client said; a test looks at the fields that it is about. */
type Sent = { readonly type: string; readonly id?: string } & Readonly<Record<string, unknown>>;

/** One connection in the hands of a test, which plays the server's end of it. */
export class ByHand implements SocketLike {
  readonly url: string;
  readonly sent: Sent[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;

  constructor(url: string) {
    this.url = url;
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text) as Sent);
  }
  close(): void {
    this.readyState = 3;
  }
  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  say(message: object): void {
    this.raw(JSON.stringify(message));
  }
  raw(data: unknown): void {
    this.onmessage?.({ data });
  }
  drop(code = 1006, reason = ''): void {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }
  count(type: string): number {
    return this.sent.filter((message) => message.type === type).length;
  }
  last(type: string): Sent {
    const found = this.sent.findLast((message) => message.type === type);
    if (!found) throw new TypeError(`no ${type} was sent`);
    return found;
  }
}

/** Connections as a client opens them; nothing happens on them by itself. */
export const scriptedSockets = () => {
  const sockets: ByHand[] = [];
  return {
    sockets,
    open: (url: string): SocketLike => {
      const socket = new ByHand(url);
      sockets.push(socket);
      return socket;
    },
    get last(): ByHand {
      const found = sockets.at(-1);
      if (!found) throw new TypeError('nobody connected');
      return found;
    },
  };
};

/** What the server says to a client that it lets in. */
export const welcome = (now = Date.now()): ServerMessage => ({
  type: 'welcome',
  version: 1,
  epoch: 'e1',
  now,
  heartbeat: 10_000,
  person: { id: 'ines', name: 'Ines Carvalho', roles: ['supervisor'] },
  queues: [{ id: 'billing', name: 'Billing' }],
  agents: [],
});
