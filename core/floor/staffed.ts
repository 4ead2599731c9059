import { viewAgent, isWorkingAgent } from './agent-view.ts';
import type { Floor } from './floor.ts';

/**
 * Whether anybody who serves the queue is there at all: not gone past the limit and not offline by choice. It does not
 * depend on load, nor on anything that is done or said inside, since customers are told (P2).
 */
export function isStaffed(floor: Floor, queue: string): boolean {
  for (const person of floor.people.values())
    if (isWorkingAgent(person) && person.queues.includes(queue) && viewAgent(floor, person.id)?.presence !== 'offline')
      return true;
  return false;
}
