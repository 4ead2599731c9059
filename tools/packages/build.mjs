// `npm run packages [-- FOLDER]`: builds what is published, one folder for each package, in dist/packages or FOLDER.
// Then `npm publish FOLDER/core` and so on.
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { compile } from './compile.mjs';
import { analyse } from '../panels/analyse.mjs';
import { cssData, htmlData } from '../panels/editor-data.mjs';
import { frameworkTypes } from '../panels/frameworks.mjs';
import { published } from './published.mjs';

const root = join(import.meta.dirname, '../..');
const target = resolve(process.argv[2] ?? join(root, 'dist/packages'));
const here = (file) => join(import.meta.dirname, file);

/** Files that the compiler does not copy. */
const EXTRA = {
  core: ['SPEC.md', 'protocol/PROTOCOL.md'],
  server: ['{http,store}/**/*.lua'],
  widget: [],
  bot: ['.env.example'],
};

const compiled = mkdtempSync(join(tmpdir(), 'floorwalk-packages-'));
try {
  compile(here('tsconfig.programs.json'), join(compiled, 'programs'));
  compile(here('tsconfig.panels.json'), join(compiled, 'panels'));
  rmSync(target, { recursive: true, force: true });
  for (const name of ['core', 'server', 'bot']) lay(name, join(compiled, 'programs', name));
  lay('widget', join(compiled, 'panels/widget'), describePanels(join(target, 'widget')));
  bundle(join(target, 'widget/dist'));
} finally {
  rmSync(compiled, { recursive: true, force: true });
}
console.log(`core, server, widget and bot are in ${target}`);

/** One package: what was compiled, what goes along, the licence, and its package.json. */
function lay(name, from, exports) {
  const folder = join(target, name);
  cpSync(from, folder, { recursive: true });
  for (const file of globSync(EXTRA[name], { cwd: join(root, name) })) copy(join(root, name, file), join(folder, file));
  copy(join(root, name, 'README.md'), join(folder, 'README.md'));
  copy(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  if (name === 'server') copy(join(root, '.env.example'), join(folder, '.env.example'));
  const workspace = JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8'));
  const manifest = published(workspace, exports);
  for (const file of Object.values(manifest.bin ?? {})) makeProgram(join(folder, file));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

/** A program starts with the line that names Node; its map begins a line later. */
function makeProgram(file) {
  writeFileSync(file, `#!/usr/bin/env node\n${readFileSync(file, 'utf8')}`);
  const map = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  writeFileSync(`${file}.map`, JSON.stringify({ ...map, mappings: `;${map.mappings}` }));
}

/** What editors and frameworks read of the panels. Answers the exports that it adds. */
function describePanels(folder) {
  const manifest = analyse();
  const declarations = manifest.modules.flatMap((it) => it.declarations);
  const types = frameworkTypes(declarations);
  const data = {
    'custom-elements.json': manifest,
    'vscode/html.json': htmlData(declarations),
    'vscode/css.json': cssData(declarations),
  };
  const files = [
    ...Object.entries(data).map(([file, content]) => [file, `${JSON.stringify(content, null, 2)}\n`]),
    ...Object.entries(types).map(([file, content]) => [`frameworks/${file}`, content]),
  ];
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return {
    './dist/*': './dist/*',
    './custom-elements.json': './custom-elements.json',
    ...Object.fromEntries(
      ['react', 'preact', 'svelte', 'vue'].map((name) => [`./${name}`, { types: `./frameworks/${name}.d.ts` }]),
    ),
  };
}

/** The panels as files for a script tag: what the workspace's own build runs, into the package. */
function bundle(outDir) {
  const cwd = join(root, 'widget');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { scripts } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
  for (const command of scripts.build.split('&&')) {
    const args = command.trim().split(' ').slice(1);
    execFileSync(process.execPath, [vite, ...args, '--outDir', outDir, '--logLevel', 'warn'], {
      cwd,
      stdio: 'inherit',
    });
  }
}
