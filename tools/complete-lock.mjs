// Adds to package-lock.json the optional platform packages that the registry at hand did not serve, so that
// `npm ci` accepts the lock on every platform. Run it after every change of the lock.
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK_FILE = new URL('../package-lock.json', import.meta.url);
const SYSTEMS = 'android darwin freebsd linux openharmony win32 aix netbsd openbsd sunos'.split(' ');
const PROCESSORS = 'arm64 arm x64 ia32 ppc64 riscv64 s390x loong64 mips64el wasm32'.split(' ');
const LIBRARIES = { musl: 'musl', linuxmusl: 'musl', gnu: 'glibc' };

const lock = JSON.parse(readFileSync(LOCK_FILE, 'utf8'));
const packages = lock.packages;

let added = 0;
for (const [place, entry] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(name, place)) continue;
    packages[`node_modules/${name}`] = platformEntry(name, range, entry.dev);
    added += 1;
    console.log(`added ${name}`);
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(LOCK_FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} optional packages added`);

/** Walks up from a package's place in node_modules, as Node's resolution does. */
function isLocked(name, place) {
  for (let folder = place; ; folder = parent(folder)) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

function parent(folder) {
  const end = folder.lastIndexOf('/node_modules/');
  return end < 0 ? '' : folder.slice(0, end);
}

/** An entry without integrity: npm leaves it alone except on the platform its name spells. */
function platformEntry(name, range, dev) {
  const words = name.split(/[/.-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  if (os.length === 0 && words.includes('linuxmusl')) os.push('linux');
  if (os.length === 0 && name === 'fsevents') os.push('darwin');
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = words.flatMap((word) => LIBRARIES[word] ?? []);
  return {
    version: range.replace(/^[~^]/, ''),
    ...(dev && { dev }),
    optional: true,
    ...(os.length > 0 && { os }),
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
  };
}
