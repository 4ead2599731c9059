import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

let folder: string;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'floorwalk-'))));
after(() => rm(folder, { recursive: true, force: true }));

const setup = (...args: string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> =>
  new Promise((resolve) => {
    const script = fileURLToPath(new URL('../../server/setup.ts', import.meta.url));
    const env = { ...process.env, FLOORWALK_DATA: join(folder, 'data'), REDIS_URL: '' };
    execFile(process.execPath, [script, ...args], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

test('a directory file is loaded into the store, and loading it again changes nothing', async () => {
  const file = join(folder, 'acme.json');
  const people = { ada: { name: 'Ada', roles: ['administrator'] } };
  await writeFile(file, JSON.stringify({ tenant: 'acme', queues: { support: { name: 'Support' } }, people }));
  const first = await setup(file);
  assert.deepEqual(first, {
    code: 0,
    out: 'added queue:support\nadded person:ada\nacme: 2 added, 0 changed, 0 as they were\n',
    err: '',
  });
  assert.match((await setup(file)).out, /0 added, 0 changed, 2 as they were/u);
});

test('a file that cannot be used is said to be so, all of it, and ends with a failure', async () => {
  const file = join(folder, 'bad.json');
  await writeFile(file, JSON.stringify({ queues: { support: {} }, people: { ana: { name: 'Ana', roles: ['boss'] } } }));
  const { code, err } = await setup(file);
  assert.equal(code, 1);
  assert.equal(err.trim().split('\n').length, 3, err);
  assert.equal((await setup()).code, 1);
  assert.equal((await setup(join(folder, 'nowhere.json'))).code, 1);
});

test('keys that a file wants are made when it is first loaded, and written out that once', async () => {
  const file = join(folder, 'keys.json');
  const crm = { name: 'CRM', rights: ['open'], keys: [{ label: 'main' }] };
  await writeFile(file, JSON.stringify({ tenant: 'acme', integrations: { crm } }));
  const first = await setup(file);
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /^key of integration:crm \(main\): fw~acme~crm~[\w-]{43}$/mu);
  assert.match(first.out, /shown this once/u);
  const again = await setup(file);
  assert.ok(!again.out.includes('fw~'));
  assert.match(again.out, /0 added, 0 changed, 1 as they were/u);
});
