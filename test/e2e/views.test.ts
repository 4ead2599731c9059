import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './support/accessible.ts';
import { openStage, type Seat, type Stage } from './support/stage.ts';

// Two supervisors of different scope, and two administrators, each in a browser of their own, on one server.

let stage: Stage;
let ines: Seat;
let jonas: Seat;
before(async () => {
  stage = await openStage();
  const person = { name: 'Jonas Weber', roles: ['supervisor'], scope: ['billing'] };
  await stage.call('administrator', 'ada', '/v1/directory/people/jonas', person, 'PUT');
  for (const queue of ['billing', 'delivery']) {
    const body = { workstream: 'live-chat', queue, customer: { name: `Customer of ${queue}` } };
    await stage.call('integration', 'crm', '/v1/conversations', body);
  }
  ines = await stage.open('/supervisor', { as: 'ines' });
  jonas = await stage.open('/supervisor', { as: 'jonas' });
});
after(() => stage.close());

const views = ({ page }: Seat) => page.locator('floorwalk-floor .views-button');
const menu = ({ page }: Seat) => page.getByRole('dialog', { name: 'Saved views' });
const rows = ({ page }: Seat) => page.getByRole('grid').locator('[data-id]');

// One story in order: each test goes on where the one before it ended.

test('[F6] what one supervisor shares stands in the other’s list at once', async () => {
  await rows(ines).nth(1).waitFor();
  await rows(jonas).first().waitFor();
  await views(jonas).click();
  await menu(jonas).getByText('Nothing saved yet').waitFor();
  await ines.page.getByRole('tab', { name: /^Open/u }).click();
  await views(ines).click();
  await menu(ines).getByRole('textbox').fill('Everything open');
  await menu(ines).getByLabel('For all supervisors').check();
  await menu(ines).getByRole('button', { name: 'Save what you look at' }).click();
  await menu(jonas).getByText('Everything open').waitFor();
  await assertAccessible(jonas.page, 'a floor with its saved views');
});

test('[R2] [F6] a shared view shows nobody more than their own scope', async () => {
  await menu(jonas)
    .getByRole('button', { name: /^Everything open/u })
    .click();
  await jonas.page.getByRole('tab', { name: /^Open 1/u, selected: true }).waitFor();
  assert.deepEqual(await rows(jonas).count(), 1);
  assert.ok(!jonas.frames.some((frame) => frame.includes('Customer of delivery')));
});

test('[F6] a floor that opens with a view does so on the next visit, and V opens the list', async () => {
  await jonas.page.getByRole('tab', { name: /^All/u }).click();
  await views(jonas).click();
  await menu(jonas).getByRole('button', { name: 'Open the floor with Everything open' }).click();
  await menu(jonas).locator('[aria-pressed="true"]').waitFor();
  await jonas.page.reload();
  await jonas.page.getByRole('tab', { name: /^Open/u, selected: true }).waitFor();
  await rows(jonas).first().focus();
  await jonas.page.keyboard.press('v');
  await menu(jonas).waitFor();
  assert.deepEqual([ines.errors, jonas.errors], [[], []]);
});

test('[C7] what one administrator saves stands in the other’s open form at once, around what they type', async () => {
  const { page, errors } = await stage.open('/administrator', { as: 'ada' });
  const settings = page.locator('floorwalk-settings');
  await settings.getByRole('button', { name: 'Queues', exact: true }).click();
  await settings.getByRole('button', { name: /^Billing/u }).click();
  const name = settings.getByRole('textbox', { name: 'Name' });
  await name.fill('Invoices');
  const body = { name: 'Billing', distribution: 'push' };
  await stage.call('administrator', 'grace', '/v1/directory/queues/billing', body, 'PUT');
  await settings.getByText(/saved this at .* while you had it open/u).waitFor();
  assert.equal(await name.inputValue(), 'Invoices');
  assert.equal(await settings.getByLabel('Handed out').inputValue(), 'push');
  await settings.getByRole('button', { name: 'Look at the change' }).click();
  await settings.getByRole('button', { name: 'Save', exact: true }).click();
  await settings.getByText('Saved: Invoices.').waitFor();
  assert.deepEqual(errors, []);
});
