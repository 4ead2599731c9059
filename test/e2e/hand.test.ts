import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './support/accessible.ts';
import { agentOn, customerOn, shownOn, supervisorOn } from './support/cast.ts';
import { openStage, type Seat, type Stage } from './support/stage.ts';

// An agent asks for help; two supervisors see it, one comes, and the customer never learns of it.

const CUSTOMER = 'Marta Olsen';
const LINE = 'May I refund more than one hundred?';

let stage: Stage;
let seats: { ines: Seat; jonas: Seat; sam: Seat; customer: Seat };
before(async () => {
  stage = await openStage();
  const [ines, jonas, sam, customer] = await Promise.all([
    stage.open('/supervisor', { as: 'ines' }),
    stage.open('/supervisor', { as: 'jonas' }),
    stage.open('/agent', { as: 'sam' }),
    stage.open('/customer'),
  ]);
  seats = { ines, jonas, sam, customer };
  await customerOn(customer).begin(CUSTOMER);
  await customerOn(customer).write('I was charged twice.');
  await supervisorOn(ines, CUSTOMER).row.waitFor();
  await supervisorOn(ines, CUSTOMER).assignTo('Sam Okafor');
  await agentOn(sam, CUSTOMER).accept();
});
after(() => stage.close());

// One story in order: each test goes on where the one before it ended.

test('[B3][F3] an agent raises a hand with a line, and every supervisor sees it needs attention', async () => {
  const { page } = seats.sam;
  await page.getByPlaceholder('What do you need? One line.').fill(LINE);
  await page.getByRole('button', { name: 'Raise', exact: true }).click();
  for (const seat of [seats.ines, seats.jonas])
    await supervisorOn(seat, CUSTOMER)
      .row.getByText(/Hand raised/u)
      .first()
      .waitFor();
  await assertAccessible(page, 'a desk with a raised hand');
});

test('[B3][A6] one supervisor claims it, and the other and the agent read who comes', async () => {
  for (const seat of [seats.ines, seats.jonas]) {
    await supervisorOn(seat, CUSTOMER).monitor();
    await supervisorOn(seat, CUSTOMER).panel.getByText(LINE).first().waitFor();
  }
  await assertAccessible(seats.ines.page, 'a monitor with a raised hand');
  const claim = (seat: Seat) => supervisorOn(seat, CUSTOMER).panel.getByRole('button', { name: 'Claim hand' });
  await claim(seats.ines).click();
  const other = supervisorOn(seats.jonas, CUSTOMER).panel;
  await other
    .getByText(/Ines Carvalho comes/u)
    .first()
    .waitFor();
  assert.equal(await claim(seats.jonas).count(), 0);
  await seats.sam.page
    .getByText(/Ines Carvalho/u)
    .first()
    .waitFor();
});

test('[B3] the hand is down once who claimed it has joined', async () => {
  const ines = supervisorOn(seats.ines, CUSTOMER);
  await ines.join();
  for (const seat of [seats.ines, seats.jonas])
    await supervisorOn(seat, CUSTOMER)
      .panel.getByText(/asks for help/u)
      .waitFor({ state: 'hidden' });
  await ines.whisper('Yes, up to two hundred.');
  await agentOn(seats.sam, CUSTOMER).transcript.getByText('Yes, up to two hundred.').waitFor();
});

test('[P1] the customer was told of the supervisor, and of nothing else', async () => {
  const { frames, page } = seats.customer;
  await customerOn(seats.customer).conversation.getByText('Ines, a consultant, has joined to help.').waitFor();
  const seen = `${frames.join('\n')} ${await shownOn(page)}`;
  for (const words of [LINE, 'two hundred', 'handRaised', 'HandClaimed', 'hand'])
    assert.ok(!new RegExp(`\\b${words}\\b`, 'u').test(seen), `the customer got “${words}”`);
});

test('the pages have reported no error', () => {
  for (const seat of Object.values(seats)) assert.deepEqual(seat.errors, []);
});
