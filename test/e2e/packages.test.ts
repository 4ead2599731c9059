import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_ARGS, chromiumPath } from '../support/chromium.ts';
import { pageSource, reactSource, vueSource, wrongLines, wrongReactSource } from './support/consumers.ts';
import { installPacked, type Project } from './support/packed.ts';
import { serveFolder } from './support/serve-folder.ts';
import { runProgram, startProgram, type Program } from './support/start-program.ts';
import { typeCheck } from './support/type-check.ts';

// The four packages as a registry would give them out: packed, installed into an empty project, and run.

const PACKAGES = ['core', 'server', 'widget', 'bot'] as const;
let project: Project;
let server: Program;
const closing: (() => Promise<unknown>)[] = [];

before(async () => {
  project = await installPacked();
  closing.push(() => project.close());
  server = await startProgram(project, 'floorwalk-server', { FLOORWALK_DEMO: '1', PORT: '0' });
  closing.push(() => server.close());
});
after(async () => {
  for (const close of closing.toReversed()) await close();
});

const filesOf = (name: string): readonly string[] => project.files.get(`@floorwalk/${name}`) ?? [];
const inPackage = (name: string, file: string): Promise<string> =>
  project.read(`node_modules/@floorwalk/${name}/${file}`);

/** The packages that a file names in its imports. */
const importsOf = (code: string): readonly string[] =>
  [...code.matchAll(/(?:^(?:import|export)\b[^'"`]*?\bfrom |^import |\bimport\()['"]([^'".][^'"]*)['"]/gmu)].map(
    ([, specifier = '']) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
  );

for (const name of PACKAGES) {
  test(`@floorwalk/${name} holds code, its types and maps with their sources, a licence, and nothing of how it is made`, async () => {
    const files = filesOf(name);
    for (const file of ['package.json', 'README.md', 'LICENSE', 'index.js']) assert.ok(files.includes(file), file);
    if (name === 'server' || name === 'bot') assert.ok(files.includes('.env.example'), 'its settings');
    const strange = files.filter((file) =>
      /(?<!\.d)\.ts$|tsbuildinfo|tsconfig|vite\.config|node_modules|\.test\./u.test(file),
    );
    assert.deepEqual(strange, []);
    for (const file of files.filter((it) => it.endsWith('.js') && !it.startsWith('dist/'))) {
      assert.ok(files.includes(file.replace(/\.js$/u, '.d.ts')), `${file} has types`);
      const { sources, sourcesContent } = JSON.parse(await inPackage(name, `${file}.map`)) as Record<string, string[]>;
      assert.deepEqual([sources?.length, sources?.[0]?.includes('/'), sourcesContent?.length], [1, false, 1], file);
    }
    const {
      license,
      files: listed,
      types,
      devDependencies,
      scripts,
    } = JSON.parse(await inPackage(name, 'package.json')) as Record<string, unknown>;
    assert.deepEqual([license, types, devDependencies, scripts], ['MIT', './index.d.ts', undefined, undefined]);
    assert.ok(Array.isArray(listed));
  });

  test(`@floorwalk/${name} imports nothing that it does not depend on`, async () => {
    const manifest = JSON.parse(await inPackage(name, 'package.json')) as Readonly<Record<string, object | undefined>>;
    const known = { ...manifest['dependencies'], ...manifest['peerDependencies'] };
    const strange = new Set<string>();
    for (const file of filesOf(name).filter((it) => /\.(?:js|d\.ts)$/u.test(it) && !it.startsWith('dist/')))
      for (const imported of importsOf(await inPackage(name, file)))
        if (!isBuiltin(imported) && !(imported in known)) strange.add(`${file}: ${imported}`);
    assert.deepEqual([...strange], []);
  });
}

test('the installed server starts by its program, answers, and takes a conversation', async () => {
  const { url } = server;
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
  const post = async (path: string, body: object, token = ''): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    return (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<
      Record<string, unknown>
    >;
  };
  const { token } = await post('/demo/token', { role: 'integration', user: 'crm' });
  const { id } = await post(
    '/v1/conversations',
    { workstream: 'live-chat', customer: { name: 'Marta Olsen' } },
    String(token),
  );
  assert.equal(typeof id, 'string');
});

test('the installed server brings its scripts for Redis along', async () => {
  const scripts = `${project.folder}/node_modules/@floorwalk/server/store/redis/scripts.js`;
  const loaded = (await import(scripts)) as Readonly<Record<string, unknown>>;
  assert.ok(Object.keys(loaded).length > 0);
});

test('its other programs run: the store is copied, the record is looked at, a directory is asked for', async () => {
  const settings = { FLOORWALK_DEMO: '1', PORT: '0' };
  assert.match(await runProgram(project, 'floorwalk-backup', ['copy.db'], settings), /copied to .*copy\.db/u);
  assert.match(await runProgram(project, 'floorwalk-setup', [], settings), /Name the file/u);
  assert.match(await runProgram(project, 'floorwalk-audit-verify', [], settings), /demo|seal|record|tenant/iu);
  const ids = ['--app', 'no-id'];
  assert.match(await runProgram(project, 'floorwalk-bot-manifest', ids, {}), /--site|--app|needed|must/u);
});

test('the installed bot starts by its program and answers; without settings it says what it needs', async () => {
  const bot = await startProgram(project, 'floorwalk-bot', { BOT_DEMO: '1', BOT_PORT: '0', BOT_SERVER: server.url });
  closing.push(() => bot.close());
  assert.deepEqual(await (await fetch(`${bot.url}/healthz`)).json(), { ok: true });
  const turnedAway = await fetch(`${bot.url}/api/messages`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  assert.equal(turnedAway.status, 400);
  await assert.rejects(startProgram(project, 'floorwalk-bot', {}), /BOT_APP_ID is needed/u);
});

test('five lines that import the installed panels are bundled, and the panel connects from another origin', async () => {
  await project.write(
    'index.html',
    '<!doctype html><title>Mine</title><script type="module" src="./main.js"></script><main></main>',
  );
  await project.write(
    'main.js',
    `import '@floorwalk/widget/supervisor';
const panel = document.createElement('floorwalk-supervisor');
panel.server = '${server.url}';
panel.demo = 'supervisor';
document.querySelector('main').append(panel);\n`,
  );
  await build({ root: project.folder, configFile: false, logLevel: 'silent', build: { outDir: 'out' } });
  const site = await serveFolder(`${project.folder}/out`);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
  closing.push(
    () => browser.close(),
    () => site.close(),
  );
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(site.url);
  await page.getByRole('row', { name: /Marta Olsen/u }).waitFor();
  assert.deepEqual(errors, []);
});

test('the manifest of custom elements names files of the package, and editors find their data', async () => {
  const { modules } = JSON.parse(await inPackage('widget', 'custom-elements.json')) as { modules: { path: string }[] };
  const { customElements } = JSON.parse(await inPackage('widget', 'package.json')) as { customElements?: string };
  assert.equal(customElements, './custom-elements.json');
  assert.equal(modules.length, 10);
  for (const file of [...modules.map(({ path }) => path), 'vscode/html.json', 'vscode/css.json'])
    assert.ok(filesOf('widget').includes(file), file);
});

for (const [module, moduleResolution] of [
  ['esnext', 'bundler'],
  ['nodenext', 'nodenext'],
] as const)
  test(`a strict TypeScript project with moduleResolution ${moduleResolution} knows the elements, their events and the rules`, async () => {
    const files = await sourcesOf({ 'page.ts': pageSource, 'wrong.ts': pageSource + wrongLines });
    const said = await typeCheck(project.folder, files, { module, moduleResolution });
    assert.deepEqual(errorsIn(said), ["wrong.ts TS2345 'number'", "wrong.ts TS2551 'wordz'"]);
  });

test('React and Vue know the elements: what is right is accepted, what is wrong is said', async () => {
  for (const name of ['react', '@types/react', 'vue']) await project.link(name);
  const options = { module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx', skipLibCheck: 'true' };
  const files = await sourcesOf({ 'panel.tsx': reactSource, 'vue.ts': vueSource, 'wrong.tsx': wrongReactSource });
  assert.deepEqual(errorsIn(await typeCheck(project.folder, files, options)), [
    "wrong.tsx TS2322 'number'",
    "wrong.tsx TS2551 'wordz'",
    "wrong.tsx TS2339 'floorwalk-superviser'",
  ]);
});

/** Each error with its file and what it names first. */
const errorsIn = (said: string): readonly string[] =>
  [...said.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+): [^'\n]*('[^'\n]+')/gmu)].map(
    ([, file = '', code, name]) => `${basename(file)} ${code} ${name}`,
  );

const sourcesOf = (files: Readonly<Record<string, string>>): Promise<string[]> =>
  Promise.all(Object.entries(files).map(([file, text]) => project.write(file, text)));
