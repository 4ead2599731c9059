// A page that is not ours, on an origin that is not Floorwalk's, with a policy that allows nothing it does not name.
// `npm start` in one terminal and `node examples/foreign/serve.mjs` in another; then http://localhost:4000.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
const WRITTEN = 'http://localhost:3000';

/** What the page may do: run its own scripts and Floorwalk's, talk to Floorwalk, and make markup by these two policies. */
export const policyFor = (floorwalk) =>
  [
    "default-src 'none'",
    `script-src 'self' ${floorwalk}`,
    "style-src 'self'",
    `connect-src ${floorwalk} ${floorwalk.replace(/^http/u, 'ws')}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types ledgerline floorwalk-supervisor',
  ].join('; ');

/** Serves the page for this Floorwalk; resolves once it listens. */
export function serveForeign({ floorwalk = WRITTEN, port = 0, host = '127.0.0.1' } = {}) {
  const site = createServer((request, response) => {
    const path = new URL(request.url ?? '/', WRITTEN).pathname;
    const file = path === '/' ? 'case.html' : path.slice(1);
    const type = /^[a-z]+\.(?:html|css|js)$/u.test(file) && TYPES[extname(file)];
    if (!type) return void response.writeHead(404).end();
    readFile(join(import.meta.dirname, file), 'utf8').then(
      (text) => {
        const headers = { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policyFor(floorwalk) };
        response.writeHead(200, headers).end(text.replaceAll(WRITTEN, floorwalk));
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    site.listen(port, host, () =>
      resolve({
        url: `http://${host}:${site.address().port}`,
        close: () => new Promise((closed) => site.close(closed) && site.closeAllConnections()),
      }),
    );
  });
}

if (import.meta.main) {
  const { url } = await serveForeign({ floorwalk: process.env.FLOORWALK ?? WRITTEN, port: 4000, host: 'localhost' });
  process.stdout.write(`The foreign page is at ${url}\n`);
}
