import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import { builtFiles } from '../http/built-files.ts';

const folder = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Serves the example pages at `/` and the built panels at `/widget/`. Fails with what to do where nothing is built. */
export function demoPages(app: Express): void {
  const built = folder('widget/dist');
  if (!existsSync(built))
    throw new Error('The panels are not built. Run "npm run build" first, or "npm start", which does both.');
  app.use('/widget', builtFiles(built));
  app.use('/', express.static(folder('examples'), { extensions: ['html'] }));
}
