// Writes the plots of a sweep, and a table of ratios into docs/performance.md:
// `npm run bench:document -- [--sweep FILE] [--table FILE]`
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { plot } from './plot.ts';
import type { RowResult } from './row.ts';
import type { Series } from './series.ts';
import { machineLine, type Machine } from './support/machine.ts';

const at = (path: string): string => fileURLToPath(new URL(`../docs/${path}`, import.meta.url));
const { values } = parseArgs({ options: { sweep: { type: 'string' }, table: { type: 'string' } } });

if (values.sweep !== undefined) {
  const { series } = JSON.parse(await readFile(values.sweep, 'utf8')) as { readonly series: readonly Series[] };
  await mkdir(at('plots'), { recursive: true });
  for (const one of series) await writeFile(at(`plots/${one.name}.svg`), plot(one));
}
if (values.table !== undefined) {
  const table = JSON.parse(await readFile(values.table, 'utf8')) as Table;
  const page = await readFile(at('performance.md'), 'utf8');
  const made = page.replace(
    /<!-- table -->[\s\S]*<!-- \/table -->/u,
    () => `<!-- table -->\n\n${written(table)}\n\n<!-- /table -->`,
  );
  const style = await resolveConfig(at('performance.md'));
  await writeFile(at('performance.md'), await format(made, { ...style, parser: 'markdown' }));
}

interface Table {
  readonly machine: Machine;
  readonly rows: readonly RowResult[];
}

/** The table as the page shows it. */
function written({ machine, rows }: Table): string {
  const lines = rows.map(({ name, value, floor, unit, better, pass }) => {
    const goal = floor === null ? 'reported' : `${better === 'more' ? '≥' : '≤'} ${floor} ${unit}`;
    return `| ${name} | ${value.toFixed(2)} ${unit} | ${goal}${pass === false ? ': short' : ''} |`;
  });
  return [`${machineLine(machine)}.`, '', '| row | is | has to be |', '| --- | --- | --- |', ...lines].join('\n');
}
