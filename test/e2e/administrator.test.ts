import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClient, type FloorwalkClient } from '../../server/replay/floorwalk-client.ts';
import { openChat, type ReplayCustomer } from '../../server/replay/replay-customer.ts';
import { assertAccessible } from './support/accessible.ts';
import { shownOn, supervisorOn } from './support/cast.ts';
import { openStage, type Seat, type Stage } from './support/stage.ts';

// The administrator's page beside a supervisor's, on a real server: what is saved in one is so in the other at once.

const CUSTOMER = 'Marta Olsen';
/** How long a right may outlive its withdrawal (R3). */
const WITHDRAWN_MS = 5_000;

let stage: Stage;
let client: FloorwalkClient;
let administrator: Seat;
let supervisor: Seat;
let customer: ReplayCustomer;
before(async () => {
  stage = await openStage();
  client = createClient(stage.url, Date.now);
  supervisor = await stage.open('/supervisor', { as: 'ines', viewport: { width: 1_900, height: 900 } });
  administrator = await stage.open('/administrator');
  const body = { workstream: 'live-chat', queue: 'billing', customer: { name: CUSTOMER }, subject: 'Charged twice' };
  customer = await openChat(client, body);
  await supervisorOn(supervisor, CUSTOMER).row.waitFor();
});
after(async () => {
  customer?.leave();
  await stage.close();
});

const press = (name: string) => administrator.page.getByRole('button', { name, exact: true }).click();
const item = (name: string) => administrator.page.locator('floorwalk-settings .item', { hasText: name });
const review = () => administrator.page.locator('floorwalk-settings .review');

/** Looks at the change, and saves it once what it does has been said. */
async function save(says: string): Promise<void> {
  await press('Look at the change');
  await review().getByText(says).waitFor();
  await press('Save');
  await review().waitFor({ state: 'detached' });
}

// One story in order: each test goes on where the one before it ended.

test('[C7] a queue’s new name is on the supervisor’s open floor without a refresh', async () => {
  await press('Queues');
  await item('Billing').click();
  await administrator.page.getByLabel('Name', { exact: true }).fill('Invoices');
  await save('Name: Invoices (was Billing)');
  await supervisorOn(supervisor, CUSTOMER).row.getByText('Invoices').waitFor();
  await assertAccessible(administrator.page, 'the administrator’s page');
});

test('[C7] two administrators at once: the second keeps their change and sees the other’s', async () => {
  await administrator.page.getByLabel('Handed out').selectOption('pick');
  const body = { name: 'Bills', distribution: 'external' };
  await stage.call('administrator', 'ada', '/v1/directory/queues/billing', body, 'PUT');
  // Said as it happens: nobody has to try to save first.
  await administrator.page.getByText('Name: Bills (was Invoices)').waitFor();
  await save('Handed out: picked by members (was assigned only)');
  const { items } = (await stage.call('supervisor', 'ines', '/v1/queues')) as {
    items: { id: string; name: string; distribution: string }[];
  };
  const billing = items.find(({ id }) => id === 'billing');
  assert.deepEqual([billing?.name, billing?.distribution], ['Bills', 'pick']);
});

test('[N1] the house’s own words reach the customer’s open chat', async () => {
  await press('Notices to customers');
  await administrator.page.getByLabel('Your words: An agent answers').fill('{agent} is with you, hello.');
  await save('An agent answers, en: {agent} is with you, hello.');
  assert.ok(customer.frames.some((frame) => frame.includes('"wording"') && frame.includes('is with you, hello.')));
});

test('[R3] a person whose access is withdrawn loses their open panel within five seconds', async () => {
  await press('People');
  await item('Ines Carvalho').click();
  await press('Withdraw access');
  await review().getByText('Every page of this person closes within 5 seconds.').waitFor();
  await press('Save');
  const told = supervisor.page.getByText('The right to connect was withdrawn.').first();
  await told.waitFor({ timeout: WITHDRAWN_MS });
  const { length } = supervisor.frames;
  await customer.say('m-1', 'Is this still read?');
  await stage.call('administrator', 'ada', '/v1/audit');
  assert.equal(supervisor.frames.length, length);
  assert.ok(!(await shownOn(supervisor.page)).includes('Is this still read?'));
});

test('[R4] the record tells it all in words, newest first, and finds it by name', async () => {
  const record = administrator.page.locator('floorwalk-audit');
  await record.getByLabel('Whom it is about').fill('ines');
  await record.getByRole('button', { name: 'Search', exact: true }).click();
  await record.getByText('changed a setting: person Ines Carvalho').first().waitFor();
  await record.getByText('Disabled: yes (was no)').first().waitFor();
});

test('the page has reported no error but the version that was another', () => {
  const others = administrator.errors.filter((error) => !error.includes('409'));
  assert.deepEqual(others, []);
});
