import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defineConfig } from 'vite';
import { leanTemplates, leanValues } from '../tools/lean-templates.mjs';
import { leanWords } from '../tools/lean-words.mjs';
import { ownPolicy } from '../tools/own-policy.mjs';
import { packedFiles } from '../tools/packed-files.mjs';
import { customerEn } from './strings/customer/en.ts';
import { en } from './strings/en/index.ts';

const at = (path: string): string => join(import.meta.dirname, path);
const files = globSync('elements/*/define.ts', { cwd: import.meta.dirname });
const entries = Object.fromEntries(files.map((file) => [basename(dirname(file)), at(file)]));

/** Languages are single files without styles: Vite's own loader of them would be the size of one. */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id: string) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
} as const;

/** A staff language's file is called by its language: `de`, `de-administrator`. */
const languageOf = (file: string | null): string | undefined => {
  const [, language, table] = /\/strings\/([a-z]{2})\/(index|administrator)\.ts$/u.exec(file ?? '') ?? [];
  return table === 'administrator' ? `${language}-administrator` : language;
};

/** Built apart, each one file that shares nothing with the others: what a customer's and a supervisor's page load. */
const alone: readonly string[] = ['chat', 'supervisor'];
const together = Object.fromEntries(Object.entries(entries).filter(([name]) => !alone.includes(name)));

/**
 * What a page loads first is compiled whole while it is still arriving, on another thread, instead of function by
 * function while somebody waits for the first rows (V8's explicit compile hints; other browsers read a comment).
 */
const COMPILED_WHOLE = '//# allFunctionsCalledOnLoad';

/** What a page's only file says, and where. */
const words = (mode: string): Parameters<typeof leanWords>[0] => ({
  keys: Object.keys(mode === 'chat' ? customerEn : en),
  tables: /\/widget\/strings\/(customer\/)?(ar|de|en|es|fr|ja)(\/\w[\w-]*)?\.ts$/u,
  own: globSync('**/*.ts', { cwd: import.meta.dirname }).map((file) => at(file)),
  foreign: globSync('../core/**/*.ts', { cwd: import.meta.dirname }).map((file) => at(file)),
});

/**
 * Each element loads by itself: `dist/<name>.js` registers it; `dist/index.js` exports everything and registers
 * nothing. `--mode chat` and `--mode supervisor` build the two that stand alone.
 */
export default defineConfig(({ mode }) => {
  const isAlone = alone.includes(mode);
  return {
    root: import.meta.dirname,
    base: './',
    plugins: [
      leanTemplates(),
      ownPolicy(isAlone ? `floorwalk-${mode}` : 'floorwalk'),
      plainImports,
      packedFiles(),
      ...(isAlone ? [leanValues(), leanWords(words(mode))] : []),
    ],
    build: {
      target: 'es2022',
      // Lean values would have maps that point nowhere.
      sourcemap: !isAlone,
      modulePreload: false,
      emptyOutDir: !isAlone,
      // Not Vite's library mode, which leaves the white space in: these files go to browsers as they are.
      rolldownOptions: {
        input: isAlone ? { [mode]: entries[mode] ?? '' } : { index: at('index.ts'), ...together },
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          postBanner: ({ isDynamicEntry }) => (isDynamicEntry || mode === 'chat' ? '' : COMPILED_WHOLE),
          chunkFileNames: ({ facadeModuleId, name }) =>
            isAlone
              ? `${mode}-${languageOf(facadeModuleId) ?? name}.js`
              : `chunks/${languageOf(facadeModuleId) ?? name}-[hash].js`,
          // What five and more of the files need is one file, and each of the others stays with its own.
          ...(isAlone ? {} : { codeSplitting: { groups: [{ name: 'staff', minShareCount: 5 }] } }),
        },
      },
    },
  };
});
