import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defineConfig } from 'vite';
import { leanStyles } from '../tools/lean-styles.mjs';

const at = (path: string): string => join(import.meta.dirname, path);
const files = globSync('elements/*/define.ts', { cwd: import.meta.dirname });
const entries = Object.fromEntries(files.map((file) => [basename(dirname(file)), at(file)]));
const { chat, ...elements } = entries;

/** Languages are single files without styles: Vite's own loader of them would be the size of one. */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id: string) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
} as const;

/**
 * Each element loads alone: `dist/<name>.js` registers it; `dist/index.js` exports everything and registers nothing.
 * `--mode customer` builds the chat, apart from the others: one small file that shares nothing with the staff's.
 */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  base: './',
  plugins: mode === 'customer' ? [leanStyles(), plainImports] : [],
  build: {
    target: 'es2022',
    // Style sheets of one line would have maps that point nowhere.
    sourcemap: mode !== 'customer',
    modulePreload: false,
    emptyOutDir: mode !== 'customer',
    // Not Vite's library mode, which leaves the white space in: these files go to browsers as they are.
    rolldownOptions: {
      input: mode === 'customer' ? { chat: chat ?? '' } : { index: at('index.ts'), ...elements },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: mode === 'customer' ? 'chat-[name].js' : 'chunks/[name]-[hash].js',
      },
    },
  },
}));
