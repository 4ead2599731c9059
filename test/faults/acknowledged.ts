import type { Contact } from '../../server/replay/contacts.ts';
import type { FloorwalkClient } from '../../server/replay/floorwalk-client.ts';
import { playDay } from '../../server/replay/play-day.ts';
import type { DayStep } from '../../server/replay/steps.ts';

/** How far a contact had come, in the order of its life. */
export const stages = ['none', 'open', 'offered', 'engaged', 'wrap-up', 'closed'] as const;
export type Stage = (typeof stages)[number];

/** What the server owes one contact: what it acknowledged, and what had been asked when it died. */
export interface Debt {
  readonly contact: Contact;
  /** Who has it once it is engaged. */
  holder: string;
  /** How often it was given to somebody, so that many offers are on the record. */
  offers: number;
  /** Opened again because nobody heard whether it was. */
  isOpenedAgain: boolean;
  conversation: string | undefined;
  acknowledged: Stage;
  /** The stage that a request under way may have reached, though nobody was told. */
  asked: Stage;
  /** Texts by message id: acknowledged, and sent without an answer. */
  readonly said: Map<string, string>;
  readonly sent: Map<string, { readonly text: string; readonly from: 'customer' | 'agent' }>;
  /** Internal texts that were acknowledged. */
  readonly notes: Map<string, string>;
}

/** Everything that was acknowledged, by contact, in the order in which it was. */
export interface Ledger {
  readonly debts: ReadonlyMap<string, Debt>;
  /** Commands acknowledged so far. */
  count(): number;
}

const reached: Readonly<Record<string, Stage>> = {
  assign: 'offered',
  accept: 'engaged',
  end: 'wrap-up',
  close: 'closed',
};

/** Plays steps, `width` contacts at once and each contact's in order, and writes down every acknowledgement until `reach` have come or all is played. Then it calls `enough` and stops asking. */
export async function playUntil(
  client: FloorwalkClient,
  steps: readonly DayStep[],
  { width, reach, enough }: { readonly width: number; readonly reach: number; readonly enough: () => Promise<void> },
): Promise<Ledger> {
  const debts = new Map<string, Debt>();
  const byConversation = new Map<string, Debt>();
  let count = 0;
  let killing: Promise<void> | undefined;
  const acknowledge = (debt: Debt, stage?: Stage): void => {
    if (stage) debt.acknowledged = stage;
    count += 1;
    if (count === reach) killing = enough();
  };

  const noting: FloorwalkClient = {
    ...client,
    post: async <T>(path: string, body: object, who?: string): Promise<T> => {
      if (killing) throw new Error('the server is being killed');
      const [, , , conversation = '', verb = ''] = path.split('/');
      if (path === '/v1/chat') {
        const debt = debtOf(debts, (body as { subject: string }).subject);
        debt.asked = 'open';
        const answer = await client.post<T & { conversation: string }>(path, body, who);
        debt.conversation = answer.conversation;
        byConversation.set(answer.conversation, debt);
        acknowledge(debt, 'open');
        return answer;
      }
      const debt = byConversation.get(conversation);
      if (!debt) throw new Error(`${path} is of no contact`);
      if (verb === 'messages') {
        const { id, text } = body as { id: string; text: string };
        debt.sent.set(id, { text, from: 'agent' });
        const answer = await client.post<T>(path, body, who);
        debt.said.set(id, text);
        acknowledge(debt);
        return answer;
      }
      const stage = reached[verb];
      if (stage) debt.asked = stage;
      if (stage === 'offered') debt.offers += 1;
      const answer = await client.post<T>(path, body, who);
      acknowledge(debt, stage);
      return answer;
    },
  };

  const player = playDay(noting);
  const play = async (step: DayStep): Promise<void> => {
    const debt = debtOf(debts, step.contact.id, step.contact);
    const isCustomers = step.does === 'say' && step.from === 'customer';
    if (isCustomers) debt.sent.set(`${step.contact.id}-${step.turn}`, { text: step.text, from: 'customer' });
    if (step.does === 'giveUp') debt.asked = 'closed';
    await player.play(step);
    if (isCustomers) {
      debt.said.set(`${step.contact.id}-${step.turn}`, step.text);
      acknowledge(debt);
    }
    if (step.does === 'giveUp') acknowledge(debt, 'closed');
  };

  const lanes = [...Map.groupBy(steps, ({ contact }) => contact.id).values()];
  const work = async (): Promise<void> => {
    for (let lane = lanes.shift(); lane && !killing; lane = lanes.shift()) {
      for (const step of lane) {
        if (killing) return;
        try {
          await play(step);
        } catch (error) {
          // What was under way when the server died has no answer; before that, everything must have one.
          if (killing) return;
          throw error;
        }
      }
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  await (killing ?? enough());
  player.stop();
  return { debts, count: () => count };
}

function debtOf(debts: Map<string, Debt>, id: string, contact?: Contact): Debt {
  const found = debts.get(id);
  if (found) return found;
  if (!contact) throw new Error(`${id} was never begun`);
  const debt = newDebt(contact);
  debts.set(id, debt);
  return debt;
}

/** Nothing is owed yet. */
export const newDebt = (contact: Contact): Debt => ({
  contact,
  holder: contact.agent,
  offers: 0,
  isOpenedAgain: false,
  conversation: undefined,
  acknowledged: 'none',
  asked: 'none',
  said: new Map(),
  sent: new Map(),
  notes: new Map(),
});
