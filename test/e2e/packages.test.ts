import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_ARGS, chromiumPath } from '../support/chromium.ts';
import { installPacked, type Project } from './support/packed.ts';
import { serveFolder } from './support/serve-folder.ts';
import { startProgram, type Program } from './support/start-program.ts';
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
    const { dependencies = {} } = JSON.parse(await inPackage(name, 'package.json')) as { dependencies?: object };
    const strange = new Set<string>();
    for (const file of filesOf(name).filter((it) => /\.(?:js|d\.ts)$/u.test(it) && !it.startsWith('dist/')))
      for (const imported of importsOf(await inPackage(name, file)))
        if (!isBuiltin(imported) && !(imported in dependencies)) strange.add(`${file}: ${imported}`);
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

for (const [module, moduleResolution] of [
  ['esnext', 'bundler'],
  ['nodenext', 'nodenext'],
] as const)
  test(`a strict TypeScript project with moduleResolution ${moduleResolution} knows the elements, their events and the rules`, async () => {
    const source = await project.write('consumer.ts', consumer);
    assert.equal(await typeCheck(project.folder, [source], { module, moduleResolution }), '');
    const wrong = await project.write(
      'wrong.ts',
      `${consumer}\npanel.monitor(1);\npanel.addEventListener('floorwalk-panel-closed', (event) => event.wordz);`,
    );
    const said = await typeCheck(project.folder, [wrong], { module, moduleResolution });
    assert.match(said, /TS2345.*'number'/u);
    assert.match(said, /'wordz' does not exist/u);
  });

const consumer = `import '@floorwalk/widget/supervisor';
import { FloorwalkFloor, type CommandRequestedEvent } from '@floorwalk/widget';
import type { Refusal } from '@floorwalk/core';
import { whyNot } from '@floorwalk/core/policy';
import type { FloorwalkServer } from '@floorwalk/server';
import { start } from '@floorwalk/bot';

class Floor extends FloorwalkFloor {}
customElements.define('acme-floor', Floor);
const panel = document.createElement('floorwalk-supervisor');
panel.getToken = async () => 'token';
panel.monitor('c-1', { customer: 'Marta', beside: true });
panel.addEventListener('floorwalk-command-requested', (event) => {
  const asked: CommandRequestedEvent = event;
  if (asked.command === 'transfer') event.preventDefault();
});
panel.addEventListener('floorwalk-attention-changed', ({ count }) => (document.title = \`\${count}\`));
export const why = (refusal: Refusal): string => refusal.refusal;
export const rules: unknown = whyNot;
export const running: Promise<Pick<FloorwalkServer, 'url'>> = start({});
`;
