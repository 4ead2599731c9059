// npm run manifest -- --app <application id> --site https://floor.example.com --privacy <address> --terms <address>
//   [--version 1.0.0] [--developer Name] [--out floorwalk-teams.zip]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { appPackage } from './app-package.ts';
import { readIds } from './read-ids.ts';

const text = { type: 'string' } as const;
const options = { app: text, site: text, privacy: text, terms: text, version: text, developer: text, out: text };
const { values } = parseArgs({ options });
const { out = 'floorwalk-teams.zip', ...given } = values;
const ids = readIds(given);
if ('problems' in ids) {
  for (const problem of ids.problems) process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
} else {
  writeFileSync(out, appPackage(ids));
  process.stdout.write(
    `${out} is ready for the Teams admin centre: ${ids.app}, ${ids.site.origin}, version ${ids.version}.\n`,
  );
}
