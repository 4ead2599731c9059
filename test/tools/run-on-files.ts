import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Runs a check of tools/ on a folder with exactly these files, and answers its exit status and everything it said. */
export async function runOnFiles(
  tool: string,
  files: Readonly<Record<string, string>>,
): Promise<{ status: number | null; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalk-tool-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    const program = join(import.meta.dirname, '../../tools', tool);
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, folder], { encoding: 'utf8' });
    return { status, output: stdout + stderr };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
