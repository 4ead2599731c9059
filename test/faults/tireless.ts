import { createRequire } from 'node:module';
import type Ws from 'ws';
import type { Tally } from './tally.ts';

// The server's own `ws`: another version may lie at the top for a tool's sake.
const WebSocket = createRequire(new URL('../../server/package.json', import.meta.url))('ws') as typeof Ws;

/** What the server's `ws` can do and the types at the top do not know. */
type Reading = Ws & { pause(): void; resume(): void };

/** What a server says, as it came. */
export interface Heard {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface TirelessOptions {
  /** Where to try next; asked before each attempt. */
  readonly pick: () => string;
  readonly path: '/v1/live' | '/v1/chat';
  /** The first message at that address. */
  readonly hello: (url: string) => Promise<object>;
  /** Welcomed: what is followed is asked for again. */
  readonly welcomed: (message: Heard) => void;
  readonly heard: (message: Heard) => void;
  readonly tally: Tally;
}

/** A client that wants its answers: it comes back after every loss and sends again, under the same id, what has none. */
export interface Tireless {
  /** Sends until there is an answer; a `busy` is none. */
  ask(id: string, message: object): Promise<Heard>;
  say(message: object): void;
  readonly isUp: boolean;
  /** The address of the connection that is up. */
  readonly url: string;
  /** Cuts the connection as a network would; it comes back by itself. */
  cut(): void;
  /** Stops reading, or reads on. */
  readsNot(isDeaf: boolean): void;
  stop(): void;
}

/** Nothing heard for so long means that the other end is gone: more than a heartbeat. */
const SILENT_MS = 15_000;
const WELCOME_WITHIN_MS = 4_000;
const AGAIN_MS = 100;
const answers = new Set(['answer', 'refused', 'accepted', 'moved']);
const passing = new Set(['busy', 'tooManyRequests', 'staleEpoch']);

/** Opens one. */
export function openTireless(options: TirelessOptions): Tireless {
  const { tally } = options;
  const waiting = new Map<string, { readonly message: object; readonly resolve: (heard: Heard) => void }>();
  const timers = new Set<NodeJS.Timeout>();
  let socket: Ws | undefined;
  let url = '';
  let isUp = false;
  let isStopped = false;

  const later = (ms: number, run: () => void): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
    return timer;
  };
  const say = (message: object): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
  const settle = (message: Heard): void => {
    const id = String(message['id']);
    const asked = waiting.get(id);
    if (!asked) return;
    const refusal = refusalOf(message);
    if (refusal !== undefined && passing.has(refusal)) {
      tally.busy += 1;
      later(AGAIN_MS, () => waiting.has(id) && isUp && say(asked.message));
      return;
    }
    waiting.delete(id);
    asked.resolve(message);
  };

  const connect = (): void => {
    if (isStopped) return;
    const mine = options.pick();
    const line = new WebSocket(mine.replace('http', 'ws') + options.path, {
      perMessageDeflate: false,
      handshakeTimeout: WELCOME_WITHIN_MS,
    });
    socket = line;
    let silence = later(WELCOME_WITHIN_MS, () => line.terminate());
    const noise = (): void => {
      clearTimeout(silence);
      timers.delete(silence);
      silence = later(SILENT_MS, () => line.terminate());
    };
    line.on('open', () => {
      options.hello(mine).then(
        (message) => line.readyState === WebSocket.OPEN && line.send(JSON.stringify(message)),
        () => line.terminate(),
      );
    });
    line.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as Heard;
      if (isUp) noise();
      if (message.type === 'heartbeat') return say({ type: 'pong' });
      if (message.type === 'welcome') {
        isUp = true;
        url = mine;
        noise();
        options.welcomed(message);
        for (const { message: again } of waiting.values()) say(again);
        return undefined;
      }
      options.heard(message);
      if (answers.has(message.type)) settle(message);
      return undefined;
    });
    line.on('error', () => {});
    line.on('close', (code: number) => {
      clearTimeout(silence);
      timers.delete(silence);
      if (isUp && !isStopped) tally.closed(code);
      isUp = false;
      if (!isStopped) later(AGAIN_MS * (0.5 + Math.random()), connect);
    });
  };
  connect();

  return {
    ask: (id, message) =>
      new Promise((resolve) => {
        waiting.set(id, { message, resolve });
        if (isUp) say(message);
      }),
    say: (message) => isUp && say(message),
    get isUp() {
      return isUp;
    },
    get url() {
      return url;
    },
    cut: () => socket?.terminate(),
    readsNot: (isDeaf) => {
      const reading = socket as Reading | undefined;
      if (isDeaf) reading?.pause();
      else reading?.resume();
    },
    stop() {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
      socket?.terminate();
    },
  };
}

/** The code of a refusal, as staff or as customers hear it. */
export function refusalOf(message: Heard): string | undefined {
  if (message.type !== 'refused') return undefined;
  const { refusal } = message;
  return typeof refusal === 'string' ? refusal : (refusal as { refusal: string }).refusal;
}
