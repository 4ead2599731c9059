import type { Command } from '@floorwalk/core/protocol';
import type { ConversationCommand } from '@floorwalk/core/conversation';
import { refuse, type Refusal } from '@floorwalk/core';
import type { Request } from '../engine/engine.ts';

/** The engine's request for a command of the wire; `person` is who sends it. */
export function toRequest(command: Command, person: string): Request | Refusal {
  switch (command.type) {
    case 'set-presence':
      return { of: 'agent', id: command.agent, command: { type: 'SetPresence', presence: command.presence } };
    case 'save-view': {
      const { view, seen, name, shared, look } = command;
      return { of: 'views', command: { type: 'SaveView', view, seen, name, isShared: shared, look } };
    }
    case 'delete-view':
      return { of: 'views', command: { type: 'DeleteView', view: command.view, seen: command.seen } };
    case 'open-with':
      return { of: 'views', command: { type: 'OpenWith', view: command.view } };
    case 'acknowledge-monitoring':
      return { of: 'agent', id: person, command: { type: 'Acknowledge' } };
    case 'sign-out':
      return { of: 'agent', id: person, command: { type: 'SignOut' } };
    default: {
      const asked = toConversationCommand(command);
      return 'refusal' in asked ? asked : { of: 'conversation', id: command.conversation, command: asked };
    }
  }
}

type OfConversation = Extract<Command, { conversation: string }>;

const plain = {
  'cancel-transfer': { type: 'CancelTransfer' },
  withdraw: { type: 'Withdraw' },
  pick: { type: 'Pick' },
  accept: { type: 'Accept' },
  reject: { type: 'Reject' },
  release: { type: 'Release' },
  park: { type: 'Park' },
  resume: { type: 'Resume' },
  end: { type: 'End' },
  close: { type: 'Close' },
  join: { type: 'Join' },
  leave: { type: 'Leave' },
  'lower-hand': { type: 'LowerHand' },
  claim: { type: 'Claim' },
} as const satisfies Record<string, ConversationCommand>;

function toConversationCommand(command: OfConversation): ConversationCommand | Refusal {
  switch (command.type) {
    case 'say':
      return { type: 'Say', plane: command.plane, id: command.message, text: command.text };
    case 'assign':
      return toAssign(command);
    case 'transfer':
      return toTransfer(command);
    case 'force-close':
      return { type: 'ForceClose', reason: command.reason };
    case 'raise-hand':
      return { type: 'RaiseHand', text: command.text };
    default:
      return plain[command.type];
  }
}

function toAssign(command: Extract<Command, { type: 'assign' }>): ConversationCommand | Refusal {
  if ((command.agent === undefined) === (command.queue === undefined))
    return refuse('malformed', { detail: 'Name either an agent or a queue.' });
  return command.agent === undefined
    ? { type: 'AssignToQueue', queue: command.queue! }
    : { type: 'AssignToAgent', agent: command.agent, ...(command.override && { override: command.override }) };
}

/** To an agent, or where the tenant switched it on to a queue (T2). */
function toTransfer(command: Extract<Command, { type: 'transfer' }>): ConversationCommand | Refusal {
  const { agent, queue, handover, override } = command;
  if (agent !== undefined && queue === undefined)
    return { type: 'Transfer', agent, ...(handover && { handover }), ...(override && { override }) };
  if (queue !== undefined && agent === undefined) return { type: 'TransferToQueue', queue };
  return refuse('malformed', { detail: 'Name either an agent or a queue.' });
}
