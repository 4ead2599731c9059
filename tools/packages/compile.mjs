// Compiles a project to JavaScript with types and source maps, as a registry's packages hold them.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc');

/** Compiles the project into a folder: `.js`, `.d.ts` and `.js.map`, each map with its source in it. */
export function compile(project, folder) {
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', project, '--outDir', folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${project} does not compile:\n${stdout}`);
  for (const file of globSync('**/*.d.ts', { cwd: folder })) change(join(folder, file), forConsumers);
  for (const file of globSync('**/*.js.map', { cwd: folder })) change(join(folder, file), withOwnName);
}

function change(file, edit) {
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
}

/**
 * The compiler rewrites `./words.ts` to `./words.js` in JavaScript and leaves it in declarations. Types that it finds by
 * itself it names by where they are declared, a package that ours does not depend on.
 */
const forConsumers = (text) =>
  text
    .replace(/(from |import\(|import )(['"])(\.{1,2}\/[^'"]+)\.ts\2/gu, '$1$2$3.js$2')
    .replace(/import\("lit-html"\)/gu, 'import("lit")');

/** A map names its source by the file's own name, so that it says nothing of the machine it was made on. */
const withOwnName = (text) => {
  const map = JSON.parse(text);
  return JSON.stringify({ ...map, sourceRoot: '', sources: map.sources.map((source) => basename(source)) });
};
