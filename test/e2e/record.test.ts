import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClient, type FloorwalkClient } from '../../server/replay/floorwalk-client.ts';
import { openDesk } from '../../server/replay/replay-desk.ts';
import type { FloorwalkMonitor } from '../../widget/elements/monitor/monitor.ts';
import { assertAccessible } from './support/accessible.ts';
import { shownOn } from './support/cast.ts';
import { openStage, type Seat, type Stage } from './support/stage.ts';

// A CRM's own page with one script and one element that is bound to its record: nothing else of ours is there.

/** Empties the page and puts there what a CRM page has: its own heading, one script, one element with one attribute. */
async function showRecord(): Promise<void> {
  const heading = document.createElement('h1');
  heading.textContent = 'Case 4711';
  const monitor = document.createElement('floorwalk-monitor');
  for (const [name, value] of Object.entries({ demo: 'supervisor', user: 'ines', context: 'case:4711' }))
    monitor.setAttribute(name, value);
  const main = document.createElement('main');
  main.append(heading, monitor);
  document.body.replaceChildren(main);
  const script = '/widget/monitor.js';
  await import(script);
}

let stage: Stage;
let client: FloorwalkClient;
let seat: Seat;
let signOff: () => void;
before(async () => {
  stage = await openStage();
  client = createClient(stage.url, Date.now);
  signOff = await openDesk(client, 'sam');
  seat = await stage.open('/');
  await seat.page.evaluate(showRecord);
});
after(async () => {
  signOff?.();
  await stage.close();
});

/** A conversation about a record, in Sam's hands, with its first text. */
async function begin(id: string, customer: string, text: string, context?: object): Promise<string> {
  const path = `/v1/conversations/${id}`;
  const about = {
    id,
    workstream: 'live-chat',
    queue: 'billing',
    customer: { name: customer },
    ...(context && { context }),
  };
  await client.post('/v1/conversations', about, 'integration crm');
  await client.post(
    `${path}/messages`,
    { id: `${id}-m`, text, plane: 'public', from: { customer: {} } },
    'integration crm',
  );
  await client.post(`${path}/assign`, { agent: 'sam' }, 'supervisor ines');
  await client.post(`${path}/accept`, {}, 'agent sam');
  return id;
}
const text = (words: string) => seat.page.getByText(words).first();

// One story in order: each test goes on where the one before it ended.

test('[C3] a record without a conversation says so', () =>
  text('No conversation belongs to this record yet.').waitFor());

test('[C3][M1] the conversation that begins about the record is found and monitored by itself', async () => {
  await begin('case-1', 'Marta Olsen', 'It was charged twice.', { type: 'case', id: '4711' });
  await text('It was charged twice.').waitFor();
  await text('Marta Olsen').waitFor();
  const audit = (await client.get('/v1/audit?limit=500', 'administrator ada')) as {
    items: { what: string; who: string; conversation?: string }[];
  };
  assert.ok(
    audit.items.some(
      ({ what, who, conversation }) => what === 'WatchStarted' && who === 'ines' && conversation === 'case-1',
    ),
  );
  await assertAccessible(seat.page, 'the page of a record');
});

test('the page monitors another conversation by calling the element', async () => {
  await begin('other-1', 'Jun Ito', 'Where is my parcel?');
  await seat.page.evaluate(() => document.querySelector<FloorwalkMonitor>('floorwalk-monitor')?.monitor('other-1'));
  await text('Where is my parcel?').waitFor();
  assert.ok(!(await shownOn(seat.page)).includes('It was charged twice.'));
});

test('[C3] the page that goes to another record shows that one', async () => {
  await begin('case-2', 'Ada Bell', 'The lamp flickers.', { type: 'case', id: '4712' });
  await seat.page.evaluate(() => document.querySelector('floorwalk-monitor')?.setAttribute('context', 'case:4712'));
  await text('The lamp flickers.').waitFor();
});

test('the page has reported no error', () => assert.deepEqual(seat.errors, []));
