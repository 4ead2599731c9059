import { connect, type Socket } from 'node:net';

export type Reply = string | number | null | Error | readonly Reply[];

/** A Redis client that does nothing but write commands and read replies: the ceiling of what a client can do. */
export class Resp {
  readonly #socket: Socket;
  readonly #waiting: ((reply: Reply) => void)[] = [];
  #first = 0;
  #unsent: Buffer[] = [];
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(path: string) {
    this.#socket = connect({ path });
    this.#socket.on('data', (data) => this.#read(data));
  }

  /** Sends with whatever else is sent in this turn. An error of Redis is a reply. */
  send(command: Buffer): Promise<Reply> {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    this.#waiting.push(resolve);
    if (this.#unsent.push(command) === 1) process.nextTick(() => this.#flush());
    return promise;
  }

  close(): void {
    this.#socket.destroy();
  }

  #flush(): void {
    const unsent = this.#unsent;
    this.#unsent = [];
    this.#socket.write(unsent.length === 1 ? (unsent[0] ?? '') : Buffer.concat(unsent));
  }

  #read(data: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? data : Buffer.concat([this.#bytes, data]);
    this.#at = 0;
    for (;;) {
      const start = this.#at;
      const reply = this.#reply();
      if (reply === undefined) {
        this.#bytes = this.#bytes.subarray(start);
        return;
      }
      this.#waiting[this.#first++]?.(reply);
      if (this.#first < 4_096) continue;
      this.#waiting.splice(0, this.#first);
      this.#first = 0;
    }
  }

  /** The next reply, or undefined while not all of it is there. */
  #reply(): Reply | undefined {
    const end = this.#bytes.indexOf('\r\n', this.#at);
    if (end < 0) return undefined;
    const kind = String.fromCharCode(this.#bytes[this.#at] ?? 0);
    const line = this.#bytes.toString('latin1', this.#at + 1, end);
    this.#at = end + 2;
    if (kind === '+') return line;
    if (kind === ':') return Number(line);
    if (kind === '-') return new Error(line);
    const length = Number(line);
    if (length < 0) return null;
    return kind === '$' ? this.#text(length) : this.#list(length);
  }

  #text(length: number): string | undefined {
    const end = this.#at + length;
    if (this.#bytes.length < end + 2) return undefined;
    const text = this.#bytes.toString('utf8', this.#at, end);
    this.#at = end + 2;
    return text;
  }

  #list(length: number): Reply[] | undefined {
    const items: Reply[] = [];
    for (let i = 0; i < length; i++) {
      const item = this.#reply();
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  }
}

/** A command as it goes over the wire. */
export function encoded(command: readonly string[]): Buffer {
  const parts = command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`);
  return Buffer.from(`*${command.length}\r\n${parts.join('')}`);
}
