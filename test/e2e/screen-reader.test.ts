import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createClient, type FloorwalkClient } from '../../server/replay/floorwalk-client.ts';
import { openChat, type ReplayCustomer } from '../../server/replay/replay-customer.ts';
import { openDesk } from '../../server/replay/replay-desk.ts';
import { supervisorOn } from './support/cast.ts';
import { listenTo, type Listener } from './support/listener.ts';
import { openStage, type Seat, type Stage } from './support/stage.ts';

// Monitor, join, whisper and transfer by keyboard, and every word that a screen reader gets on the way. The words are kept in
// docs/screen-reader.md; UPDATE_DOCS=1 writes them anew.

const CUSTOMER = 'Marta Olsen';
const page = join(import.meta.dirname, '../../docs/screen-reader.md');

let stage: Stage;
let client: FloorwalkClient;
let seat: Seat;
let customer: ReplayCustomer;
let listener: Listener;
const desks: (() => void)[] = [];
const heard: string[] = [];
before(async () => {
  stage = await openStage();
  client = createClient(stage.url, Date.now);
  for (const agent of ['sam', 'luca']) desks.push(await openDesk(client, agent));
  const body = { workstream: 'live-chat', queue: 'billing', customer: { name: CUSTOMER }, subject: 'Charged twice' };
  customer = await openChat(client, body);
  await customer.say('m-1', 'I was charged twice. Can you refund one of them?');
  await client.post(`/v1/conversations/${customer.conversation}/assign`, { agent: 'sam' }, 'supervisor ines');
  await client.post(`/v1/conversations/${customer.conversation}/accept`, {}, 'agent sam');
  seat = await stage.open('/supervisor', { as: 'ines' });
  await supervisorOn(seat, CUSTOMER).row.getByText('Sam Okafor', { exact: true }).waitFor();
});
after(async () => {
  customer?.leave();
  for (const signOff of desks) signOff();
  await stage.close();
});

/** How long a word may take to be said. */
const PATIENCE_MS = 40_000;

/** Does something and writes down what is said, once these words have been and nothing changes any more. */
async function step(what: string, act: () => Promise<unknown>, ...expected: readonly string[]): Promise<void> {
  await act();
  let said: readonly string[] = [];
  const until = Date.now() + PATIENCE_MS;
  for (let same = 0; same < 3;) {
    const words = await listener.hear();
    // How long a line is on its way depends on the machine.
    const isUnderWay = words.some((line) => /\bsending\b/u.test(line));
    const isWhole = !isUnderWay && expected.every((part) => words.some((line) => line.includes(part)));
    same = isWhole && words.join() === said.join() ? same + 1 : 0;
    said = words;
    assert.ok(Date.now() < until, `${what}: ${expected.join(', ')} is not in ${said.join('; ')}`);
  }
  listener.taken();
  heard.push(`- **${what}**`, ...said.map((line) => `  - ${line}`));
}

test('[M2][M4][T5] from monitor to transfer, everything that happens is said', async () => {
  const { keyboard } = seat.page;
  const { row, panel, transcript, monitor } = supervisorOn(seat, CUSTOMER);
  await row.click();
  listener = await listenTo(seat.page);
  await listener.hear();
  listener.taken();
  const button = (name: string) => panel.getByRole('button', { name, exact: true });
  heard.push('## Monitor', '');
  await step('Monitor', monitor, 'Monitor: Marta Olsen. Charged twice. With Sam Okafor, active.');
  await transcript.getByText('I was charged twice.').waitFor();
  await step('The focus goes to Join', () => button('Join').focus(), 'Join, button');
  heard.push('', '## Join', '');
  const joined = 'You are here as consultant. Marta Olsen does not read your notes.';
  await step('Enter', () => keyboard.press('Enter'), joined, 'joined as consultant', 'Internal note, textbox');
  heard.push('', '## Whisper', '');
  await step('A note is typed', () => keyboard.type('Offer the refund.'), 'Offer the refund.');
  await step('Ctrl Enter', () => keyboard.press('Control+Enter'), 'Internal You', 'Internal note, textbox');
  await step('The customer writes', () => customer.say('m-2', 'Hello?'), 'Hello?');
  heard.push('', '## Transfer', '');
  await step('The focus goes to Transfer', () => button('Transfer').focus(), 'Transfer, button');
  await step('Enter', () => keyboard.press('Enter'), 'Transfer Marta Olsen', 'Agent, combobox');
  await seat.page.getByRole('option', { name: /Luca Moretti/u }).waitFor();
  await keyboard.type('Luca');
  await step(
    '“Luca” is typed, then Arrow down',
    () => keyboard.press('ArrowDown'),
    'Luca Moretti would hold',
    'combobox, Luca',
  );
  await step('Enter', () => keyboard.press('Enter'), 'Offered to Luca Moretti.', 'Transfer, button, unavailable');
  const accept = () => client.post(`/v1/conversations/${customer.conversation}/accept`, {}, 'agent luca');
  await step('Luca accepts', accept, 'Luca Moretti has the conversation now.', 'handed over', 'Transfer, button');
});

test('what is said is what docs/screen-reader.md says', () => {
  const text = `# What a screen reader says

A supervisor monitors, joins, whispers and transfers without seeing the page. Each line in bold is what happens, those below it what
Chromium’s accessibility tree has to say then: first what the page says by itself, then what has the focus. A test walks this way
and compares; \`UPDATE_DOCS=1 npm run test:e2e\` writes the page anew.

${heard.join('\n')}
`;
  if (process.env['UPDATE_DOCS'] === '1' || !existsSync(page)) writeFileSync(page, text);
  assert.equal(readFileSync(page, 'utf8'), text);
});
