import type { Contact } from './contacts.ts';
import type { FloorwalkClient } from './floorwalk-client.ts';

const ADMINISTRATOR = 'administrator ada';
export const SUPERVISOR = 'supervisor ines';
export const REPLAY_WORKSTREAM = 'replay';

/**
 * Sets the replay's part of the tenant up through the interface: a queue for each service, distribution external,
 * auto-close off, every agent with capacity 2 and one unit a conversation.
 */
export async function prepare(client: FloorwalkClient, contacts: readonly Contact[]): Promise<readonly string[]> {
  const queues = [...new Set(contacts.map(({ queue }) => queue))].toSorted();
  const agents = [...new Set(contacts.map(({ agent }) => agent))].toSorted();
  for (const queue of queues)
    await client.put(
      `/v1/directory/queues/${queue}`,
      { name: `Service ${queue.toUpperCase()}`, distribution: 'external' },
      ADMINISTRATOR,
    );
  await client.put(
    `/v1/directory/workstreams/${REPLAY_WORKSTREAM}`,
    {
      name: 'Replay',
      channel: 'liveChat',
      queue: queues[0],
      units: 1,
      wrapUpUnits: 'never',
      autoClose: { open: null, waiting: null, 'wrap-up': null },
      allowedPresences: ['available', 'busy', 'doNotDisturb'],
    },
    ADMINISTRATOR,
  );
  for (const agent of agents)
    await client.put(
      `/v1/directory/people/${agent}`,
      { name: agent, roles: ['agent'], capacity: 2, queues },
      ADMINISTRATOR,
    );
  return agents;
}
