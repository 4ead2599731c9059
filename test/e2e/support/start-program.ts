import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Project } from './packed.ts';

/** A program of an installed package in a process of its own, listening at `url`. */
export interface Program {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts one by the name npm gave it, with these settings and no others; rejects with what it said if it ends instead. */
export async function startProgram(
  project: Pick<Project, 'folder'>,
  name: string,
  settings: Readonly<Record<string, string>>,
): Promise<Program> {
  const env = { PATH: process.env['PATH'], HOME: project.folder, ...settings };
  const program = spawn(process.execPath, [join(project.folder, 'node_modules/.bin', name)], {
    cwd: project.folder,
    env,
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (bytes: Buffer): void => {
      said += bytes.toString();
      const found = /"url":"([^"]+)"/u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    program.stdout.on('data', hear);
    program.stderr.on('data', hear);
    program.once('error', reject);
    program.once('close', (code) => reject(new Error(`${name} ended with ${code}: ${said}`)));
  });
  return {
    url,
    close: async () => {
      if (program.exitCode !== null || program.signalCode !== null) return;
      const ended = once(program, 'close');
      program.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs one to its end and answers what it said, whatever became of it. */
export function runProgram(
  project: Pick<Project, 'folder'>,
  name: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<string> {
  const env = { PATH: process.env['PATH'], HOME: project.folder, ...settings };
  const program = [join(project.folder, 'node_modules/.bin', name), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, program, { cwd: project.folder, env }, (_failed, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}
