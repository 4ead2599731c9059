// Finds the two programs that the tests need and npm does not bring, a Chromium and a redis-server. Installs what is
// missing with apt-get where that is allowed; elsewhere says what to install.
import { execFileSync, spawnSync } from 'node:child_process';
import { findChromium } from '../test/support/chromium.ts';

const NEEDS = [
  {
    what: 'Chromium',
    find: () => thatRuns(findChromium()),
    packages: ['chromium'],
    otherwise:
      'install Chromium or Chrome (or run `npx playwright-core install --with-deps chromium`), or set CHROMIUM_PATH',
  },
  {
    what: 'redis-server',
    find: () => thatRuns(onSearchPath('redis-server')),
    packages: ['redis-server'],
    otherwise: 'install Redis 7 or newer so that `redis-server` is on the PATH (macOS: `brew install redis`)',
  },
];

const missing = NEEDS.filter((need) => !need.find());
if (missing.length > 0) installWithApt(missing.flatMap((need) => need.packages));

let isComplete = true;
for (const need of NEEDS) {
  const found = need.find();
  if (found) {
    console.log(`${need.what}: ${found}`);
  } else {
    isComplete = false;
    console.error(`${need.what} is missing: ${need.otherwise}.`);
  }
}
process.exitCode = isComplete ? 0 : 1;

function onSearchPath(program) {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Ubuntu's chromium package is a pointer to a snap, which is there and yet does not start in a container. */
function thatRuns(program) {
  return program && spawnSync(program, ['--version']).status === 0 ? program : undefined;
}

/** Best effort: a machine without apt-get or without the right to use it gets the sentence of what is missing. */
function installWithApt(packages) {
  const asRoot = rightToInstall();
  if (!onSearchPath('apt-get') || asRoot === undefined) return;
  console.log(`Installing ${packages.join(', ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    run([...asRoot, 'apt-get', 'update', '-qq'], env);
    run([...asRoot, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages], env);
  } catch (error) {
    console.error(`apt-get could not install them: ${error.message}`);
  }
}

function run([program, ...arguments_], env) {
  execFileSync(program, arguments_, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The words to put before a command so that it runs as root, or undefined where nobody lets us. */
function rightToInstall() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}
