import { Agent, request } from 'node:http';

/** What the server answered; status 0: it closed the connection without an answer, which a broken request may get. */
export interface Raw {
  readonly status: number;
  readonly text: string;
}

export interface RawAsk {
  readonly method: string;
  /** Sent as it is. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** Sends requests as they are, without a browser's corrections, over a few connections that are kept. */
export function openWire(url: string): { ask(asked: RawAsk): Promise<Raw>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const { hostname, port } = new URL(url);
  return {
    ask: ({ method, path, headers, body }) =>
      new Promise((resolve) => {
        const sent = request({ agent, host: hostname, port, method, path, headers }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          const end = (): void => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() });
          response.on('end', end);
          response.on('error', end);
        });
        sent.on('error', () => resolve({ status: 0, text: '' }));
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}
