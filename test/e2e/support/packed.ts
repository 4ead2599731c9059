import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { projectOf, type Tarball } from './lock-for.ts';

const run = promisify(execFile);
const buildProgram = fileURLToPath(new URL('../../../tools/packages/build.mjs', import.meta.url));
const NAMES = ['core', 'server', 'widget', 'bot'] as const;

/** An empty project into which the four packages were installed as anybody would install them. */
export interface Project {
  readonly folder: string;
  /** Every file of every tarball, by package. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** A file of the project. */
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<string>;
  /** Gives the project a package that this repository has. */
  link(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Builds, packs and installs. */
export async function installPacked(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-project-'));
  const built = join(folder, 'built');
  await run(process.execPath, [buildProgram, built]);
  const packed = await npm(folder, 'pack', '--json', ...NAMES.map((name) => join(built, name)));
  const tarballs: Tarball[] = [];
  const files = new Map<string, readonly string[]>();
  for (const { name, version, filename, files: listed } of JSON.parse(packed) as PackedJson[]) {
    const manifest = await readFile(join(built, name.replace('@floorwalk/', ''), 'package.json'), 'utf8');
    const { dependencies, bin } = JSON.parse(manifest) as Pick<Tarball, 'dependencies' | 'bin'>;
    tarballs.push({ name, version, file: join(folder, filename), dependencies, ...(bin && { bin }) });
    files.set(
      name,
      listed.map(({ path }) => path),
    );
  }
  assert.equal(tarballs.length, NAMES.length);
  await rm(built, { recursive: true });
  const write: Project['write'] = async (path, text) => {
    await writeFile(join(folder, path), text);
    return join(folder, path);
  };
  const { manifest, lock } = projectOf(tarballs);
  await write('package.json', JSON.stringify(manifest));
  await write('package-lock.json', JSON.stringify(lock));
  await npm(folder, 'ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund');
  return {
    folder,
    files,
    read: (path) => readFile(join(folder, path), 'utf8'),
    write,
    link: async (name) => {
      const place = join(folder, 'node_modules', name);
      await mkdir(dirname(place), { recursive: true });
      await symlink(fileURLToPath(new URL(`../../../node_modules/${name}`, import.meta.url)), place);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

interface PackedJson {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** npm with nothing of the npm around it: a script that runs this test hands its own settings down. */
async function npm(cwd: string, ...args: readonly string[]): Promise<string> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?:package|lifecycle|config_(?:workspace|local_prefix))/u.test(name),
  );
  const { stdout } = await run('npm', args, { cwd, env: Object.fromEntries(own), maxBuffer: 64_000_000 });
  return stdout;
}
