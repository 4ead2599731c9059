import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { customerOn, supervisorOn } from './support/cast.ts';
import { keysOn, type Keys } from './support/keys.ts';
import { openStage, type Seat, type Stage } from './support/stage.ts';

// A supervisor, two agents and a customer do their work without a pointer: real keys, from the first Tab to the end.

const CUSTOMER = 'Marta Olsen';
let stage: Stage;
let seats: { ines: Seat; sam: Seat; luca: Seat; customer: Seat };
let keys: { ines: Keys; sam: Keys; luca: Keys; customer: Keys };
before(async () => {
  stage = await openStage();
  const [ines, sam, luca, customer] = await Promise.all([
    stage.open('/supervisor', { as: 'ines' }),
    stage.open('/agent', { as: 'sam' }),
    stage.open('/agent', { as: 'luca' }),
    stage.open('about:blank'),
  ]);
  // One message of the customer's is refused, as a server does with one that it cannot take.
  await customer.page.routeWebSocket(/\/v1\/chat/u, (socket) => {
    const server = socket.connectToServer();
    let isRefused = false;
    socket.onMessage((data) => {
      const { type, id, text } = JSON.parse(data.toString()) as { type: string; id: string; text?: string };
      if (isRefused || type !== 'say' || text !== 'Can you refund it?') return server.send(data);
      isRefused = true;
      socket.send(JSON.stringify({ type: 'refused', id, refusal: 'busy', detail: '' }));
    });
  });
  await customer.page.goto(`${stage.url}/customer`);
  seats = { ines, sam, luca, customer };
  keys = { ines: keysOn(ines), sam: keysOn(sam), luca: keysOn(luca), customer: keysOn(customer) };
});
after(() => stage.close());

/** The words are on the page of somebody. */
const read = (seat: Seat, words: string | RegExp): Promise<void> => seat.page.getByText(words).first().waitFor();

// One story in order: each test goes on where the one before it ended.

test('a customer starts, writes, and sends again what did not go', async () => {
  const { customer } = keys;
  await customer.to(/Your name/u);
  await customer.type(CUSTOMER);
  await customer.enter(/^button Start/u);
  await customer.waitFor(/Your message/u);
  await customer.type('I was charged twice.');
  await customer.press('Enter');
  await customerOn(seats.customer).conversation.getByText('I was charged twice.').waitFor();
  await customer.type('Can you refund it?');
  await customer.press('Enter');
  await read(seats.customer, /Not sent/u);
  await customer.enter(/Not sent/u, 'Shift+Tab');
  await seats.customer.page.getByText(/Not sent/u).waitFor({ state: 'hidden' });
});

test('[A7] a supervisor comes to the row, sees what each candidate would hold, and assigns', async () => {
  const { ines } = keys;
  await ines.to(new RegExp(`^row .*${CUSTOMER}`, 'u'));
  await ines.press('a');
  await ines.waitFor(/^combobox/u);
  await ines.press('Escape');
  await ines.waitFor(/^row /u);
  await ines.press('Control+k');
  await ines.waitFor(/Search commands/u);
  await ines.press('Escape');
  await ines.waitFor(/^row /u);
  await ines.press('a');
  await ines.waitFor(/^combobox/u);
  await seats.ines.page.getByRole('option', { name: /Sam Okafor/u }).waitFor();
  await ines.type('Sam');
  await ines.press('ArrowDown');
  await read(seats.ines, /Sam Okafor would hold 2 of 6 units/u);
  await ines.press('Enter');
  await ines.waitFor(/^row /u);
});

test('an agent accepts, answers, writes a note, and raises a hand', async () => {
  const { sam } = keys;
  await read(seats.sam, /Accept/u);
  await sam.enter(/^button Accept/u);
  await sam.to(/Message to Marta Olsen/u);
  await sam.type('I look at both.');
  await sam.press('Enter');
  await customerOn(seats.customer).conversation.getByText('I look at both.').waitFor();
  await sam.press('Control+i');
  await sam.waitFor(/Internal note/u);
  await sam.type('The bank shows one.');
  await sam.press('Control+Enter', 'Escape');
  await sam.waitFor(/Message to Marta Olsen/u);
  await sam.to(/What do you need/u);
  await sam.type('May I refund it?');
  await sam.press('Enter');
  await read(seats.ines, /Hand raised/u);
});

test('[M4] the supervisor monitors, joins, whispers, and comes back to the list', async () => {
  const { ines } = keys;
  await ines.press('m');
  await read(seats.ines, /asks for help/u);
  await ines.enter(/^button Claim hand/u);
  await ines.enter(/^button Join/u);
  await ines.waitFor(/Internal note/u);
  await ines.type('Yes, refund it.');
  await ines.press('Control+Enter');
  await read(seats.sam, 'Yes, refund it.');
  assert.ok(!seats.customer.frames.some((frame) => frame.includes('Yes, refund it.')));
});

test('[T5] the supervisor transfers with the card, the next agent accepts, and the panel closes', async () => {
  const { ines, luca } = keys;
  await ines.enter(/^button Transfer/u, 'Shift+Tab');
  await ines.waitFor(/^combobox/u);
  await seats.ines.page.getByRole('option', { name: /Luca Moretti/u }).waitFor();
  await ines.type('Luca');
  await ines.press('ArrowDown');
  await ines.to(/What was promised/u);
  await ines.type('A refund by Friday');
  await ines.enter(/^button Transfer to Luca Moretti/u);
  await ines.waitFor(/^button Transfer/u);
  await read(seats.luca, 'A refund by Friday');
  await luca.enter(/^button Accept/u);
  await luca.to(/Message to Marta Olsen/u);
  await ines.enter(/^button Close/u, 'Shift+Tab');
  await ines.waitFor(/^row /u);
  await supervisorOn(seats.ines, CUSTOMER).panel.waitFor({ state: 'hidden' });
});

test('an agent releases with a reason, and the supervisor hands it out again; another parks', async () => {
  const { luca, sam } = keys;
  await luca.enter(/^button Release/u, 'Shift+Tab');
  await luca.enter(/Needs somebody else/u);
  await supervisorOn(seats.ines, CUSTOMER).row.getByText('Open', { exact: true }).waitFor();
  const about = { workstream: 'whatsapp', queue: 'billing', customer: { name: 'Dina Okoye' }, subject: 'New card' };
  const { id } = (await stage.call('integration', 'crm', '/v1/conversations', about)) as { id: string };
  await stage.call('supervisor', 'ines', `/v1/conversations/${id}/assign`, { agent: 'sam' });
  await sam.enter(/^button Accept/u);
  await sam.enter(/^button Park/u);
  await read(seats.sam, /^Parked/u);
});

test('a customer ends, keeps the transcript, and starts again', async () => {
  const { customer } = keys;
  await customer.enter(/^button End the chat/u, 'Shift+Tab');
  await customer.waitFor(/^button Keep writing/u);
  await customer.enter(/^button End the chat/u);
  await read(seats.customer, /Start a new/u);
  const kept = seats.customer.page.waitForEvent('download');
  await customer.enter(/transcript/iu);
  assert.match((await kept).suggestedFilename(), /\.txt$/u);
  await customer.enter(/^button Start a new/u);
  await customer.to(/Your name/u);
});

test('no page has reported an error', () => {
  for (const [who, { errors }] of Object.entries(seats)) assert.deepEqual(errors, [], who);
});
