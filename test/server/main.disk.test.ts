import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

/** A server whose files may be no longer than this: the disk takes what fits and nothing after it. */
function start(folder: string, kilobytes: number | 'unlimited') {
  const child: ChildProcess = spawn(
    '/bin/bash',
    ['-c', `ulimit -f ${kilobytes}; exec "$0" "$1"`, process.execPath, main],
    {
      env: { PATH: process.env['PATH'] ?? '', FLOORWALK_DATA: folder, PORT: '0', FLOORWALK_DEMO: '1' },
    },
  );
  let said = '';
  const listens = Promise.withResolvers<string>();
  const hear = (data: Buffer): void => {
    said += data.toString();
    const url = /"url":"([^"]+)"/u.exec(said)?.[1];
    if (url !== undefined) listens.resolve(url);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = new Promise<{ readonly code: number | null; readonly said: string }>((done) =>
    child.once('close', (code) => {
      listens.reject(new Error(said));
      done({ code, said });
    }),
  );
  listens.promise.catch(() => {});
  return { child, url: listens.promise, ended };
}

const json = { 'content-type': 'application/json' };

async function opener(url: string): Promise<() => Promise<number>> {
  const answered = await fetch(`${url}/demo/token`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ role: 'integration' }),
  });
  const { token } = (await answered.json()) as { token: string };
  const body = JSON.stringify({ workstream: 'live-chat', customer: { name: 'Mara' }, subject: 'x'.repeat(2_000) });
  return async () =>
    (
      await fetch(`${url}/v1/conversations`, {
        method: 'POST',
        headers: { ...json, authorization: `Bearer ${token}` },
        body,
      })
    ).status;
}

test('a disk that takes nothing more: not ready and why, stopped in order, and everything is there again', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-'));
  const children: ChildProcess[] = [];
  t.after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  const begin = (limit: number | 'unlimited') => {
    const started = start(folder, limit);
    children.push(started.child);
    return started;
  };
  const first = begin(1_500);
  const url = await first.url;
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
  const open = await opener(url);
  let opened = 0;
  while ((await open()) === 201) opened += 1;
  assert.ok(opened > 0);
  const ready = await fetch(`${url}/readyz`);
  assert.equal(ready.status, 503);
  assert.match(await ready.text(), /storeUnreachable.*takes no command: the disk/u);
  first.child.kill('SIGTERM');
  const stopped = await first.ended;
  assert.equal(stopped.code, 0, stopped.said);
  assert.match(stopped.said, /Floorwalk has stopped/u);

  const second = begin(8);
  const refused = await second.ended;
  assert.equal(refused.code, 1);
  assert.match(refused.said, /Cannot open the store in .*: the disk/u);

  const third = begin('unlimited');
  assert.equal((await fetch(`${await third.url}/readyz`)).status, 200);
  assert.equal(await (await opener(await third.url))(), 201);
});
