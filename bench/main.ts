// The table of ratios: `npm run bench -- [--only NAME] [--json FILE] [--short]`
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { machine } from './support/machine.ts';
import { pinLoad } from './support/process.ts';
import type { RowGroup, RowResult } from './row.ts';
import { commits } from './rows/commits.ts';
import { durableCommits } from './rows/durable-commits.ts';
import { httpRoute } from './rows/http-route.ts';
import { idleMemory } from './rows/idle-memory.ts';
import { memory } from './rows/memory.ts';
import { reconnect } from './rows/reconnect.ts';
import { acrossServers } from './rows/across-servers.ts';
import { fanOut } from './rows/fan-out.ts';
import { manyConversations } from './rows/many-conversations.ts';

const groups: readonly RowGroup[] = [
  fanOut,
  manyConversations,
  commits,
  durableCommits,
  httpRoute,
  idleMemory,
  reconnect,
  acrossServers,
  memory,
];

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
say(`${here.processor}, ${here.cores} cores, ${here.memory}, Node ${here.node}; load before ${here.load}\n`);
const rows: RowResult[] = [];
for (const group of chosen) {
  const measured = await group.measure({ short: values.short });
  for (const one of measured) say(lineOf(one));
  rows.push(...measured);
}
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify({ machine: here, rows }, null, 2)}\n`);
process.exit(0);

/** A row as people read it. */
function lineOf({ name, value, floor, unit, better, pass, behind }: RowResult): string {
  const figure = `${value.toFixed(2)} ${unit}`.padStart(12);
  const goal = floor === null ? 'reported' : `${better === 'more' ? '≥' : '≤'} ${floor} ${unit}`;
  const verdict = pass === null ? '      ' : pass ? 'yes   ' : 'short ';
  return `${name.padEnd(58)}${figure}  ${goal.padEnd(12)}${verdict} ${behind}`;
}
