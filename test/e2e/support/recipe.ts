import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, compileScript } from 'vue/compiler-sfc';
import { build, type Plugin } from 'vite';
import express from 'express';
import { serveFolder, type ServedSite } from './serve-folder.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The files that a page of the documentation shows, by their titles. */
export async function filesOf(page: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(root, 'docs', page), 'utf8');
  return new Map(
    [...text.matchAll(/^```\w+ title=(\S+)\n([^]*?)^```$/gmu)].map(([, title = '', code = '']) => [title, code]),
  );
}

/** The text with the server and the place of the panels' files that there are here. */
const withServer = (text: string, server: string): string =>
  text
    .replaceAll('https://panels.example.com/floorwalk', `${server}/widget`)
    .replaceAll('https://floorwalk.example.com', server);

/** What a reader of the recipe has of their own: a sign-in. */
const identity = (server: string): string => `export const freshToken = async () => {
  const body = JSON.stringify({ role: 'supervisor', user: 'ines' });
  const headers = { 'content-type': 'application/json' };
  return (await (await fetch('${server}/demo/token', { method: 'POST', headers, body })).json()).token;
};\n`;

/**
 * A site with a recipe's files as its page shows them and `more` of the reader's own, on an origin of its own. The
 * server of the text is this one. With `isBuilt`, Vite bundles it first.
 */
export async function siteOf(
  page: string,
  server: string,
  more: Readonly<Record<string, string>> = {},
  isBuilt = false,
): Promise<ServedSite> {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-recipe-'));
  const files = new Map([...(await filesOf(page)), ['identity.js', identity(server)], ...Object.entries(more)]);
  assert.ok(files.size > 1);
  for (const [title, text] of files) {
    await mkdir(dirname(join(folder, title)), { recursive: true });
    await writeFile(join(folder, title), withServer(text, server));
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  if (isBuilt)
    await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [singleFileComponents],
      build: { outDir: 'out' },
    });
  const site = await serveFolder(isBuilt ? join(folder, 'out') : folder, (app) => {
    app.use(/^\/(?:assets\/)?floorwalk/u, express.static(join(root, 'widget/dist')));
  });
  return {
    url: site.url,
    close: async () => {
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Vue's own compiler, with the option that the recipe names. */
const singleFileComponents: Plugin = {
  name: 'vue-components',
  transform(source, id) {
    if (!id.endsWith('.vue')) return undefined;
    const { descriptor, errors } = parse(source, { filename: id });
    assert.deepEqual(errors, []);
    const compilerOptions = { isCustomElement: (tag: string) => tag.startsWith('floorwalk-') };
    return compileScript(descriptor, { id, inlineTemplate: true, templateOptions: { compilerOptions } }).content;
  },
};
