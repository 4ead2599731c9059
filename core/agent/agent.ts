import type { ChosenPresence, Time } from '../words.ts';

/** A presence that somebody set by hand (K2); `by` differs from the agent where a supervisor set it (K4). */
export interface ManualPresence {
  readonly presence: ChosenPresence;
  readonly custom: string | null;
  readonly by: string;
  readonly at: Time;
}

/** What is stored of an agent: connections and manual presence. Routing presence and load are computed (K2, K3). */
export interface Agent {
  readonly id: string;
  readonly version: number;
  readonly manual: ManualPresence | null;
  /** Set when an offer was missed, until the agent acts or a presence is set (K2). */
  readonly missedOfferAt: Time | null;
  /** Live connections: connection id → the server (or integration lease) that holds it (K5). */
  readonly connections: Readonly<Record<string, string>>;
  /** When the last connection went; null while there is one. A new agent has never been reachable: 0. */
  readonly unreachableSince: Time | null;
  /** Whether the unreachable limit has passed and was acted upon (K5). */
  readonly lost: boolean;
  /** First acknowledgement of the monitoring statement since sign-in (R5). */
  readonly acknowledgedAt: Time | null;
  /** When push last offered them something; ties go to whoever was offered longest ago (D1). */
  readonly offeredAt: Time | null;
}

/** Facts about one agent. */
export type AgentEvent = { readonly at: Time; readonly by: string } & (
  | { readonly type: 'AgentConnected'; readonly connection: string; readonly server: string }
  | { readonly type: 'AgentDisconnected'; readonly connection: string }
  | { readonly type: 'AgentLost'; readonly why: 'unreachable' | 'signedOut' | 'disabled' }
  | { readonly type: 'PresenceSet'; readonly presence: ChosenPresence; readonly custom: string | null }
  | { readonly type: 'PresenceLapsed' }
  | { readonly type: 'OfferMissed' }
  | { readonly type: 'AgentActed' }
  | { readonly type: 'AgentOffered' }
  | { readonly type: 'MonitoringAcknowledged' }
);

export type AgentCommand =
  | { readonly type: 'Connect'; readonly connection: string; readonly server: string }
  | { readonly type: 'Disconnect'; readonly connection: string }
  | { readonly type: 'SignOut' }
  | { readonly type: 'Disable' }
  /** `presence` is a base presence or the id of a custom one (K1). */
  | { readonly type: 'SetPresence'; readonly presence: string }
  | { readonly type: 'Acknowledge' }
  /** The agent did something: a missed offer no longer makes them inactive (K2). */
  | { readonly type: 'Act' }
  /** They accepted or closed a conversation: manual available and busy end (K2). */
  | { readonly type: 'Lapse' }
  /** An offer to them ran out (K2). */
  | { readonly type: 'MissOffer' }
  /** Push offered them something (D1). */
  | { readonly type: 'NoteOffer' }
  | { readonly type: 'Tick' };

/** How long an agent may be unreachable before K5 takes their conversations. */
export const UNREACHABLE_LIMIT_MS = 150_000;
/** How long an integration's lease and a dead server's connections last without renewal (K5, M3). */
export const LEASE_MS = 30_000;
