// What an event costs as subscribers, conversations, events a turn and tenants grow: `npm run bench:sweep -- --json FILE`
import { writeFile } from 'node:fs/promises';
import { inspect, parseArgs } from 'node:util';
import type { Point, Series } from './series.ts';
import { median } from './support/figures.ts';
import { floorwalkHall } from './support/halls.ts';
import { machine } from './support/machine.ts';
import { measureApart } from './support/measure-apart.ts';
import { pinLoad } from './support/process.ts';
import { tenantsCost } from './support/tenants-cost.ts';
import { openWalkedFloor } from './support/walked-floor.ts';

const LIMIT_MS = 240_000;
const { values } = parseArgs({
  options: { json: { type: 'string' }, short: { type: 'boolean', default: false } },
});
const isShort = values.short;

/** Processor microseconds of the server for each delivery, the median of three runs. */
async function deliveries(listeners: number, together: number): Promise<number> {
  const hall = await floorwalkHall('redis', listeners, together === 1 ? 1 : 10);
  try {
    const goes = Math.min(500, Math.max(10, Math.ceil((isShort ? 2_000 : 60_000) / (listeners * together))));
    await hall.say(10, together);
    const costs: number[] = [];
    for (let i = 0; i < 3; i++) {
      const before = await hall.process.cpu();
      await hall.say(goes, together);
      costs.push((((await hall.process.cpu()) - before) * 1e6) / (goes * together * listeners));
    }
    return median(costs);
  } finally {
    await hall.stop();
  }
}

async function onFloor(size: number): Promise<{ readonly cpu: number; readonly heap: number }> {
  const floor = await openWalkedFloor(size, 50);
  try {
    const words = isShort ? 10 : 100;
    await floor.say(words);
    const costs = [await floor.say(words), await floor.say(words), await floor.say(words)];
    return { cpu: median(costs), heap: (await floor.heap()) / 2 ** 20 };
  } finally {
    await floor.stop();
  }
}

async function over<T>(xs: readonly number[], measure: (x: number) => Promise<T>): Promise<(readonly [number, T])[]> {
  const all: (readonly [number, T])[] = [];
  for (const x of isShort ? xs.slice(0, 2) : xs) {
    try {
      const figure = await measureApart(() => measure(x), LIMIT_MS);
      process.stdout.write(`${x}: ${JSON.stringify(figure)}\n`);
      all.push([x, figure]);
    } catch (error) {
      process.stdout.write(`${x} could not be measured: ${inspect(error)}\n`);
    }
  }
  return all;
}

const points = <T>(all: readonly (readonly [number, T])[], y: (figure: T) => number): readonly Point[] =>
  all.map(([x, figure]) => ({ x, y: y(figure) }));

const here = machine();
pinLoad();
const bySubscribers = await over([10, 30, 100, 300, 1_000, 3_000], (count) => deliveries(count, 1));
const byTogether = await over([1, 2, 5, 10, 20], (together) => deliveries(300, together));
const floors = await over([1_000, 3_000, 10_000, 30_000, 100_000], onFloor);
const tenants = await over([1, 10, 100, 1_000], (count) => tenantsCost(count, isShort ? 500 : 10_000));
const cpu = 'µs of a core';
const series: readonly Series[] = [
  {
    name: 'subscribers',
    title: 'One message to every subscriber: what each delivery costs',
    x: 'subscribers',
    y: cpu,
    points: points(bySubscribers, (y) => y),
  },
  {
    name: 'messages',
    title: 'More messages a turn to 300 subscribers: what each delivery costs',
    x: 'messages a turn',
    y: cpu,
    points: points(byTogether, (y) => y),
  },
  {
    name: 'conversations',
    title: 'A message, with 50 supervisors at the floor: what all of it costs',
    x: 'live conversations',
    y: 'ms of a core',
    points: points(floors, ({ cpu: y }) => y),
  },
  {
    name: 'memory',
    title: 'What a server holds',
    x: 'live conversations',
    y: 'MB of heap',
    points: points(floors, ({ heap }) => heap),
  },
  {
    name: 'tenants',
    title: 'Commands spread over tenants, 64 under way: what each costs',
    x: 'tenants',
    y: cpu,
    points: points(tenants, (y) => y),
  },
];
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify({ machine: here, series }, null, 2)}\n`);
process.exit(0);
