import { readFile } from 'node:fs/promises';
import { systemClock } from './clock.ts';
import { storeSettings } from './config.ts';
import { loadDirectory, readDirectoryFile, type Loaded } from './directory/load-directory.ts';
import { createEngine } from './engine/create-engine.ts';
import { createLogger } from './log.ts';
import { openStore } from './open-store.ts';
import { offlineAnalyse } from './sentiment/analyse.ts';

// `npm run setup -- FILE.json`: loads a directory into the store that the settings name. The embedded store belongs to one
// process, so stop the server first; with Redis it may run.
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (lines: readonly string[]): void => {
  for (const line of lines) process.stderr.write(`- ${line}\n`);
  process.exitCode = 1;
};

const [path] = process.argv.slice(2);
if (path === undefined) complain(['Name the file: npm run setup -- FILE.json']);
else await setup(path).catch((error: unknown) => complain([error instanceof Error ? error.message : String(error)]));

async function setup(file: string): Promise<void> {
  const read = readDirectoryFile(await readFile(file, 'utf8'));
  if (!('file' in read)) return complain(read.problems);
  const log = createLogger('warn');
  const clock = systemClock();
  const store = await openStore(storeSettings(process.env), log);
  const engine = createEngine({ store, clock, analyse: offlineAnalyse(), log });
  try {
    report(await loadDirectory(await engine.tenant(read.file.tenant), read.file));
  } finally {
    await engine.close();
    await store.close();
  }
}

function report({ tenant, added, changed, unchanged, keys, problems }: Loaded): void {
  for (const name of added) say(`added ${name}`);
  for (const name of changed) say(`changed ${name}`);
  say(`${tenant}: ${added.length} added, ${changed.length} changed, ${unchanged.length} as they were`);
  for (const { integration, label, key } of keys) say(`key of ${integration} (${label}): ${key}`);
  if (keys.length > 0) say('Keep the keys now: each is shown this once, and only its hash is stored.');
  if (problems.length > 0) complain(problems);
}
