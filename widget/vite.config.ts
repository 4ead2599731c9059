import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defineConfig } from 'vite';

/** Each element loads alone: `dist/<name>.js` registers it; `dist/index.js` exports everything and registers nothing. */
const elements = globSync('elements/*/define.ts', { cwd: import.meta.dirname }).map((file) => [
  basename(dirname(file)),
  join(import.meta.dirname, file),
]);

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    target: 'es2022',
    sourcemap: true,
    modulePreload: false,
    // Not Vite's library mode, which leaves the white space in: these files go to browsers as they are.
    rolldownOptions: {
      input: { index: join(import.meta.dirname, 'index.ts'), ...Object.fromEntries(elements) },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
