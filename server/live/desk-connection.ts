import type { Tenant } from '../engine/engine.ts';
import { notBusy, surely } from '../engine/surely.ts';
import type { PersonActor } from './auth-port.ts';
import type { Wheel } from './wheel.ts';

/** How long until a desk that could not be taken out is tried again. */
const AGAIN_MS = 5_000;

/**
 * An agent's desk makes them reachable for as long as it is connected (K5). Whoever is connected and not entered is
 * entered with the next look at their rights; whose desk has gone is taken out, however long the store is away.
 */
export function connectDesk(
  tenant: Tenant,
  actor: PersonActor,
  type: 'Connect' | 'Disconnect',
  connection: string,
  { wheel, failed }: { readonly wheel: Wheel; readonly failed: (error: unknown) => void },
): void {
  // The engine puts its own name on the lease.
  const command = type === 'Connect' ? { type, connection, server: '' } : { type, connection };
  const act = () => tenant.run(actor, { of: 'agent', id: actor.id, command });
  if (type === 'Connect') act().catch(failed);
  else
    surely(
      async () => notBusy(await act()),
      (again) => wheel.after(AGAIN_MS, again),
    );
}

/** Whether the floor knows of this connection of theirs. */
export const isConnected = (tenant: Tenant, agent: string, connection: string): boolean =>
  Object.hasOwn(tenant.floor.agents.get(agent)?.connections ?? {}, connection);
