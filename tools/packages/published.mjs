// What a workspace's package.json becomes in the package: compiled paths in place of sources, nothing of development.

/** `./elements/floor/define.ts` as what the package has of it. */
const compiled = (path) =>
  typeof path === 'string' && path.endsWith('.ts')
    ? { types: path.replace(/\.ts$/u, '.d.ts'), default: path.replace(/\.ts$/u, '.js') }
    : path;

/** Which files act when they are imported; false for none. */
const inCode = (files) => files && files.map((file) => file.replace(/\.ts$/u, '.js'));

/** The published package.json. `more` are exports that only the build makes. */
export function published(workspace, more = {}) {
  const {
    private: _,
    scripts: _scripts,
    devDependencies: _dev,
    publishConfig = {},
    exports,
    sideEffects,
    ...kept
  } = workspace;
  const { bin, peers, ...config } = publishConfig;
  const entries = Object.entries({ ...exports, ...more }).map(([name, path]) => [name, compiled(path)]);
  const main = exports['.'] && compiled(exports['.']);
  return {
    ...kept,
    ...(sideEffects !== undefined && { sideEffects: inCode(sideEffects) }),
    ...(main && { main: main.default, types: main.types }),
    exports: { ...Object.fromEntries(entries), './package.json': './package.json' },
    ...(bin && { bin: Object.fromEntries(Object.entries(bin).map(([name, path]) => [name, compiled(path).default])) }),
    // Types for frameworks ask for nothing to be installed.
    ...(peers && {
      peerDependencies: peers,
      peerDependenciesMeta: Object.fromEntries(Object.keys(peers).map((name) => [name, { optional: true }])),
    }),
    publishConfig: config,
  };
}
