// The long runs of test/security: `npm run test:privacy [count] [seed]` and `npm run test:fuzz [count] [seed]`. `npm test`
// makes short ones of the same files. A run that failed names its seed: with a count of 1 that one is played again.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const runs = {
  privacy: { files: ['non-interference', 'tenants'], count: 'SCHEDULES', seed: 'SEED', most: 2_000 },
  fuzz: { files: ['fuzz.http', 'fuzz.sockets', 'fuzz.teams'], count: 'FUZZ', seed: 'FUZZ_SEED', most: 20_000 },
};
const [name = '', count, seed = '1'] = process.argv.slice(2);
const run = runs[name];
if (!run) {
  console.error(`Say which: ${Object.keys(runs).join(' or ')}.`);
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-timeout=7200000', `test/security/{${run.files.join(',')}}.test.ts`],
  {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    env: { ...process.env, [run.count]: count ?? String(run.most), [run.seed]: seed, TENANT_SEEDS: '100' },
  },
);
process.exitCode = status ?? 1;
