import type { ChatClientMessage, ChatEntry } from '@floorwalk/core/protocol/customer';
import type { ChatSocket } from '../../../widget/chat-client/chat-socket.ts';
import type { KeptChat, KeptText } from '../../../widget/chat-client/kept-chat.ts';

/** One connection of a customer, as the server's end of it sees it. */
export class ScriptedChatSocket implements ChatSocket {
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: ChatClientMessage[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ChatClientMessage);
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
  raw(data: string): void {
    this.onmessage?.({ data });
  }
  drop(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
  /** Opens and answers hello; whoever does not go on from where they were is told everything: nothing, unless said here. */
  welcome(more: { readonly epoch?: string; readonly offset?: number; readonly consent?: boolean } = {}): void {
    this.open();
    const now = Date.now();
    const { epoch = 'e1', offset = 0, consent = false } = more;
    this.say({ type: 'welcome', version: 1, epoch, offset, now, heartbeat: 10_000, consent });
    const goesOn = this.of('hello')[0]?.since?.epoch === epoch;
    if (!goesOn && offset === 0) this.entries([], true);
  }
  entries(entries: readonly ChatEntry[], whole = false): void {
    this.say({ type: 'entries', whole, entries });
  }
  of<K extends ChatClientMessage['type']>(type: K): readonly Extract<ChatClientMessage, { type: K }>[] {
    return this.sent.filter((m): m is Extract<ChatClientMessage, { type: K }> => m.type === type);
  }
}

/** Connections as a chat opens them; nothing happens on them by itself. */
export const scriptedChat = () => {
  const sockets: ScriptedChatSocket[] = [];
  return {
    sockets,
    open: (): ScriptedChatSocket => {
      const socket = new ScriptedChatSocket();
      sockets.push(socket);
      return socket;
    },
    get socket(): ScriptedChatSocket {
      const found = sockets.at(-1);
      if (!found) throw new TypeError('nobody connected');
      return found;
    },
  };
};

/** A device that keeps this token, and what else a chat leaves with it, as long as the test. */
export const keptToken = (token?: string): KeptChat => {
  let kept = token;
  let ending: string | undefined;
  const texts = new Map<string, KeptText>();
  return {
    read: () => kept,
    write: (next) => (kept = next),
    forget: () => {
      kept = undefined;
      ending = undefined;
      texts.clear();
    },
    texts: () => [...texts.values()],
    keepText: (text) => texts.set(text.id, text),
    dropText: (id) => texts.delete(id),
    ending: () => ending,
    keepEnding: (id) => (ending = id),
    follow: () => {},
  };
};

/** What somebody said on the customer's plane. */
export const said = (
  offset: number,
  text: string,
  from: Extract<ChatEntry, { type: 'message' }>['from'],
): ChatEntry => ({
  type: 'message',
  offset,
  id: `m${offset}`,
  at: 1_800_000_000_000 + offset,
  from,
  text,
});
export const told = (
  offset: number,
  kind: Extract<ChatEntry, { type: 'notice' }>['kind'],
  params: Readonly<Record<string, string | number>> = {},
): ChatEntry => ({ type: 'notice', offset, id: `n${offset}`, at: 1_800_000_000_000 + offset, kind, params });

export const priya = { kind: 'agent', name: 'Priya Raman' } as const;
export const marta = { kind: 'customer', name: 'Marta Olsen' } as const;

/** Answers every request to open a chat for the length of a test; undefined: the network is down. */
export const answeredFetch = (body: object | undefined, status = 201) => {
  const real = globalThis.fetch;
  const asked: unknown[] = [];
  const keys: (string | null)[] = [];
  globalThis.fetch = (_address, init) => {
    asked.push(JSON.parse(typeof init?.body === 'string' ? init.body : '{}'));
    keys.push(new Headers(init?.headers).get('idempotency-key'));
    if (body === undefined) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
  return { asked, keys, restore: () => (globalThis.fetch = real) };
};
