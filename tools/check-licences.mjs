// Counts the licences of what is installed for production and names a package whose licence is not on the list.
// Reads what npm itself lists. `node tools/check-licences.mjs`
import { execFileSync } from 'node:child_process';

const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

const sbom = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
const counts = new Map();
const problems = [];
for (const { name, version, licenses = [] } of sbom.components) {
  const licence = licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name).join(' AND ');
  counts.set(licence, (counts.get(licence) ?? 0) + 1);
  if (
    !licence
      .split(/ AND | OR |[()]/u)
      .filter(Boolean)
      .some((one) => ALLOWED.has(one))
  ) {
    problems.push(`${name}@${version}: ${licence || 'no licence'}`);
  }
}
for (const [licence, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${count}\t${licence}`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
