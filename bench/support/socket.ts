import { connect, type Socket } from 'node:net';

/** A WebSocket client that costs almost nothing: it counts frames and reads the text only of those it is asked to. */
export interface LoadSocket {
  /** Sends text frames, all in one write. */
  send(...texts: string[]): void;
  close(): void;
}

export interface LoadOptions {
  readonly port: number;
  readonly path: string;
  /** Each whole frame: its length in bytes without the header, its text when asked for, and a way to answer. */
  readonly frame: (length: number, text: () => string, answer: (text: string) => void) => void;
  readonly closed?: () => void;
}

/** One buffer for all sockets: what is read is looked at before the next read. */
const shared = Buffer.allocUnsafe(256 * 1024);
const MASK = Buffer.from([0, 0, 0, 0]);

/** Opens one; resolves when the server has agreed to the upgrade. */
export async function openSocket({ port, path, frame, closed }: LoadOptions): Promise<LoadSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let isUpgraded = false;
  /** Bytes of an unfinished frame. */
  let rest: Buffer = Buffer.alloc(0);

  const send = (...texts: string[]): void => void socket.write(Buffer.concat(texts.map(masked)));
  const read = (bytes: Buffer): void => {
    let at = 0;
    for (;;) {
      const left = bytes.length - at;
      if (left < 2) break;
      const short = (bytes[at + 1] ?? 0) & 0x7f;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (left < header) break;
      const length =
        short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
      if (left < header + length) break;
      const start = at + header;
      frame(length, () => bytes.toString('utf8', start, start + length), send);
      at = start + length;
    }
    rest = at === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(at));
  };

  const hear = (size: number, buffer: Uint8Array): boolean => {
    const chunk = Buffer.from(buffer.buffer, buffer.byteOffset, size);
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (isUpgraded) read(bytes);
    else {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) rest = Buffer.from(bytes);
      else if (!bytes.toString('latin1', 0, 12).endsWith('101')) reject(new Error(bytes.toString('latin1', 0, end)));
      else {
        isUpgraded = true;
        resolve();
        read(bytes.subarray(end + 4));
      }
    }
    return true;
  };

  const socket: Socket = connect({
    port,
    host: '127.0.0.1',
    noDelay: true,
    onread: { buffer: shared, callback: hear },
  });
  socket.on('error', reject);
  socket.on('close', () => {
    reject(new Error('closed'));
    closed?.();
  });
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  await promise;
  return {
    send,
    close: () => void socket.destroy(),
  };
}

/** One text frame of a client; masked with zeros, which leaves the text as it is. */
function masked(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, 0x80 | body.length])
      : Buffer.from([0x81, 0x80 | 126, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([head, MASK, body]);
}
