import type { Integration } from './integration.ts';
import type { Channel, ChosenPresence, Distribution, Presence, QueueKind, Role, State, Time } from '../words.ts';

/** Reply targets in milliseconds; a missing one is not watched (C3). */
export interface Targets {
  readonly firstReply?: number;
  readonly reply?: number;
  readonly agentSilent?: number;
}

/** How long units stay held in `wrap-up`: always, never, or so many milliseconds (K3). */
export type WrapUpUnits = 'always' | 'never' | number;

/** The terms under which conversations of one channel are handled (C3). Times in milliseconds. */
export interface Workstream {
  readonly id: string;
  readonly name: string;
  readonly channel: Channel;
  readonly units: number;
  readonly allowedPresences: readonly Presence[];
  readonly acceptance: 'offer' | 'automatic';
  readonly offerFor: number;
  readonly wrapUpUnits: WrapUpUnits;
  /** Auto-close by state; null switches it off (C4). */
  readonly autoClose: Readonly<Record<Exclude<State, 'closed' | 'active'>, number | null>>;
  readonly targets: Targets;
  readonly keepSameAgent: boolean;
  readonly mayPark: boolean;
  readonly customerGrace: number;
  /** The queue that new conversations enter when none is named. */
  readonly queue: string;
  readonly disabled: boolean;
}

export interface Queue {
  readonly id: string;
  readonly name: string;
  readonly kind: QueueKind;
  readonly distribution: Distribution;
  /** Sentiment steps (1 very negative … 7 very positive) at or below which one alert is raised (S3). */
  readonly sentimentAlert: number | null;
  readonly disabled: boolean;
}

/** Queues a supervisor may act on, by the conversation's queue now (R2). */
export type Scope = 'all' | readonly string[];

export type Identity =
  | { readonly issuer: string; readonly subject: string }
  | { readonly entra: { readonly tenant: string; readonly object: string } };

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly scope: Scope;
  readonly capacity: number;
  /** Queues this person is a member of, as an agent. */
  readonly queues: readonly string[];
  readonly identities: readonly Identity[];
  readonly bot: boolean;
  readonly disabled: boolean;
}

/** A custom presence maps to a base one, which alone counts (K1). */
export interface CustomPresence {
  readonly id: string;
  readonly name: string;
  readonly base: ChosenPresence;
}

export const switches = ['monitor', 'assign', 'transfer', 'transferToQueue', 'lastMessageOnFloor'] as const;
export type Switch = (typeof switches)[number];

export type ConsentMode = 'shown' | 'accepted' | 'elsewhere';

/** What a tenant's administrator decides for everybody. */
export interface Policy {
  readonly switches: Readonly<Record<Switch, boolean>>;
  readonly consent: ConsentMode;
  /** Whether the agent sees who monitors (M7). */
  readonly monitoringVisibleToAgent: boolean;
  /** Whether agents may read the audit lines about themselves (R4). */
  readonly auditVisibleToAgent: boolean;
  /** Notices that customers of a channel do not get (N1): `channel:kind`. */
  readonly silencedNotices: readonly string[];
  /** Wording by `locale:audience:kind`, in place of the client's own (N1). */
  readonly wording: Readonly<Record<string, string>>;
  readonly customPresences: readonly CustomPresence[];
}

/** Everything an administrator configures for one tenant. */
export interface Directory {
  readonly workstreams: ReadonlyMap<string, Workstream>;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly people: ReadonlyMap<string, Person>;
  readonly integrations: ReadonlyMap<string, Integration>;
  readonly policy: Policy;
}

/** One saved entry; the directory is the fold of all of them, last one wins. */
export type DirectoryEntry =
  | { readonly kind: 'workstream'; readonly value: Workstream }
  | { readonly kind: 'queue'; readonly value: Queue }
  | { readonly kind: 'person'; readonly value: Person }
  | { readonly kind: 'integration'; readonly value: Integration }
  | { readonly kind: 'policy'; readonly value: Policy };

export interface DirectorySaved {
  readonly type: 'DirectorySaved';
  readonly at: Time;
  readonly by: string;
  readonly entry: DirectoryEntry;
}
