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
  build: {
    target: 'es2022',
    sourcemap: true,
    lib: {
      entry: { index: join(import.meta.dirname, 'index.ts'), ...Object.fromEntries(elements) },
      formats: ['es'],
    },
  },
});
