import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { builtFiles } from '../../../server/http/built-files.ts';

const PANEL = `export const panel = '${'floor '.repeat(200)}';\n`;
const PLAIN = 'export const plain = 1;\n';

let folder: string;
let http: Server;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'floorwalk-built-'));
  await mkdir(join(folder, 'chunks'));
  await writeFile(join(folder, 'panel.js'), PANEL);
  await writeFile(join(folder, 'panel.js.br'), brotliCompressSync(PANEL));
  await writeFile(join(folder, 'panel.js.gz'), gzipSync(PANEL));
  await writeFile(join(folder, 'chunks/de-1.js'), PANEL);
  await writeFile(join(folder, 'chunks/de-1.js.gz'), gzipSync(PANEL));
  await writeFile(join(folder, 'plain.js'), PLAIN);
  const app = express();
  app.use('/panels', builtFiles(folder));
  http = createServer(app);
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
});
after(async () => {
  http.close();
  await rm(folder, { recursive: true, force: true });
});

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The bytes as they are sent; `fetch` would unpack them. */
const get = (path: string, headers: Record<string, string> = {}): Promise<Got> =>
  new Promise((done, failed) => {
    const { port } = http.address() as AddressInfo;
    request({ host: '127.0.0.1', port, path: `/panels/${path}`, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    })
      .on('error', failed)
      .end();
  });

test('a browser gets a file as it was packed when it was built, in the smallest form that it takes', async () => {
  const packed = await get('panel.js', { 'accept-encoding': 'gzip, deflate, br' });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(packed.body).toString(), PANEL);
  assert.equal(packed.headers['content-length'], String(packed.body.length));
  const zipped = await get('panel.js?v=1', { 'accept-encoding': 'gzip' });
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(zipped.body).toString(), PANEL);
  const nested = await get('chunks/de-1.js', { 'accept-encoding': 'br, gzip' });
  assert.equal(nested.headers['content-encoding'], 'gzip');
  for (const { headers } of [packed, zipped, nested]) {
    assert.match(headers['content-type'] ?? '', /^text\/javascript/u);
    assert.match(headers.vary ?? '', /Accept-Encoding/u);
  }
});

test('who takes nothing packed, or asks for a part, gets the file as it is, and no cache mixes the two up', async () => {
  for (const headers of [{}, { 'accept-encoding': 'identity' }, { 'accept-encoding': 'br;q=0, gzip;q=0' }]) {
    const plain = await get('panel.js', headers);
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(plain.body.toString(), PANEL);
    assert.match(plain.headers.vary ?? '', /Accept-Encoding/u);
  }
  const part = await get('panel.js', { 'accept-encoding': 'br', range: 'bytes=0-5' });
  assert.equal(part.status, 206);
  assert.equal(part.body.toString(), PANEL.slice(0, 6));
  assert.equal((await get('plain.js', { 'accept-encoding': 'br' })).body.toString(), PLAIN);
});

test('each form has a tag of its own, by which a browser that has it is told so', async () => {
  const packed = await get('panel.js', { 'accept-encoding': 'br' });
  const plain = await get('panel.js');
  assert.notEqual(packed.headers.etag, plain.headers.etag);
  const again = await get('panel.js', { 'accept-encoding': 'br', 'if-none-match': packed.headers.etag ?? '' });
  assert.equal(again.status, 304);
});

test('what is not there is not found, and nothing outside of the folder is looked for', async () => {
  for (const path of ['none.js', '../panel.js', '%2e%2e/panel.js', 'chunks/../../panel.js', '']) {
    const { status, headers } = await get(path, { 'accept-encoding': 'br' });
    assert.equal(status, 404, path);
    assert.equal(headers['content-encoding'], undefined, path);
  }
});

test('what has its hash in its name is never asked for again, everything else is asked for each time', async () => {
  for (const headers of [{}, { 'accept-encoding': 'gzip' }]) {
    const hashed = await get('chunks/de-1.js', headers);
    assert.equal(hashed.headers['cache-control'], 'public, max-age=31536000, immutable');
    const named = await get('panel.js', headers);
    assert.equal(named.headers['cache-control'], 'public, max-age=0');
    assert.match(named.headers.etag ?? '', /./u);
  }
  const gone = await get('chunks/gone-1.js');
  assert.equal(gone.status, 404);
  assert.equal(gone.headers['cache-control'], undefined);
});
