/** The vocabulary of SPEC, one word per concept; every other module takes these names from here. */

export const channels = [
  'liveChat',
  'sms',
  'whatsapp',
  'teams',
  'facebook',
  'line',
  'telegram',
  'custom',
  'voice',
  'record',
] as const;
export type Channel = (typeof channels)[number];

/** The kind of queue that a channel's conversations live in; conversations never change kind (A3). */
export type QueueKind = 'messaging' | 'record' | 'voice';
export const kindOf = (channel: Channel): QueueKind =>
  channel === 'voice' ? 'voice' : channel === 'record' ? 'record' : 'messaging';
/** Synchronous: the customer is there now or gone (C5). */
export const isLive = (channel: Channel): boolean => channel === 'liveChat' || channel === 'voice';

export const states = ['open', 'active', 'waiting', 'wrap-up', 'closed'] as const;
export type State = (typeof states)[number];

export const planes = ['public', 'internal'] as const;
export type Plane = (typeof planes)[number];

export const roles = ['agent', 'supervisor', 'administrator', 'integration'] as const;
export type Role = (typeof roles)[number];

/** Base presences a person may choose; `inactive` is set by the system only (K1). */
export const chosenPresences = ['available', 'busy', 'doNotDisturb', 'away', 'offline'] as const;
export type ChosenPresence = (typeof chosenPresences)[number];
export const presences = [...chosenPresences, 'inactive'] as const;
export type Presence = (typeof presences)[number];

export const distributions = ['push', 'pick', 'external'] as const;
export type Distribution = (typeof distributions)[number];

/** Where an act came from, for the audit record (R4). */
export type From = 'panel' | 'teams' | 'api' | 'system';

/** Milliseconds since the Unix epoch on the clock port (X1). */
export type Time = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
