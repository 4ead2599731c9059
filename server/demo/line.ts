import { WebSocket } from 'ws';

/** One socket of a made-up client: what it says and hears, JSON both ways. Comes back by itself until stopped. */
export interface Line {
  send(message: object): void;
  stop(): void;
}

export interface LineOptions {
  readonly url: string;
  /** The first message of every connection; made anew because tokens expire. */
  readonly hello: () => Promise<object>;
  readonly heard: (message: { readonly type: string } & Record<string, unknown>) => void;
}

const AGAIN_MS = 1_000;

/** Opens a line to the server and keeps it open. */
export function openLine({ url, hello, heard }: LineOptions): Line {
  let socket: WebSocket | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const connect = (): void => {
    if (isStopped) return;
    socket = new WebSocket(url, { perMessageDeflate: false });
    socket.on('open', () => {
      void hello().then(
        (message) => socket?.send(JSON.stringify(message)),
        () => socket?.close(),
      );
    });
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as { type: string };
      if (message.type === 'heartbeat') socket?.send('{"type":"pong"}');
      heard(message);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      if (!isStopped) timer = setTimeout(connect, AGAIN_MS);
    });
  };
  connect();

  return {
    send: (message) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      socket?.terminate();
    },
  };
}
