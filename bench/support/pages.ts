import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

/** Serves the built panels under `/widget/` and `bench/pages/` under `/`, from memory after the first time. */
export async function servePages(): Promise<{ readonly url: string; close(): void }> {
  const known = new Map<string, Buffer>();
  const read = async (path: string): Promise<Buffer> => {
    const file = path.startsWith('/widget/') ? `../../widget/dist/${path.slice(8)}` : `../pages${path}`;
    const content = known.get(path) ?? (await readFile(fileURLToPath(new URL(file, import.meta.url))));
    known.set(path, content);
    return content;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page');
    read(pathname).then(
      (content) =>
        response
          .writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream' })
          .end(content),
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address !== 'object') throw new Error('The pages have no address.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
