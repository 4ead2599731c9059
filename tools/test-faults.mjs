// The long run of test/faults: real leases, large numbers, and the sum of what was counted.
// `node tools/test-faults.mjs [file ...]`; FLOORWALK_FAULTS_SEED chooses other moments.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'floorwalk-faults-'));
const counts = join(folder, 'counts.jsonl');
writeFileSync(counts, '');
const files = process.argv.slice(2);
const given = files.length > 0 ? files : ['test/faults/**/*.test.ts'];
const child = spawn(process.execPath, ['--test', '--test-timeout=900000', '--test-concurrency=2', ...given], {
  cwd: join(import.meta.dirname, '..'),
  stdio: 'inherit',
  env: { ...process.env, FLOORWALK_FAULTS: 'long', FLOORWALK_FAULT_COUNTS: counts },
});
child.on('close', (code) => {
  const sum = {};
  for (const line of readFileSync(counts, 'utf8').split('\n').filter(Boolean))
    for (const [name, count] of Object.entries(JSON.parse(line))) sum[name] = (sum[name] ?? 0) + count;
  rmSync(folder, { recursive: true, force: true });
  const { acknowledged = 0, faults = 0, cuts = 0, losses = 0, duplicates = 0, gaps = 0 } = sum;
  console.log(`
commands acknowledged  ${acknowledged}
faults injected        ${faults} (${cuts} of them connections cut at a byte)
losses                 ${losses}
duplicates             ${duplicates}
gaps                   ${gaps}`);
  process.exitCode = code ?? 1;
});
