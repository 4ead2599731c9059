// `npm start`: builds the panels, then runs the demonstration floor on this machine.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

const built = spawnSync('npm', ['run', '--silent', 'build', '-w', 'widget'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (built.status !== 0) process.exit(built.status ?? 1);

process.env['FLOORWALK_DEMO'] ??= '1';
process.chdir(root);
await import('../server/start.ts');
