import type { FloorwalkClient } from './floorwalk-client.ts';
import { REPLAY_WORKSTREAM, SUPERVISOR } from './prepare.ts';
import { openChat, type ReplayCustomer } from './replay-customer.ts';
import type { DayStep } from './steps.ts';

/** Carries out the steps of a day through the public interface. */
export interface DayPlayer {
  /** Does one step and waits for every answer. */
  play(step: DayStep): Promise<void>;
  /** The conversation of a contact, while or after it was there. */
  customerOf(contact: string): ReplayCustomer | undefined;
  /** Closes the sockets that are still open. */
  stop(): void;
}

export function playDay(client: FloorwalkClient): DayPlayer {
  const customers = new Map<string, ReplayCustomer>();
  const act = (conversation: string, verb: string, body: object, who: string): Promise<unknown> =>
    client.post(`/v1/conversations/${conversation}/${verb}`, body, who);

  const customer = (contact: string): ReplayCustomer => {
    const found = customers.get(contact);
    if (!found) throw new Error(`${contact} was never opened`);
    return found;
  };

  /** A supervisor gives it to the agent of the file; whoever held two already is given a third with a reason. */
  async function serve(conversation: string, agent: string): Promise<void> {
    await act(conversation, 'assign', { agent, override: { reason: 'as recorded' } }, SUPERVISOR);
    await act(conversation, 'accept', {}, `agent ${agent}`);
  }

  return {
    async play(step) {
      const { contact } = step;
      const who = `agent ${contact.agent}`;
      switch (step.does) {
        case 'open': {
          const body = {
            workstream: REPLAY_WORKSTREAM,
            queue: contact.queue,
            customer: { name: `Customer ${contact.id}` },
            subject: contact.id,
          };
          customers.set(contact.id, await openChat(client, body));
          return;
        }
        case 'serve':
          return serve(customer(contact.id).conversation, contact.agent);
        case 'say': {
          const id = `${contact.id}-${step.turn}`;
          if (step.from === 'customer') return customer(contact.id).say(id, step.text);
          await client.post(
            `/v1/conversations/${customer(contact.id).conversation}/messages`,
            { id, text: step.text, plane: 'public' },
            who,
          );
          return;
        }
        case 'finish': {
          const { conversation } = customer(contact.id);
          await act(conversation, 'end', {}, who);
          await act(conversation, 'close', {}, who);
          customer(contact.id).leave();
          return;
        }
        case 'giveUp':
          await customer(contact.id).end();
          customer(contact.id).leave();
      }
    },
    customerOf: (contact) => customers.get(contact),
    stop() {
      for (const one of customers.values()) one.leave();
    },
  };
}
