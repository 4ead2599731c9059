import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

let folder: string;
const children: ChildProcess[] = [];
before(async () => (folder = await mkdtemp(join(tmpdir(), 'floorwalk-'))));
after(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
  /** The address once it listens. */
  readonly url: Promise<string>;
}

function start(env: Readonly<Record<string, string>>): Started {
  const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', FLOORWALK_DATA: join(folder, 'data'), PORT: '0', ...env },
  });
  children.push(child);
  let [out, err] = ['', ''];
  const { promise: url, resolve } = Promise.withResolvers<string>();
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
    const found = /"url":"([^"]+)"/u.exec(out)?.[1];
    if (found !== undefined) resolve(found);
  });
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((done) =>
    child.once('close', (code) => done({ code, out, err })),
  );
  return { child, ended, url };
}

test('the demonstration does not start where others could reach it, and says so without a stack', async () => {
  const { code, err } = await start({ FLOORWALK_DEMO: '1', HOST: '0.0.0.0' }).ended;
  assert.equal(code, 1);
  assert.match(err, /FLOORWALK_DEMO gives everybody who can reach it every right/u);
  assert.doesNotMatch(err, /\n\s+at /u);
});

test('wrong settings are all said at once', async () => {
  const { code, err } = await start({ PORT: 'many', LOG_LEVEL: 'loud' }).ended;
  assert.equal(code, 1);
  assert.match(err, /PORT must be/u);
  assert.match(err, /LOG_LEVEL must be/u);
});

test('a signal stops the server cleanly, and what was acknowledged is there after a restart', async () => {
  const first = start({ FLOORWALK_DEMO: '1' });
  const url = await first.url;
  const json = { 'content-type': 'application/json' };
  const tokenOf = async (at: string, role: string): Promise<string> => {
    const answered = await fetch(`${at}/demo/token`, { method: 'POST', headers: json, body: JSON.stringify({ role }) });
    return ((await answered.json()) as { token: string }).token;
  };
  const opened = await fetch(`${url}/v1/conversations`, {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${await tokenOf(url, 'integration')}` },
    body: JSON.stringify({ id: 'kept', workstream: 'live-chat', customer: { name: 'Mara' } }),
  });
  assert.equal(opened.status, 201);
  first.child.kill('SIGTERM');
  const { code, out } = await first.ended;
  assert.equal(code, 0);
  assert.match(out, /Floorwalk has stopped/u);
  const second = start({ FLOORWALK_DEMO: '1' });
  const again = await second.url;
  const headers = { authorization: `Bearer ${await tokenOf(again, 'supervisor')}` };
  const read = await fetch(`${again}/v1/conversations/kept`, { headers });
  assert.equal(((await read.json()) as { state: string }).state, 'open');
  second.child.kill('SIGINT');
  assert.equal((await second.ended).code, 0);
});

test('a port that is taken is said in a sentence', async () => {
  const first = start({ FLOORWALK_DEMO: '1', FLOORWALK_DATA: join(folder, 'one') });
  const { port } = new URL(await first.url);
  const { code, err } = await start({ FLOORWALK_DEMO: '1', FLOORWALK_DATA: join(folder, 'two'), PORT: port }).ended;
  assert.equal(code, 1);
  assert.match(err, /is taken/u);
  first.child.kill('SIGTERM');
  await first.ended;
});
