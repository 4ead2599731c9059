// The table of ratios: `npm run bench -- [--only NAME] [--json FILE] [--short]`
import { writeFile } from 'node:fs/promises';
import { inspect, parseArgs } from 'node:util';
import { groups } from './groups.ts';
import { lineOf, type RowResult } from './row.ts';
import { machine, machineLine } from './support/machine.ts';
import { measureApart } from './support/measure-apart.ts';
import { pinLoad } from './support/process.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'string' }, short: { type: 'boolean', default: false } },
});
const chosen = groups.filter(({ name }) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  process.stderr.write(`There is no row ${values.only}. There are: ${groups.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}

const here = machine();
pinLoad();
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
say(`${machineLine(here)}\n`);
const rows: RowResult[] = [];
const failures: { readonly name: string; readonly why: string }[] = [];
for (const group of chosen) {
  try {
    const measured = await measureApart(() => group.measure({ short: values.short }), values.short ? 120_000 : 300_000);
    for (const one of measured) say(lineOf(one));
    rows.push(...measured);
  } catch (error) {
    failures.push({ name: group.name, why: error instanceof Error ? error.message : String(error) });
    say(`${group.name} could not be measured: ${inspect(error)}`);
  }
  // After each, so that what was measured is kept whatever comes.
  if (values.json !== undefined)
    await writeFile(values.json, `${JSON.stringify({ machine: here, rows, failures }, null, 2)}\n`);
}
const judged = rows.filter(({ pass }) => pass !== null);
say(
  `\n${judged.filter(({ pass }) => pass).length} of ${judged.length} reach their floor, ${failures.length} groups failed.`,
);
process.exit(failures.length > 0 ? 1 : 0);
