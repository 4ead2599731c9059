import type { Agent, AgentEvent } from './agent.ts';

/** An agent of whom nothing has been heard: never connected, no presence chosen. */
export const initialAgent = (id: string): Agent => ({
  id,
  version: 0,
  manual: null,
  missedOfferAt: null,
  connections: {},
  unreachableSince: 0,
  // Nothing to take away from someone who was never here, so no deadline runs.
  lost: true,
  acknowledgedAt: null,
  offeredAt: null,
});

/** The agent after one event. The version is the folder's to set. */
export function evolveAgent(agent: Agent, event: AgentEvent): Agent {
  switch (event.type) {
    case 'AgentConnected': {
      const connections = { ...agent.connections, [event.connection]: event.server };
      return { ...agent, connections, unreachableSince: null, lost: false };
    }
    case 'AgentDisconnected': {
      const { [event.connection]: gone, ...connections } = agent.connections;
      if (gone === undefined) return agent;
      return { ...agent, connections, unreachableSince: isEmpty(connections) ? event.at : agent.unreachableSince };
    }
    case 'AgentLost':
      return {
        ...agent,
        lost: true,
        connections: {},
        unreachableSince: agent.unreachableSince ?? event.at,
        // An acknowledgement holds for one sign-in; a lost connection does not end it (R5).
        acknowledgedAt: event.why === 'unreachable' ? agent.acknowledgedAt : null,
      };
    case 'PresenceSet': {
      const manual = { presence: event.presence, custom: event.custom, by: event.by, at: event.at };
      return { ...agent, manual, missedOfferAt: null };
    }
    case 'PresenceLapsed':
      return { ...agent, manual: null };
    case 'OfferMissed':
      return { ...agent, missedOfferAt: event.at };
    case 'AgentActed':
      return { ...agent, missedOfferAt: null };
    case 'AgentOffered':
      return { ...agent, offeredAt: event.at };
    case 'MonitoringAcknowledged':
      return { ...agent, acknowledgedAt: event.at };
  }
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;
