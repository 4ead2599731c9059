// Puts each fault of test/security/planted/ into a copy of the checkout, one after another, runs the tests that are to
// catch it, and says which did. `npm run test:planted -- [pattern of names]`. The checkout itself is not touched.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { planted } from '../test/security/planted/index.ts';

const root = join(import.meta.dirname, '..');
const wanted = new RegExp(process.argv[2] ?? '', 'u');
const copy = mkdtempSync(join(tmpdir(), 'floorwalk-planted-'));
try {
  copyCheckout();
  const chosen = planted.filter(({ name }) => wanted.test(name));
  const stale = chosen.flatMap(({ name, edits }) =>
    edits
      .filter(({ file, find }) => readFileSync(join(copy, file), 'utf8').split(find).length !== 2)
      .map(({ file, find }) => `${name}: "${find}" stands not once in ${file}`),
  );
  if (stale.length > 0) throw new Error(stale.join('\n'));
  const sound = failing([...new Set(chosen.flatMap(({ tests }) => tests))]);
  if (sound.length > 0) throw new Error(`Without a fault these fail already: ${sound.join('; ')}`);
  const rows = chosen.map(tryOne);
  for (const { name, caught } of rows) console.log(`| ${name} | ${caught.join('; ') || '**nothing caught it**'} |`);
  const missed = rows.filter(({ caught }) => caught.length === 0).length;
  console.log(`planted: ${rows.length} faults, ${missed} not caught`);
  process.exitCode = missed === 0 && rows.length > 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** Plants one fault, answers the names of the tests that failed for it, and takes it out again. */
function tryOne({ name, edits, tests }) {
  const before = new Map();
  for (const { file, find, replace } of edits) {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    if (!before.has(path)) before.set(path, text);
    writeFileSync(
      path,
      text.replace(find, () => replace),
    );
  }
  const caught = failing(tests);
  for (const [path, text] of before) writeFileSync(path, text);
  console.error(`${caught.length > 0 ? 'caught' : 'NOT CAUGHT'}: ${name}`);
  return { name, caught };
}

/** The names of the tests in these files that fail in the copy as it is now. */
function failing(tests) {
  const files = tests.map((test) => `test/${test}.test.ts`);
  const args = [
    '--test',
    '--test-force-exit',
    '--test-timeout=120000',
    '--test-concurrency=2',
    '--test-reporter=tap',
    ...files,
  ];
  const env = { ...process.env, SCHEDULES: process.env.SCHEDULES ?? '12' };
  const { stdout } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', env, maxBuffer: 1 << 28 });
  const names = [...stdout.matchAll(/^\s*not ok \d+ - (.*)$/gmu)].map(([, title]) => title);
  const titles = names.filter((title) => !title.endsWith('.test.ts'));
  // A file that ends its process names no test of its own.
  return [...new Set(titles.length > 0 ? titles : names.map((file) => `${file} (its process ended)`))];
}

/** What is under version control or about to be; the modules are linked, our own workspaces to the copy. */
function copyCheckout() {
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const file of listed.stdout.split('\n').filter((line) => line !== '')) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    // A file may be on the list and deleted at this moment.
    try {
      cpSync(join(root, file), join(copy, file));
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, '@floorwalk'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@floorwalk') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const name of ['core', 'server', 'widget', 'bot']) {
    symlinkSync(join(copy, name), join(modules, '@floorwalk', name));
    try {
      symlinkSync(join(root, name, 'node_modules'), join(copy, name, 'node_modules'));
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}
