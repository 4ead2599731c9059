import type { Channel } from '../words.ts';
import { DAY_MS, isLive, kindOf, MINUTE_MS, SECOND_MS } from '../words.ts';
import type { Person, Policy, Queue, Workstream } from './directory.ts';

/** What applies to a workstream of this channel wherever its entry says nothing (C3, C4, A5). */
export const workstreamDefaults = (channel: Channel): Omit<Workstream, 'id' | 'name' | 'queue'> => ({
  channel,
  units: 1,
  allowedPresences: ['available', 'busy'],
  acceptance: 'offer',
  offerFor: 120 * SECOND_MS,
  wrapUpUnits: 'always',
  autoClose: autoCloseDefaults(channel),
  targets: targetDefaults(channel),
  keepSameAgent: !isLive(channel),
  mayPark: !isLive(channel),
  customerGrace: 3 * MINUTE_MS,
  disabled: false,
});

/** What applies to a queue wherever its entry says nothing: messaging, and pushed (D1). */
export const queueDefaults: Omit<Queue, 'id' | 'name'> = {
  kind: 'messaging',
  distribution: 'push',
  sentimentAlert: null,
  disabled: false,
};

/** What applies to a person wherever their entry says nothing: rights to nothing but what their roles give. */
export const personDefaults: Omit<Person, 'id' | 'name' | 'roles'> = {
  scope: [],
  capacity: 3,
  queues: [],
  identities: [],
  bot: false,
  disabled: false,
};

/** The policy of a tenant that has not said otherwise: all of the seed's commands on, silent monitoring (M7, N3, T2). */
export const defaultPolicy: Policy = {
  switches: { monitor: true, assign: true, transfer: true, transferToQueue: false, lastMessageOnFloor: true },
  consent: 'shown',
  monitoringVisibleToAgent: false,
  auditVisibleToAgent: false,
  silencedNotices: [],
  wording: {},
  customPresences: [],
};

function autoCloseDefaults(channel: Channel): Workstream['autoClose'] {
  // A record is work, not a conversation that goes quiet: only people close it.
  if (kindOf(channel) === 'record') return { open: null, waiting: null, 'wrap-up': null };
  if (isLive(channel)) return { open: 20 * MINUTE_MS, waiting: 28 * DAY_MS, 'wrap-up': 15 * MINUTE_MS };
  return { open: 30 * DAY_MS, waiting: 28 * DAY_MS, 'wrap-up': DAY_MS };
}

function targetDefaults(channel: Channel): Workstream['targets'] {
  if (channel === 'liveChat') return { firstReply: MINUTE_MS, reply: 2 * MINUTE_MS, agentSilent: 5 * MINUTE_MS };
  if (kindOf(channel) === 'messaging') return { firstReply: 60 * MINUTE_MS, reply: 240 * MINUTE_MS };
  return {};
}
