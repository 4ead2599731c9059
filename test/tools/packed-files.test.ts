import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { packedFiles } from '../../tools/packed-files.mjs';

test('beside each built script lies the same packed, and beside nothing else', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-packed-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'a.js'), `console.log('${'again '.repeat(300)}');\n`);
  const outDir = join(folder, 'out');
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [packedFiles()],
    build: {
      outDir,
      sourcemap: true,
      rolldownOptions: { input: join(folder, 'a.js'), output: { entryFileNames: '[name].js' } },
    },
  });
  assert.deepEqual((await readdir(outDir)).toSorted(), ['a.js', 'a.js.br', 'a.js.gz', 'a.js.map']);
  const plain = await readFile(join(outDir, 'a.js'));
  assert.deepEqual(brotliDecompressSync(await readFile(join(outDir, 'a.js.br'))), plain);
  assert.deepEqual(gunzipSync(await readFile(join(outDir, 'a.js.gz'))), plain);
});
