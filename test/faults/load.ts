import { setTimeout as delay } from 'node:timers/promises';
import type { Contact } from '../../server/replay/contacts.ts';
import { madeUpDay } from '../support/made-up-day.ts';
import type { Debt } from './acknowledged.ts';
import { newDebt } from './acknowledged.ts';
import { playContact, type Playing } from './play-contact.ts';
import type { CustomerLine } from './customer-line.ts';
import { openStaff, type StaffLine } from './staff-line.ts';
import type { Tally } from './tally.ts';

/** A made-up day without an end, played by people on sockets of their own while things break. */
export interface Load {
  /** By contact; those whose conversation is over and was examined can be forgotten. */
  readonly debts: Map<string, Debt>;
  readonly staff: readonly StaffLine[];
  /** Customers who are there now. */
  readonly customers: ReadonlySet<CustomerLine>;
  /** What no answer of a working centre explains. */
  readonly surprises: readonly string[];
  /** Begins nothing new and resolves when everything that was asked has its answer. */
  hold(): Promise<void>;
  go(): void;
  stop(): Promise<void>;
}

export interface LoadOptions {
  readonly pick: () => string;
  readonly agents: readonly string[];
  readonly tally: Tally;
  /** Contacts that are played at the same time. */
  readonly width: number;
  readonly random: () => number;
}

export const SUPERVISORS = ['ines', 'sue'] as const;
const ANSWERED_WITHIN_MS = 60_000;
/** Between two steps of a contact: at most so long. */
const PACE_MS = 60;

/** Signs everybody in and begins. */
export async function startLoad({ pick, agents, tally, width, random }: LoadOptions): Promise<Load> {
  const debts = new Map<string, Debt>();
  const customers = new Set<CustomerLine>();
  const surprises: string[] = [];
  const supervisors = SUPERVISORS.map((user) => openStaff({ user, role: 'supervisor', pick, tally }));
  const desks = new Map(agents.map((user) => [user, openStaff({ user, role: 'agent', pick, tally })]));
  const staff = [...supervisors, ...desks.values()];
  const doing = new Map<string, string>();
  let gate = Promise.withResolvers<void>();
  let isStopped = false;
  gate.resolve();

  const step = async (contact: Contact, what: string, run: () => Promise<void>): Promise<boolean> => {
    await gate.promise;
    if (isStopped) return false;
    doing.set(contact.id, what);
    try {
      await run();
    } catch (cause) {
      surprises.push(`${contact.id}, ${what}: ${cause instanceof Error ? cause.message : String(cause)}`);
      return false;
    } finally {
      doing.delete(contact.id);
    }
    await delay(PACE_MS * random());
    return true;
  };
  const playing: Playing = { pick, tally, supervisors, desks, customers, random, step };
  const contacts = endless();
  const work = async (): Promise<void> => {
    while (!isStopped) {
      const contact = contacts.next().value;
      const debt = newDebt(contact);
      debts.set(contact.id, debt);
      await playContact(playing, debt);
    }
  };
  const lanes = Array.from({ length: width }, work);

  const hold = async (): Promise<void> => {
    gate = Promise.withResolvers();
    const giveUpAt = Date.now() + ANSWERED_WITHIN_MS;
    while (doing.size > 0) {
      if (Date.now() > giveUpAt)
        throw new Error(`without an answer: ${[...doing].map(([id, what]) => `${id} ${what}`).join(', ')}`);
      await delay(20);
    }
  };
  return {
    debts,
    staff,
    customers,
    surprises,
    hold,
    go: () => gate.resolve(),
    async stop() {
      isStopped = true;
      gate.resolve();
      for (const { line } of staff) line.stop();
      for (const customer of customers) customer.leave();
      await Promise.race([Promise.all(lanes), delay(1_000)]);
    },
  };
}

function* endless(): Generator<Contact, never> {
  for (let day = 1; ; day += 1)
    for (const contact of madeUpDay()) yield { ...contact, id: contact.id.replace('day', `day${day}`) };
}
