import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';

/** A site on a free port of its own: another origin than Floorwalk's server. */
export interface ServedSite {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder; `configure` adds headers and routes before it. */
export async function serveFolder(folder: string, configure?: (app: Express) => void): Promise<ServedSite> {
  const app = express();
  configure?.(app);
  // What browsers ask for by themselves.
  app.get('/favicon.ico', (_request, response) => void response.status(204).end());
  app.use(express.static(folder, { extensions: ['html'] }));
  const server = await new Promise<Server>((resolve) => {
    const listening = createServer(app).listen(0, '127.0.0.1', () => resolve(listening));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
