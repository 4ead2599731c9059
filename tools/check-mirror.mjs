// A test of core, server, bot or widget lies where its source lies: test/core/agent/agent.test.ts carries core/agent/agent.ts.
// What stands between the name and `.test.ts` may say more: decide.assign.test.ts carries decide.ts.
// `node tools/check-mirror.mjs [folder]`
import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Tests of more than one source file, each with what it is about. */
const WITHOUT_TWIN = new Map([
  ['test/core/runtime.test.ts', 'the Node that npm scripts run on'],
  ['test/core/conversation/interleavings.test.ts', 'whole days of random acts on a floor'],
  ['test/core/protocol/protocol.test.ts', 'the examples of PROTOCOL.md'],
  ['test/bot/channels/imports.test.ts', 'what the folder may name'],
  ['test/server/live/customer/imports.test.ts', 'what the folder may name'],
  ['test/server/one-message.test.ts', 'what one message costs on its way through the server'],
  ['test/server/replay/day.test.ts', 'a recorded day through the whole server'],
]);

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const tests = globSync('test/{core,server,bot,widget}/**/*.test.ts', { cwd: root }).sort();
const problems = tests
  .filter((file) => !WITHOUT_TWIN.has(file) && !existsSync(join(root, twinOf(file))))
  .map((file) => `${file} has no source ${twinOf(file)}: move it, or name it in WITHOUT_TWIN`);
for (const problem of problems) console.error(problem);
console.log(`mirror: ${tests.length} test files, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

function twinOf(file) {
  const [name] = basename(file).split('.');
  return join(dirname(file).replace(/^test\//, ''), `${name}.ts`);
}
