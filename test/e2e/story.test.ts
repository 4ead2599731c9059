import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './support/accessible.ts';
import { agentOn, customerOn, shownOn, supervisorOn } from './support/cast.ts';
import { openStage, type Seat, type Stage } from './support/stage.ts';

const CUSTOMER = 'Marta Olsen';
const QUESTION = 'I was charged twice for order 48213.';
const WHISPER = 'Offer her a refund, she is about to leave us.';

let stage: Stage;
let seats: { supervisor: Seat; sam: Seat; luca: Seat; customer: Seat };
before(async () => {
  stage = await openStage();
  const [supervisor, sam, luca, customer] = await Promise.all([
    stage.open('/supervisor', { as: 'ines' }),
    stage.open('/agent', { as: 'sam' }),
    stage.open('/agent', { as: 'luca' }),
    stage.open('/customer'),
  ]);
  seats = { supervisor, sam, luca, customer };
});
after(() => stage.close());

// One story in order: each test goes on where the one before it ended.

test('[F1] a customer writes, and the supervisor sees the row arrive without a refresh', async () => {
  const customer = customerOn(seats.customer);
  await customer.begin(CUSTOMER);
  await customer.write(QUESTION);
  await supervisorOn(seats.supervisor, CUSTOMER).row.waitFor();
});

test('[A5] the supervisor assigns it to an agent, who accepts and answers, and the customer reads that', async () => {
  const supervisor = supervisorOn(seats.supervisor, CUSTOMER);
  const sam = agentOn(seats.sam, CUSTOMER);
  await supervisor.assignTo('Sam Okafor');
  await sam.accept();
  await sam.transcript.getByText(QUESTION).waitFor();
  await sam.answer('I am looking into it.');
  await customerOn(seats.customer).conversation.getByText('I am looking into it.').waitFor();
});

test('[M2] a supervisor who monitors is seen by nobody', async () => {
  const supervisor = supervisorOn(seats.supervisor, CUSTOMER);
  const [heard, shown] = [seats.customer.frames.length, await customerOn(seats.customer).conversation.innerText()];
  await supervisor.monitor();
  await supervisor.transcript.getByText(QUESTION).waitFor();
  const news = seats.customer.frames.slice(heard).filter((frame) => !frame.includes('"heartbeat"'));
  assert.deepEqual(news, []);
  assert.equal(await customerOn(seats.customer).conversation.innerText(), shown);
});

test('[M4] the supervisor joins, and agent and customer are told who', async () => {
  await supervisorOn(seats.supervisor, CUSTOMER).join();
  await customerOn(seats.customer).conversation.getByText('Ines, a consultant, has joined to help.').waitFor();
  await agentOn(seats.sam, CUSTOMER)
    .transcript.getByText(/Ines Carvalho joined as consultant/u)
    .waitFor();
});

test('[P1] a whisper reaches the agent and never the customer, neither on the page nor on the wire', async () => {
  const supervisor = supervisorOn(seats.supervisor, CUSTOMER);
  const sam = agentOn(seats.sam, CUSTOMER);
  await supervisor.whisper(WHISPER);
  await sam.transcript.getByText(WHISPER).waitFor();
  // What the agent says after it has reached the customer, so the whisper would have too.
  await sam.answer('We refund one of the two today.');
  await customerOn(seats.customer).conversation.getByText('We refund one of the two today.').waitFor();
  const { page, frames } = seats.customer;
  assert.ok(frames.some((frame) => frame.includes('We refund one of the two today.')));
  assert.ok(!frames.some((frame) => frame.includes(WHISPER)));
  assert.ok(!(await shownOn(page)).includes(WHISPER));
  assert.ok((await shownOn(seats.sam.page)).includes(WHISPER), 'what is looked for can be found');
});

test('[T3] the supervisor transfers it to another agent, who accepts, and the customer is told', async () => {
  const luca = agentOn(seats.luca, CUSTOMER);
  await supervisorOn(seats.supervisor, CUSTOMER).transferTo('Luca Moretti');
  await luca.accept();
  await luca.transcript.getByText(WHISPER).waitFor();
  await customerOn(seats.customer).conversation.getByText('Sam handed you over to Luca.').waitFor();
  await luca.answer('Luca here, I have read everything.');
  await customerOn(seats.customer).conversation.getByText('Luca here, I have read everything.').waitFor();
});

test('a customer who reloads the page finds the conversation as it was', async () => {
  const { page } = seats.customer;
  await page.reload();
  const { conversation, write } = customerOn(seats.customer);
  for (const text of [QUESTION, 'I am looking into it.', 'Sam handed you over to Luca.'])
    await conversation.getByText(text).waitFor();
  await write('I am back.');
  await agentOn(seats.luca, CUSTOMER).transcript.getByText('I am back.').waitFor();
  assert.equal(await supervisorOn(seats.supervisor, CUSTOMER).row.count(), 1);
});

test('the pages break no rule of accessibility that a machine can find: light and dark, wide and narrow', async () => {
  for (const [who, { page }] of Object.entries(seats)) {
    for (const colorScheme of ['dark', 'light'] as const) {
      for (const width of [320, 1280]) {
        // Without motion, so that no colour is measured half way to another.
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 800 });
        await assertAccessible(page, `${who}, ${colorScheme}, ${width} px`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${who} is ${overflow} px wider than a page of ${width} px`);
      }
    }
  }
});

test('when the server goes and comes back, every page says so and goes on by itself', async () => {
  await stage.stopServer();
  for (const { page } of Object.values(seats))
    await page
      .getByText(/No connection/u)
      .first()
      .waitFor();
  await stage.startServer();
  for (const { page } of Object.values(seats))
    await page
      .getByText(/No connection/u)
      .first()
      .waitFor({ state: 'hidden', timeout: 40_000 });
  await customerOn(seats.customer).write('Are you still there?');
  await agentOn(seats.luca, CUSTOMER).transcript.getByText('Are you still there?').waitFor();
  await agentOn(seats.luca, CUSTOMER).answer('Always.');
  const { conversation } = customerOn(seats.customer);
  await conversation.getByText('Always.').waitFor();
  for (const text of [QUESTION, 'I am back.', 'Always.']) assert.equal(await conversation.getByText(text).count(), 1);
  await supervisorOn(seats.supervisor, CUSTOMER).transcript.getByText('Always.').waitFor();
});

test('no page has reported an error', () => {
  for (const [who, { errors }] of Object.entries(seats)) assert.deepEqual(errors, [], who);
});
