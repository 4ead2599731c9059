import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the stand-in answers one request. */
export type Answer =
  'ok' | 'reset' | 'hang' | { readonly status: number; readonly retryAfter?: string; readonly code?: string };

/** One request as it arrived, whatever was answered. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A stand-in for the service behind Teams, which cannot be made to fail: it counts what reaches it. */
export interface Connector {
  readonly serviceUrl: string;
  readonly arrived: Arrived[];
  /** Decides each answer, by the number of the request from 1. */
  answer: (request: Arrived, number: number) => Answer;
  close(): Promise<void>;
}

export async function startConnector(): Promise<Connector> {
  const arrived: Arrived[] = [];
  const server = createServer((req, res) => void respond(req, res));
  async function respond(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const request: Arrived = {
      method: req.method ?? '',
      path: req.url ?? '',
      authorization: req.headers.authorization,
      body: text === '' ? {} : (JSON.parse(text) as Arrived['body']),
    };
    arrived.push(request);
    const answer = connector.answer(request, arrived.length);
    if (answer === 'hang') return;
    if (answer === 'reset') return void req.socket.destroy();
    res.setHeader('content-type', 'application/json');
    if (answer === 'ok') return void res.end(JSON.stringify({ id: `id-${arrived.length}` }));
    res.statusCode = answer.status;
    if (answer.retryAfter !== undefined) res.setHeader('retry-after', answer.retryAfter);
    res.end(JSON.stringify({ error: { code: answer.code ?? 'X', message: 'no' } }));
  }
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const connector: Connector = {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/amer/`,
    arrived,
    answer: () => 'ok',
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return connector;
}
