import { after, before, test } from 'node:test';
import { keysOn, type Keys } from './support/keys.ts';
import { openStage, type Seat, type Stage } from './support/stage.ts';

// An administrator without a pointer: a queue, its way back, a notice's words, an integration with its key, the record.

let stage: Stage;
let seat: Seat;
let keys: Keys;
before(async () => {
  stage = await openStage();
  seat = await stage.open('/administrator', { as: 'ada' });
  keys = keysOn(seat);
  await seat.page.getByText('Queues', { exact: true }).waitFor();
});
after(() => stage.close());

const read = (words: string | RegExp): Promise<void> => seat.page.getByText(words).first().waitFor();

test('a queue is changed, what that does is said, and it is taken back', async () => {
  await keys.enter(/^button Queues/u);
  await keys.enter(/^button Billing/u);
  await keys.to(/^input Name/u);
  await keys.press('End');
  await keys.type(' desk');
  await keys.enter(/^button Look at the change/u);
  await read('Save Billing desk?');
  await keys.enter(/^button Save$/u, 'Shift+Tab');
  await read('Saved: Billing desk.');
  await keys.enter(/^button Undo/u, 'Shift+Tab');
  await seat.page.getByText('Billing', { exact: true }).first().waitFor();
});

test('a notice is worded', async () => {
  await keys.enter(/^button Notices to customers/u, 'Shift+Tab');
  await keys.to(/^textarea /u);
  await keys.type('One of us is with you.');
  await keys.enter(/^button Look at the change/u);
  await keys.enter(/^button Save$/u, 'Shift+Tab');
  await read(/^Saved/u);
});

test('an integration is added with a right, and given a key', async () => {
  await keys.enter(/^button Integrations/u, 'Shift+Tab');
  await keys.enter(/^button Add an integration/u);
  await keys.waitFor(/^input Name/u);
  await keys.type('The CRM');
  await keys.to(/^input open conversations/u);
  await keys.press('Space');
  await keys.enter(/^button Look at the change/u);
  await keys.enter(/^button Save$/u, 'Shift+Tab');
  await read('Saved: The CRM.');
  await keys.enter(/^button Make a key/u);
  await read(/shown this once/u);
  await keys.enter(/^button I have it/u, 'Shift+Tab');
});

test('the record is searched', async () => {
  await keys.to(/^input Whom it is about/u);
  await keys.to(/^select What happened/u);
  await keys.to(/^input Who acted/u, 'Shift+Tab');
  await keys.type('Ada Novak');
  await keys.press('Enter');
  await read(/Ada Novak/u);
});
