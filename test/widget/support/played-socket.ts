import type { SocketLike } from '../../../widget/client/index.ts';

/** What a client sent, as the protocol's messages. */
export type Sent = { readonly type: string; readonly id?: string } & Readonly<Record<string, unknown>>;

/** A socket whose other end is the test. */
export class PlayedSocket implements SocketLike {
  readonly url: string;
  readyState = 0;
  readonly sent: Sent[] = [];
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
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  raw(data: unknown): void {
    this.onmessage?.({ data });
  }
  drop(code = 1006, reason = ''): void {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }
  /** The latest message of a type. */
  last(type: string): Sent {
    const found = this.sent.findLast((message) => message.type === type);
    if (!found) throw new TypeError(`no ${type} was sent`);
    return found;
  }
  count(type: string): number {
    return this.sent.filter((message) => message.type === type).length;
  }
}

/** Opens sockets that the test plays and keeps them in order. */
export const playedSockets = () => {
  const sockets: PlayedSocket[] = [];
  return {
    sockets,
    open: (url: string): SocketLike => {
      const socket = new PlayedSocket(url);
      sockets.push(socket);
      return socket;
    },
    get last(): PlayedSocket {
      const socket = sockets.at(-1);
      if (!socket) throw new TypeError('no socket was opened');
      return socket;
    },
  };
};

/** The first answer of a server; `now` is its clock. */
export const welcome = (now = Date.now(), more: object = {}) => ({
  type: 'welcome',
  version: 1,
  epoch: 'e1',
  now,
  heartbeat: 10_000,
  person: { id: 'ines', name: 'Ines Carvalho', roles: ['supervisor'] },
  queues: [
    { id: 'billing', name: 'Billing' },
    { id: 'delivery', name: 'Delivery' },
  ],
  agents: [{ id: 'priya', name: 'Priya Raman' }],
  ...more,
});

/** Lets promises that are already settled go on. */
export const settled = (): Promise<void> => new Promise((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
