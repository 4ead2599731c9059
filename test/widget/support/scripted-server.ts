import type { ClientMessage } from '@floorwalk/core/protocol';
import { LiveClient, type LiveClientOptions, type SocketLike } from '../../../widget/client/index.ts';
import { settled } from './fake-clock.ts';

type Of<K extends ClientMessage['type']> = Extract<ClientMessage, { type: K }>;
/** What a server answers to a command: a result, a refusal, or nothing at all. */
type Answerer = (asked: Of<'command'>) => { readonly result: unknown } | { readonly refusal: object } | undefined;

const names = (...of: readonly string[]) => of.map((name) => ({ id: name.toLowerCase(), name }));

/** One connection as the server's end of it sees it. */
export class ScriptedSocket implements SocketLike {
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly sent: ClientMessage[] = [];
  isClosedByClient = false;
  readonly #server: ScriptedServer;

  constructor(server: ScriptedServer) {
    this.#server = server;
  }

  send(text: string): void {
    const message = JSON.parse(text) as ClientMessage;
    this.sent.push(message);
    this.#server.hear(this, message);
  }
  close(): void {
    this.isClosedByClient = true;
    this.readyState = 3;
  }
  /** The connection opens; the client says hello. */
  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  push(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  /** The connection ends: by the network with 1006, by the server with a code of its own. */
  drop(code = 1006, reason = ''): void {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }
}

/** A server that answers hello with welcome, and otherwise does what a test says. */
export class ScriptedServer {
  readonly sockets: ScriptedSocket[] = [];
  /** Whether hello is answered by itself. */
  welcomes = true;
  /** Whether connections open by themselves. */
  opens = true;
  answer: Answerer = () => ({ result: null });
  person = { id: 'ines', name: 'Ines Carvalho', roles: ['supervisor'] };

  readonly openSocket = (): SocketLike => {
    const socket = new ScriptedSocket(this);
    this.sockets.push(socket);
    if (this.opens) queueMicrotask(() => socket.open());
    return socket;
  };

  get socket(): ScriptedSocket {
    const last = this.sockets.at(-1);
    if (!last) throw new TypeError('nobody connected');
    return last;
  }

  hear(socket: ScriptedSocket, message: ClientMessage): void {
    if (message.type === 'hello' && this.welcomes) this.welcome(socket);
    if (message.type !== 'command') return;
    const answer = this.answer(message);
    if (!answer) return;
    const { id } = message;
    if ('refusal' in answer) socket.push({ type: 'refused', id, refusal: { detail: '', ...answer.refusal } });
    else socket.push({ type: 'answer', id, ok: true, result: answer.result });
  }

  welcome(socket = this.socket): void {
    socket.push({
      type: 'welcome',
      version: 1,
      epoch: 'e1',
      now: Date.now(),
      heartbeat: 10_000,
      person: this.person,
      queues: names('Billing', 'Delivery'),
      agents: names('Priya', 'Tomas'),
    });
  }

  /** Everything of one kind that clients sent, over all connections. */
  sent<K extends ClientMessage['type']>(type: K): readonly Of<K>[] {
    return this.sockets.flatMap(({ sent }) => sent).filter((message): message is Of<K> => message.type === type);
  }
  /** What was to be carried out; questions of what would happen are apart. */
  commands(): readonly Of<'command'>['command'][] {
    return this.sent('command').flatMap(({ command, dryRun }) => (dryRun ? [] : [command]));
  }
  whatIfs(): readonly Of<'command'>['command'][] {
    return this.sent('command').flatMap(({ command, dryRun }) => (dryRun ? [command] : []));
  }
  /** Sends something to the newest subscription of a kind. */
  publish(kind: Of<'subscribe'>['topic']['kind'], message: object): void {
    const to = this.sent('subscribe').findLast(({ topic }) => topic.kind === kind);
    if (!to) throw new TypeError(`nobody follows ${kind}`);
    this.socket.push({ id: to.id, ...message });
  }
}

/** A client of a scripted server. `http` answers what panels read; undefined is a server that does not answer. */
export async function scriptedClient(
  server: ScriptedServer,
  http: (path: string) => { readonly ok: boolean; readonly body: unknown } | undefined = () => undefined,
  more: Partial<LiveClientOptions> = {},
): Promise<LiveClient> {
  const client = new LiveClient({
    server: 'https://floor.example',
    getToken: () => Promise.resolve('token'),
    openSocket: server.openSocket,
    ...more,
  });
  client.get = async (path) => http(path) ?? Promise.reject(new Error('no answer'));
  await settled();
  return client;
}
