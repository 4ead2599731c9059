import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const read = <T>(path: string): T =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8')) as T;

interface Needs {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}
type Locked = Readonly<Record<string, Needs & { readonly dev?: boolean; readonly devOptional?: boolean }>>;

/** A package as `npm pack` wrote it. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
}

const workspaceOf = (name: string): string => name.replace('@floorwalk/', '');

/**
 * A project that installs these tarballs and, of everything else, the versions of this repository's own lock. So `npm ci`
 * finds what it needs in the cache that this repository's own installation has filled, and asks no registry for news.
 */
export function projectOf(tarballs: readonly Tarball[]): { readonly manifest: object; readonly lock: object } {
  const { overrides } = read<{ overrides: object }>('package.json');
  const dependencies = Object.fromEntries(tarballs.map(({ name, file }) => [name, `file:${basename(file)}`]));
  const manifest = { name: 'empty', version: '1.0.0', private: true, type: 'module', dependencies, overrides };
  const { packages } = read<{ packages: Locked }>('package-lock.json');
  const needed = new Set<string>();
  for (const { name, dependencies: wanted } of tarballs) collect(packages, workspaceOf(name), wanted, needed);
  const others = [...needed].sort().map((place) => [placed(place), { ...packages[place], dev: undefined }]);
  const own = tarballs.map(({ name, version, file, dependencies: wanted, bin }) => [
    `node_modules/${name}`,
    { version, resolved: `file:${basename(file)}`, integrity: integrityOf(file), dependencies: wanted, bin },
  ]);
  return {
    manifest,
    lock: {
      name: 'empty',
      version: '1.0.0',
      lockfileVersion: 3,
      requires: true,
      packages: { '': manifest, ...Object.fromEntries([...own, ...others]) },
    },
  };
}

/** Where a package of the repository lies in the project: what a workspace has for itself, its package has for itself. */
const placed = (place: string): string =>
  place.startsWith('node_modules/') ? place : `node_modules/@floorwalk/${place}`;

function collect(packages: Locked, from: string, wanted: Readonly<Record<string, string>>, found: Set<string>): void {
  for (const name of Object.keys(wanted)) {
    const place = placeOf(packages, from, name);
    if (place === undefined || name.startsWith('@floorwalk/') || found.has(place)) continue;
    found.add(place);
    const { dependencies, optionalDependencies, peerDependencies } = packages[place] ?? {};
    collect(packages, place, { ...peerDependencies, ...optionalDependencies, ...dependencies }, found);
  }
}

/** As Node finds it: the nearest `node_modules` on the way up. */
function placeOf(packages: Locked, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/\/?(?:node_modules\/(?:@[^/]+\/)?)?[^/]+$/u, '')) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return undefined;
  }
}

const integrityOf = (file: string): string =>
  `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
