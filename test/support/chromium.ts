import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;
const FIXED_PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
] as const;

/** Where the browser of the tests is, or undefined: `CHROMIUM_PATH`, then the search path, usual places, Playwright's own. */
export function findChromium(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  if (env['CHROMIUM_PATH']) return env['CHROMIUM_PATH'];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onSearchPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onSearchPath, ...FIXED_PLACES, chromium.executablePath()].find((place) => existsSync(place));
}

/** Where the browser of the tests is; throws with what to do when there is none. */
export function chromiumPath(): string {
  const found = findChromium();
  if (found === undefined) {
    throw new Error('No Chromium found: run `npm run test:prepare`, or set CHROMIUM_PATH to a Chromium or Chrome.');
  }
  return found;
}

/** Arguments that let Chromium run as root and in containers, where its own sandbox cannot start. */
export const CHROMIUM_ARGS: readonly string[] = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
