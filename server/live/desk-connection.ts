import type { Tenant } from '../engine/engine.ts';
import type { PersonActor } from './auth-port.ts';

/** An agent's desk makes them reachable for as long as it is connected (K5). */
export async function connectDesk(
  tenant: Tenant,
  actor: PersonActor,
  type: 'Connect' | 'Disconnect',
  connection: string,
): Promise<void> {
  // The engine puts its own name on the lease.
  const command = type === 'Connect' ? { type, connection, server: '' } : { type, connection };
  await tenant.run(actor, { of: 'agent', id: actor.id, command });
}

/** Whether the floor knows of this connection of theirs. */
export const isConnected = (tenant: Tenant, agent: string, connection: string): boolean =>
  Object.hasOwn(tenant.floor.agents.get(agent)?.connections ?? {}, connection);
