import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));

/** What the compiler says of these files in a strict project of somebody else's; empty: nothing. */
export function typeCheck(
  cwd: string,
  files: readonly string[],
  options: Readonly<Record<string, string>>,
): Promise<string> {
  const given = { target: 'es2022', lib: 'es2024,dom,dom.iterable', types: '', skipLibCheck: 'false', ...options };
  const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
  return new Promise((resolve) => {
    const flags = ['--strict', '--noEmit', '--exactOptionalPropertyTypes', '--ignoreConfig'];
    execFile(process.execPath, [tsc, ...flags, ...args, ...files], { cwd }, (_failed, stdout) =>
      resolve(stdout.trim()),
    );
  });
}
