import { connect } from 'node:net';

export interface HttpLoad {
  readonly port: number;
  readonly connections: number;
  /** The request of one connection's turn. */
  readonly request: (
    connection: number,
    turn: number,
  ) => { readonly path: string; readonly token: string; readonly body: object };
}

/** Posts on kept-alive connections, each as soon as its last was answered, for so long; throws at anything but 2xx. The number answered. */
export async function post({ port, connections, request }: HttpLoad, ms: number): Promise<number> {
  const until = performance.now() + ms;
  const counts = await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      const line = await openLine(port);
      let turn = 0;
      while (performance.now() < until) {
        const { path, token, body } = request(connection, turn++);
        let status = await line.post(path, token, JSON.stringify(body));
        // A machine that others use too may leave the store behind for a moment; clients are told to ask again.
        while (status.startsWith('503')) {
          await new Promise((later) => setTimeout(later, 100));
          status = await line.post(path, token, JSON.stringify(body));
        }
        if (!/^2\d\d$/u.test(status.slice(0, 3))) throw new Error(`POST ${path}: ${status}`);
      }
      line.close();
      return turn;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

interface Line {
  /** Status, and where it is no success the whole answer. */
  post(path: string, token: string, body: string): Promise<string>;
  close(): void;
}

/** One kept-alive connection that reads no more of an answer than where it ends. */
async function openLine(port: number): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let heard = '';
  let answered: (status: string) => void = () => {};
  let failed: (cause: Error) => void = () => {};
  socket.on('data', (data) => {
    heard += data.toString('latin1');
    const head = heard.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/iu.exec(heard.slice(0, head))?.[1]);
    if (Number.isNaN(length)) throw new Error(`An answer without a length: ${heard}`);
    if (heard.length < head + 4 + length) return;
    const answer = heard;
    heard = '';
    const status = answer.slice(9, 12);
    answered(status.startsWith('2') ? status : answer.slice(9));
  });
  await new Promise<void>((done, refused) => socket.once('connect', done).once('error', refused));
  socket.on('error', () => {});
  socket.on('close', () => failed(new Error('The server closed the connection.')));
  return {
    post: (path, token, body) => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      answered = resolve;
      failed = reject;
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      return promise;
    },
    close: () => void socket.destroy(),
  };
}
