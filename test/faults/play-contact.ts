import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from '@floorwalk/core/protocol';
import { createClient } from '../../server/replay/floorwalk-client.ts';
import { REPLAY_WORKSTREAM } from '../../server/replay/prepare.ts';
import type { Contact } from '../../server/replay/contacts.ts';
import type { Debt } from './acknowledged.ts';
import { openCustomer, type CustomerLine } from './customer-line.ts';
import type { StaffLine } from './staff-line.ts';
import type { Tally } from './tally.ts';

/** Who and what a contact is played with. */
export interface Playing {
  readonly pick: () => string;
  readonly tally: Tally;
  readonly supervisors: readonly StaffLine[];
  readonly desks: ReadonlyMap<string, StaffLine>;
  readonly customers: Set<CustomerLine>;
  readonly random: () => number;
  /** Does one thing when things may be done; false where the contact is over with it. */
  step(contact: Contact, what: string, run: () => Promise<void>): Promise<boolean>;
}

const AGAIN_MS = 150;
/** Fills buffers sooner. */
const LONG = 'All that was tried so far. '.repeat(250);
/** An agent who is away for a moment cannot be given anything; nor can one whose offer has just run out. */
const FOR_NOW = new Set(['agentUnreachable', 'presenceNotAllowed']);
const OFFER_GONE = new Set(['notOfferee', 'noOfferPending', 'state', 'noTransferPending']);

/** Plays one contact from its first word to its end, noting every acknowledgement in the debt. */
export async function playContact(playing: Playing, debt: Debt): Promise<void> {
  const { contact } = debt;
  const { supervisors, desks, random, step } = playing;
  const boss = oneOf(supervisors, random);
  const other = supervisors.find((one) => one !== boss) ?? boss;
  let customer: CustomerLine | undefined;
  const talks = (from: 'customer' | 'agent', turn: number, text: string) => () =>
    say(playing, debt, customer, from, `${contact.id}-${turn}`, text);
  const desk = (): StaffLine => deskOf(desks, debt.holder);

  const begins = async (): Promise<void> => {
    customer = await open(playing, debt);
  };
  const steps: [what: string, run: () => Promise<void>][] = [
    ['opens', begins],
    ['asks', talks('customer', 0, 'My parcel is not here.')],
  ];
  if (contact.servedAt === null) {
    steps.push(['gives up', () => giveUp(debt, customer)]);
  } else {
    steps.push(
      ['is served', () => serve(debt, boss, desk())],
      ['is answered', talks('agent', 1, 'I am looking for it.')],
    );
    if (random() < 0.4) steps.push(['is helped', () => help(debt, other)]);
    steps.push(['says more', talks('customer', 2, 'It was sent on Monday.')]);
    if (random() < 0.25) steps.push(['is handed on', () => handOn(debt, boss, desks, random)]);
    steps.push(
      ['is noted', () => note(debt, desk())],
      ['hears', talks('agent', 3, 'It comes today.')],
      ['is ended', () => finish(debt, desk())],
    );
  }
  for (const [what, run] of steps) if (!(await step(contact, what, run))) break;
  if (!customer) return;
  for (const one of [...supervisors, ...desks.values()]) one.unfollow(customer.conversation);
  customer.leave();
  playing.customers.delete(customer);
}

/** Asks until somebody answers; whoever heard nothing cannot know whether it was opened. */
async function open({ pick, tally, customers }: Playing, debt: Debt): Promise<CustomerLine> {
  const { id, queue } = debt.contact;
  const body = { workstream: REPLAY_WORKSTREAM, queue, customer: { name: `Customer ${id}` }, subject: id };
  debt.asked = 'open';
  for (;;) {
    const opened = await createClient(pick(), Date.now)
      .post<{ token: string; conversation: string }>('/v1/chat', body)
      .catch(() => undefined);
    if (opened) {
      debt.acknowledged = 'open';
      debt.conversation = opened.conversation;
      tally.acknowledged += 1;
      const customer = openCustomer({ ...opened, pick, tally });
      customers.add(customer);
      return customer;
    }
    debt.isOpenedAgain = true;
    await delay(AGAIN_MS);
  }
}

async function serve(debt: Debt, boss: StaffLine, desk: StaffLine): Promise<void> {
  const conversation = debt.conversation ?? '';
  for (;;) {
    debt.asked = 'offered';
    debt.offers += 1;
    await must(boss, { type: 'assign', conversation, agent: desk.user, override: { reason: 'as recorded' } }, FOR_NOW);
    debt.acknowledged = 'offered';
    debt.asked = 'engaged';
    const taken = await desk.act({ type: 'accept', conversation });
    if (taken.ok) break;
    if (!OFFER_GONE.has(taken.refusal.refusal)) throw new Error(`not accepted: ${JSON.stringify(taken.refusal)}`);
    desk.tally.passing += 1;
  }
  debt.acknowledged = 'engaged';
  desk.follow(conversation);
}

/** The other supervisor looks in, joins, leaves a word inside, and leaves again. */
async function help(debt: Debt, supervisor: StaffLine): Promise<void> {
  const conversation = debt.conversation ?? '';
  supervisor.follow(conversation);
  const joined = await supervisor.act({ type: 'join', conversation });
  if (!joined.ok) throw new Error(`not joined: ${JSON.stringify(joined.refusal)}`);
  await note(debt, supervisor);
  const left = await supervisor.act({ type: 'leave', conversation });
  if (!left.ok && left.refusal.refusal !== 'notParticipant') throw new Error(JSON.stringify(left.refusal));
}

async function handOn(debt: Debt, boss: StaffLine, desks: Playing['desks'], random: () => number): Promise<void> {
  const conversation = debt.conversation ?? '';
  const target = oneOf(
    [...desks.values()].filter(({ user }) => user !== debt.holder),
    random,
  );
  const override = { reason: 'as recorded' };
  const given = await boss.act({ type: 'transfer', conversation, agent: target.user, override });
  if (!given.ok && FOR_NOW.has(given.refusal.refusal)) boss.tally.passing += 1;
  if (!given.ok && FOR_NOW.has(given.refusal.refusal)) return;
  if (!given.ok) throw new Error(`not transferred: ${JSON.stringify(given.refusal)}`);
  const taken = await target.act({ type: 'accept', conversation });
  if (!taken.ok && !OFFER_GONE.has(taken.refusal.refusal)) throw new Error(JSON.stringify(taken.refusal));
  if (!taken.ok) target.tally.passing += 1;
  if (!taken.ok) return;
  debt.holder = target.user;
  target.follow(conversation);
}

async function note(debt: Debt, by: StaffLine): Promise<void> {
  const id = `${debt.contact.id}-note-${by.user}`;
  const text = `A word inside about ${debt.contact.id}. ${LONG}`;
  await must(by, { type: 'say', conversation: debt.conversation ?? '', message: id, text, plane: 'internal' });
  debt.notes.set(id, text);
}

async function say(
  { desks, random }: Playing,
  debt: Debt,
  customer: CustomerLine | undefined,
  from: 'customer' | 'agent',
  id: string,
  text: string,
): Promise<void> {
  debt.sent.set(id, { text, from });
  // Some hear the answer and send all the same, as an impatient client does.
  for (let times = random() < 0.1 ? 2 : 1; times > 0; times -= 1) {
    if (from === 'customer') {
      const answer = await customer?.say(id, text);
      if (answer?.type !== 'accepted') throw new Error(`not taken: ${JSON.stringify(answer)}`);
    } else {
      const command = {
        type: 'say',
        conversation: debt.conversation ?? '',
        message: id,
        text,
        plane: 'public',
      } as const;
      await must(deskOf(desks, debt.holder), command);
    }
    debt.said.set(id, text);
  }
}

async function finish(debt: Debt, desk: StaffLine): Promise<void> {
  const conversation = debt.conversation ?? '';
  debt.asked = 'wrap-up';
  await must(desk, { type: 'end', conversation });
  debt.acknowledged = 'wrap-up';
  debt.asked = 'closed';
  await must(desk, { type: 'close', conversation });
  debt.acknowledged = 'closed';
}

async function giveUp(debt: Debt, customer: CustomerLine | undefined): Promise<void> {
  debt.asked = 'closed';
  const answer = await customer?.end();
  if (answer?.type !== 'accepted') throw new Error(`not ended: ${JSON.stringify(answer)}`);
  debt.acknowledged = 'closed';
}

/** Does it, and again while it is refused for now; each time is an act of its own. */
async function must(line: StaffLine, command: Command, forNow: ReadonlySet<string> = new Set()): Promise<void> {
  for (;;) {
    const done = await line.act(command);
    if (done.ok) return;
    if (!forNow.has(done.refusal.refusal)) throw new Error(`${line.user}: ${JSON.stringify(done.refusal)}`);
    line.tally.passing += 1;
    await delay(AGAIN_MS);
  }
}

const oneOf = <T>(all: readonly T[], random: () => number): T => {
  const one = all[Math.floor(random() * all.length)];
  if (one === undefined) throw new Error('nobody is there');
  return one;
};

function deskOf(desks: Playing['desks'], user: string): StaffLine {
  const desk = desks.get(user);
  if (!desk) throw new Error(`${user} has no desk`);
  return desk;
}
