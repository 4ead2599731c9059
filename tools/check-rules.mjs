// Every rule of core/SPEC.md is carried by a test whose name starts with its id in brackets, and no test cites a rule
// that is not there. test/tools is about the house, not about rules. `node tools/check-rules.mjs [folder]`
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const rules = rulesOf(readFileSync(join(root, 'core/SPEC.md'), 'utf8'));
const citations = globSync('test/{core,server,bot,widget,contracts,e2e,faults,security}/**/*.ts', {
  cwd: root,
}).flatMap(citationsOf);
const cited = new Set(citations.map(({ rule }) => rule));

const problems = new Set([
  ...rules.filter((rule) => !cited.has(rule)).map((rule) => `${rule} has no test: name one '[${rule}] …'`),
  ...citations
    .filter(({ rule }) => !rules.includes(rule))
    .map(({ rule, file }) => `${file} cites ${rule}, which core/SPEC.md does not have`),
]);
for (const problem of problems) console.error(problem);
console.log(`rules: ${rules.length} in core/SPEC.md, ${cited.size} carried by tests, ${problems.size} problems`);
process.exitCode = problems.size === 0 ? 0 : 1;

/** Ids are bold and alone: **A6**. */
function rulesOf(spec) {
  return [...new Set([...spec.matchAll(/\*\*([A-Z]+\d+)\*\*/g)].map(([, rule]) => rule))];
}

/** Ids at the start of a quoted sentence: '[A6] …', '[A6][T6] …' or '[A6, T6] …'. */
function citationsOf(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const starts = text.matchAll(/['"`]((?:\[[A-Z]+\d+(?:,\s*[A-Z]+\d+)*\]\s*)+)/g);
  return [...starts].flatMap(([, brackets]) => brackets.match(/[A-Z]+\d+/g).map((rule) => ({ rule, file })));
}
