import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClient, type FloorwalkClient } from '../../server/replay/floorwalk-client.ts';
import { openChat, type ReplayCustomer } from '../../server/replay/replay-customer.ts';
import { openDesk } from '../../server/replay/replay-desk.ts';
import { assertAccessible } from './support/accessible.ts';
import { shownOn, supervisorOn } from './support/cast.ts';
import { openStage, type Seat, type Stage } from './support/stage.ts';

// The supervisor's page alone; agents and customers are clients of the interface, so that what they are sent is known to the byte.

const CUSTOMER = 'Marta Olsen';
const WHISPER = 'Offer her a refund, she is about to leave us.';

let stage: Stage;
let client: FloorwalkClient;
let seat: Seat;
let customer: ReplayCustomer;
const desks: (() => void)[] = [];
before(async () => {
  stage = await openStage();
  client = createClient(stage.url, Date.now);
  for (const agent of ['sam', 'luca']) desks.push(await openDesk(client, agent));
  seat = await stage.open('/supervisor', { as: 'ines' });
});
after(async () => {
  customer?.leave();
  for (const signOff of desks) signOff();
  await stage.close();
});

const act = (verb: string, who: string): Promise<unknown> =>
  client.post(`/v1/conversations/${customer.conversation}/${verb}`, {}, who);

// One story in order: each test goes on where the one before it ended.

test('[F1] the row of a new conversation arrives without a refresh', async () => {
  const body = { workstream: 'live-chat', queue: 'billing', customer: { name: CUSTOMER }, subject: 'Charged twice' };
  customer = await openChat(client, body);
  await customer.say('m-1', 'I was charged twice.');
  await supervisorOn(seat, CUSTOMER).row.waitFor();
});

test('[A5] what is assigned is offered, and the row names the agent once they accept', async () => {
  const { assignTo, row } = supervisorOn(seat, CUSTOMER);
  await assignTo('Sam Okafor');
  await row.getByText('Offered').or(row.getByText('to Sam Okafor')).first().waitFor();
  await act('accept', 'agent sam');
  await row.getByText('Sam Okafor', { exact: true }).waitFor();
});

test('[P2] from monitoring to whispering, the customer is sent one notice of the join and nothing else', async () => {
  const supervisor = supervisorOn(seat, CUSTOMER);
  await customer.say('m-2', 'Is anybody there?');
  const before = customer.frames.length;
  await supervisor.monitor();
  await supervisor.transcript.getByText('Is anybody there?').waitFor();
  await supervisor.join();
  await supervisor.whisper(WHISPER);
  await customer.say('m-3', 'Hello?');
  await supervisor.transcript.getByText('Hello?').waitFor();
  const news = customer.frames.slice(before).filter((frame) => !frame.includes('"heartbeat"'));
  const entries = news.flatMap((frame) => (JSON.parse(frame) as { entries?: { kind?: string }[] }).entries ?? []);
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ['consultantJoined', undefined],
  );
  assert.ok(!customer.frames.some((frame) => frame.includes(WHISPER)));
  assert.ok((await shownOn(seat.page)).includes(WHISPER), 'what is looked for can be found');
});

test('[T3] a transfer is pending on the row until the other agent accepts', async () => {
  const { transferTo, row } = supervisorOn(seat, CUSTOMER);
  await transferTo('Luca Moretti');
  await row.getByText(/to Luca Moretti/u).waitFor();
  await act('accept', 'agent luca');
  await row.getByText('Luca Moretti', { exact: true }).waitFor();
});

test('the page breaks no rule of accessibility that a machine can find, wide and narrow', async () => {
  await assertAccessible(seat.page, 'supervisor at 1280');
  await seat.page.setViewportSize({ width: 320, height: 700 });
  await assertAccessible(seat.page, 'supervisor at 320');
  const overflow = await seat.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.equal(overflow, 0, 'nothing is wider than the page');
  await seat.page.setViewportSize({ width: 1280, height: 800 });
});

test('when the server goes and comes back, the page says so and goes on by itself', async () => {
  const { page } = seat;
  await stage.stopServer();
  await page
    .getByText(/No connection/u)
    .first()
    .waitFor();
  await stage.startServer();
  await page
    .getByText(/No connection/u)
    .first()
    .waitFor({ state: 'hidden', timeout: 40_000 });
  await stage.call('integration', 'crm', `/v1/conversations/${customer.conversation}/messages`, {
    id: 'm-4',
    text: 'Still here.',
    plane: 'public',
    from: { customer: {} },
  });
  const { transcript } = supervisorOn(seat, CUSTOMER);
  await transcript.getByText('Still here.').waitFor();
  for (const text of ['I was charged twice.', 'Hello?', WHISPER])
    assert.equal(await transcript.getByText(text).count(), 1, text);
});

test('the page has reported no error', () => assert.deepEqual(seat.errors, []));
