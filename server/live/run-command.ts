import { isRefusal, type Refusal } from '@floorwalk/core';
import type { Command } from '@floorwalk/core/protocol';
import { toRequest } from '../commands/to-request.ts';
import type { Done, Tenant } from '../engine/engine.ts';
import type { PersonActor } from './auth-port.ts';

/**
 * Carries out a command of the wire. Its id is the client's and unique for the person, so the same one again answers
 * with the first result (P4); the engine remembers a message by its own id, whichever way it came.
 */
export function runCommand(
  tenant: Tenant,
  actor: PersonActor,
  id: string,
  command: Command,
  dryRun: boolean,
): Promise<Done | Refusal> {
  const request = toRequest(command, actor.id);
  if (isRefusal(request)) return Promise.resolve(request);
  return tenant.run(actor, request, { commandId: `live ${id}`, dryRun });
}
