import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');

/** One offence a file: lint must name the rule for each of them. */
const OFFENCES: readonly { file: string; text: string; rule: string }[] = [
  { file: 'core/pure.ts', text: "import 'node:fs';", rule: 'no-restricted-imports' },
  { file: 'core/agent/sideways.ts', text: "import '@floorwalk/server';", rule: 'no-restricted-imports' },
  { file: 'core/agent/relative.ts', text: "import '../../server/app.ts';", rule: 'no-restricted-imports' },
  { file: 'server/http/panels.ts', text: "import '@floorwalk/widget';", rule: 'no-restricted-imports' },
  { file: 'server/teams.ts', text: "import 'botbuilder';", rule: 'no-restricted-imports' },
  { file: 'server/customer-view.ts', text: "import './internal.ts';", rule: 'no-restricted-imports' },
  { file: 'server/live/customer/socket.ts', text: "import '../staff/view.ts';", rule: 'no-restricted-imports' },
  { file: 'server/live/customer/view.ts', text: "import '../../engine/engine.ts';", rule: 'no-restricted-imports' },
  { file: 'widget/client/back-door.ts', text: "import '../../server/app.ts';", rule: 'no-restricted-imports' },
  { file: 'bot/commands/back-door.ts', text: "import '@floorwalk/server';", rule: 'no-restricted-imports' },
  { file: 'bot/cards/teams.ts', text: "import 'botbuilder';", rule: 'no-restricted-imports' },
  { file: 'server/circle.ts', text: "import { b } from './circle-b.ts';\nexport const a = b;", rule: 'no-cycle' },
  { file: 'server/circle-b.ts', text: "import { a } from './circle.ts';\nexport const b = a;", rule: 'no-cycle' },
  { file: 'server/floating.ts', text: 'Promise.resolve(1);', rule: 'no-floating-promises' },
  { file: 'server/any.ts', text: 'export const one: any = 1;', rule: 'no-explicit-any' },
  { file: 'server/default.ts', text: 'export default 1;', rule: 'no-default-export' },
  { file: 'server/log.ts', text: "console.log('hello');", rule: 'no-console' },
  { file: 'server/long.ts', text: 'export {};\n'.repeat(301), rule: 'max-lines' },
];

const ALLOWED: readonly { file: string; text: string }[] = [
  { file: 'bot/transport/adapter.ts', text: "import 'botbuilder';" },
  { file: 'server/http/router.ts', text: "import '@floorwalk/core/protocol';" },
  { file: 'test/server/app.test.ts', text: "import { test } from 'node:test';\ntest('a', () => {});" },
  { file: 'tools/say.mjs', text: "console.log('hello');" },
];

let folder: string;
let offencesByFile: Map<string, string>;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'floorwalk-lint-'));
  await cp(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { target: 'es2024', module: 'nodenext', strict: true, noEmit: true, types: ['node'] },
    }),
  );
  for (const { file, text } of [...OFFENCES, ...ALLOWED]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${text}\n`);
  }
  offencesByFile = await lint();
});

after(() => rm(folder, { recursive: true, force: true }));

for (const { file, rule } of OFFENCES) {
  test(`lint finds ${rule} in ${file}`, () => {
    assert.match(offencesByFile.get(file) ?? 'nothing found', new RegExp(rule));
  });
}

for (const { file } of ALLOWED) {
  test(`lint lets ${file} be`, () => {
    assert.equal(offencesByFile.get(file), undefined);
  });
}

/** Answers for each file the rules that lint names in it. */
async function lint(): Promise<Map<string, string>> {
  const output = await new Promise<string>((resolve) => {
    const arguments_ = ['--type-aware', '--format', 'json'];
    execFile(join(ROOT, 'node_modules/.bin/oxlint'), arguments_, { cwd: folder }, (_error, stdout) => {
      resolve(stdout);
    });
  });
  const report = JSON.parse(output) as { diagnostics: { filename: string; code: string }[] };
  const found = new Map<string, string>();
  for (const { filename, code } of report.diagnostics) found.set(filename, `${found.get(filename) ?? ''} ${code}`);
  return found;
}
