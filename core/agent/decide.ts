import type { CustomPresence } from '../directory/directory.ts';
import type { Refusal } from '../refusals.ts';
import { refuse } from '../refusals.ts';
import type { ChosenPresence, Time } from '../words.ts';
import { chosenPresences } from '../words.ts';
import type { Agent, AgentCommand, AgentEvent } from './agent.ts';
import { agentDueAt } from './deadline.ts';

/** When and by whom an agent's command is decided, with the tenant's custom presences (K1). */
export interface AgentMoment {
  readonly now: Time;
  /** A person's id, or `system`. */
  readonly by: string;
  readonly customPresences?: readonly CustomPresence[];
}

/** What a command does to one agent; a repeated one does nothing and is not refused. */
export function decideAgent(agent: Agent, command: AgentCommand, moment: AgentMoment): readonly AgentEvent[] | Refusal {
  const said = { at: moment.now, by: moment.by };
  switch (command.type) {
    case 'Connect':
      if (agent.connections[command.connection] === command.server) return [];
      return [{ ...said, type: 'AgentConnected', connection: command.connection, server: command.server }];
    case 'Disconnect':
      if (agent.connections[command.connection] === undefined) return [];
      return [{ ...said, type: 'AgentDisconnected', connection: command.connection }];
    case 'SignOut':
      return agent.lost ? [] : [{ ...said, type: 'AgentLost', why: 'signedOut' }];
    case 'Disable':
      return agent.lost ? [] : [{ ...said, type: 'AgentLost', why: 'disabled' }];
    case 'Tick':
      return isOverdue(agent, moment.now) ? [{ ...said, type: 'AgentLost', why: 'unreachable' }] : [];
    case 'SetPresence':
      return setPresence(agent, command.presence, moment);
    case 'Acknowledge':
      return agent.acknowledgedAt === null ? [{ ...said, type: 'MonitoringAcknowledged' }] : [];
    case 'Act':
      return agent.missedOfferAt === null ? [] : [{ ...said, type: 'AgentActed' }];
    case 'Lapse':
      return lapses(agent) ? [{ ...said, type: 'PresenceLapsed' }] : [];
    case 'MissOffer':
      return agent.missedOfferAt === null ? [{ ...said, type: 'OfferMissed' }] : [];
    case 'NoteOffer':
      return agent.offeredAt === moment.now ? [] : [{ ...said, type: 'AgentOffered' }];
  }
}

function isOverdue(agent: Agent, now: Time): boolean {
  const dueAt = agentDueAt(agent);
  return dueAt !== null && dueAt <= now;
}

const lapses = ({ manual }: Agent): boolean => manual?.presence === 'available' || manual?.presence === 'busy';

function setPresence(agent: Agent, asked: string, moment: AgentMoment): readonly AgentEvent[] | Refusal {
  if (asked === 'inactive') return refuse('presenceBySystem');
  const chosen = choose(asked, moment.customPresences ?? []);
  if (chosen === null) return refuse('malformed', { detail: 'There is no such presence. Choose one from the list.' });
  const { manual } = agent;
  const isSo = manual?.presence === chosen.presence && manual.custom === chosen.custom && manual.by === moment.by;
  if (isSo && agent.missedOfferAt === null) return [];
  return [{ at: moment.now, by: moment.by, type: 'PresenceSet', ...chosen }];
}

function choose(
  asked: string,
  custom: readonly CustomPresence[],
): { readonly presence: ChosenPresence; readonly custom: string | null } | null {
  const base = chosenPresences.find((presence) => presence === asked);
  if (base !== undefined) return { presence: base, custom: null };
  const named = custom.find(({ id }) => id === asked);
  return named === undefined ? null : { presence: named.base, custom: named.id };
}
