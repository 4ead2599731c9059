import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { systemClock } from '../clock.ts';
import { createLogger } from '../log.ts';
import { startServer, type Running } from '../start-server.ts';
import { readContacts } from './contacts.ts';
import { createClient } from './floorwalk-client.ts';
import { observeFloor } from './observe-floor.ts';
import { playDay } from './play-day.ts';
import { prepare } from './prepare.ts';
import { minutesOf, pictureAt, type Picture } from './recompute.ts';
import { openDesk } from './replay-desk.ts';
import { stepsOf } from './steps.ts';
import { readTalks } from './texts.ts';

const usage = `npm run replay -- [--speed 60] [--data FOLDER] [--from 10:00] [--until 11:00]
Runs a recorded day through the public interface of a server of its own. FOLDER holds floor-day.csv and
care-conversations.jsonl. PORT, FLOORWALK_DATA and REDIS_URL are read as usual.`;

/** `10:30` → seconds since midnight. */
function secondOf(text: string): number {
  const match = /^(\d{1,2}):(\d{2})$/u.exec(text);
  if (!match) throw new Error(`${text} is no time of day such as 10:30.`);
  return Number(match[1]) * 3_600 + Number(match[2]) * 60;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      speed: { type: 'string', default: '60' },
      data: { type: 'string', default: '../shared/data' },
      from: { type: 'string', default: '0:00' },
      until: { type: 'string', default: '24:00' },
      help: { type: 'boolean', default: false },
    },
  });
  const speed = Number(values.speed);
  if (!(speed >= 1 && speed <= 600)) throw new Error('--speed must be a number from 1 to 600.');
  const data = resolve(values.data);
  if (!values.help && !existsSync(join(data, 'floor-day.csv')))
    throw new Error(`${join(data, 'floor-day.csv')} is not there. Name the folder that holds it with --data.`);
  return { speed, data, from: secondOf(values.from), until: secondOf(values.until), help: values.help };
}

const pad = (value: string | number, width: number): string => String(value).padStart(width);
const clockOf = (at: number): string =>
  `${pad(Math.floor(at / 3_600), 2)}:${String(Math.floor(at / 60) % 60).padStart(2, '0')}`;
const lineOf = (seen: Picture, told: Picture): string =>
  `${clockOf(seen.at)}  open ${pad(seen.open, 3)} (${pad(told.open, 3)})  active ${pad(seen.active, 3)} (${pad(told.active, 3)})  ` +
  `abandoned ${pad(seen.abandoned, 4)} (${pad(told.abandoned, 4)})  longest wait ${pad(seen.longestWait, 5)} s (${pad(told.longestWait, 5)} s)\n`;

async function run(server: Running, { speed, data, from, until }: ReturnType<typeof readOptions>): Promise<void> {
  const { clock } = server;
  const contacts = readContacts(join(data, 'floor-day.csv')).filter(
    ({ openedAt }) => openedAt >= from && openedAt < until,
  );
  if (contacts.length === 0) throw new Error('No contact opens in that time.');
  const client = createClient(server.url, () => clock.now());
  const agents = await prepare(client, contacts);
  const desks = await Promise.all(agents.map((agent) => openDesk(client, agent)));
  const player = playDay(client);
  const steps = stepsOf(contacts, readTalks(join(data, 'care-conversations.jsonl')));
  const begin = steps[0]?.at ?? 0;
  const midnight = clock.now() - begin * 1_000;
  const reached = (second: number): Promise<void> =>
    new Promise((done) => void clock.at(midnight + second * 1_000, done));
  const observe = observeFloor(client, [...new Set(contacts.map(({ queue }) => queue))], () => clock.now());
  const minutes = [...minutesOf(contacts)];
  let equal = 0;
  const watching = (async () => {
    for (const at of minutes) {
      await reached(at);
      const seen = await observe(at);
      const told = pictureAt(contacts, at);
      if (seen.open === told.open && seen.active === told.active && seen.abandoned === told.abandoned) equal += 1;
      process.stdout.write(lineOf(seen, told));
    }
  })();
  // Contacts run side by side, each in its own order, so that one that is late holds nobody up.
  const lanes = Map.groupBy(steps, ({ contact }) => contact.id);
  await Promise.all(
    [...lanes.values()].map(async (lane) => {
      for (const step of lane) {
        await reached(step.at);
        await player.play(step);
      }
    }),
  );
  await watching;
  for (const signOff of desks) signOff();
  player.stop();
  process.stdout.write(
    `\n${contacts.length} contacts at ${speed} times the speed: ${equal} of ${minutes.length} minutes show exactly the counts of the record (in brackets).\n` +
      'Call-centre data: "Anonymous Bank", Service Enterprise Engineering lab, Technion (A. Mandelbaum).\n',
  );
}

try {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(`${usage}\n`);
  } else {
    const config = readConfig({
      FLOORWALK_RATE_LIMIT: '10000000',
      FLOORWALK_DATA: '.floorwalk/replay',
      LOG_LEVEL: 'warn',
      ...process.env,
      FLOORWALK_DEMO: '1',
      FLOORWALK_CLOCK_FACTOR: String(options.speed),
    });
    const server = await startServer(config, {
      log: createLogger(config.logLevel),
      clock: systemClock({ factor: options.speed }),
    });
    process.stdout.write(`The replay runs on ${server.url}.\n`);
    try {
      await run(server, options);
    } finally {
      await server.close();
    }
  }
} catch (error) {
  process.stderr.write(`The replay stopped: ${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`);
  process.exitCode = 1;
}
