import { strToU8, zipSync } from 'fflate';
import { appManifest, type AppIds } from './app-manifest.ts';
import { colourIcon, outlineIcon } from './icons.ts';

/** Every package of the same ids has the same bytes: its files bear the first day that a zip can name. */
const MADE = new Date(1980, 0, 2);

/** The zip that is uploaded in the Teams admin centre. */
export function appPackage(ids: AppIds): Uint8Array {
  const manifest = strToU8(`${JSON.stringify(appManifest(ids), null, 2)}\n`);
  const files = { 'manifest.json': manifest, 'color.png': colourIcon(), 'outline.png': outlineIcon() };
  return zipSync(files, { mtime: MADE });
}
