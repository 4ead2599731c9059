import { primaryOf, type Conversation } from '../conversation/conversation.ts';
import type { Floor } from '../floor/floor.ts';
import { switches, type Policy } from './directory.ts';
import { countOf, type SaveEffect } from './save-effect.ts';

/** What a changed policy does to who watches, to what supervisors may do, and to what customers are told (R3, N1, N3). */
export function policyEffects(floor: Floor, after: Policy): readonly SaveEffect[] {
  const before = floor.policy;
  return [
    ...watchEffects(floor, after),
    ...switchEffects(floor, after),
    {
      effect: before.monitoringVisibleToAgent ? 'agentsSeeNoWatchers' : 'agentsSeeWatchers',
      count: before.monitoringVisibleToAgent === after.monitoringVisibleToAgent ? 0 : watched(floor).length,
    },
    {
      effect: before.auditVisibleToAgent ? 'agentsReadNoRecord' : 'agentsReadRecord',
      count: before.auditVisibleToAgent === after.auditVisibleToAgent ? 0 : withRole(floor, 'agent'),
    },
    ...silenceEffects(floor, after),
  ];
}

function watchEffects(floor: Floor, after: Policy): readonly SaveEffect[] {
  if (!floor.policy.switches.monitor) return [];
  if (!after.switches.monitor) {
    const watching = new Set([...floor.rosters.values()].flatMap(({ watchers }) => watchers.map(({ id }) => id)));
    return [{ effect: 'watchersEnd', count: watching.size }];
  }
  const asksNow = after.consent === 'accepted' && floor.policy.consent !== 'accepted';
  const unasked = watched(floor).filter(({ consentAt }) => consentAt === null);
  return [{ effect: 'watchersNeedConsent', count: asksNow ? unasked.length : 0 }];
}

function switchEffects(floor: Floor, after: Policy): readonly SaveEffect[] {
  const before = floor.policy;
  return switches.flatMap((what): SaveEffect[] => {
    if (before.switches[what] === after.switches[what]) return [];
    const isOn = after.switches[what];
    if (what === 'lastMessageOnFloor') {
      const shown = countOf(floor.conversations.values(), ({ lastPublic }) => lastPublic !== null);
      return [{ effect: isOn ? 'previewsCome' : 'previewsGo', count: shown }];
    }
    const people = withRole(floor, 'supervisor');
    const pending = (c: Conversation): boolean => 'pending' in c && c.pending !== null;
    const stay = what === 'transfer' && !isOn ? countOf(floor.conversations.values(), pending) : 0;
    return [
      { effect: isOn ? 'supervisorsGain' : 'supervisorsLose', count: people, what },
      { effect: 'transfersStay', count: stay },
    ];
  });
}

/** Counts conversations now; one that is silenced where nobody is counts once, since joins there will not be told. */
function silenceEffects(floor: Floor, after: Policy): readonly SaveEffect[] {
  const fresh = after.silencedNotices.filter((name) => !floor.policy.silencedNotices.includes(name));
  const channels = new Set(fresh.map((name) => name.split(':')[0]));
  const now = countOf(floor.conversations.values(), ({ channel }) => channels.has(channel));
  const joins = countOf(fresh, (name) => name.endsWith(':consultantJoined'));
  return [
    { effect: 'customersNotTold', count: now },
    { effect: 'joinsNotTold', count: joins },
  ];
}

const watched = (floor: Floor): readonly Conversation[] =>
  [...floor.rosters].flatMap(([id, { watchers }]) => {
    const c = watchers.length > 0 ? floor.conversations.get(id) : undefined;
    return c && primaryOf(c) ? [c] : [];
  });

const withRole = (floor: Floor, role: 'agent' | 'supervisor'): number =>
  countOf(floor.people.values(), ({ roles, disabled }) => !disabled && roles.includes(role));
