import { isRefusal } from '@floorwalk/core';
import {
  defaultPolicy,
  personDefaults,
  queueDefaults,
  workstreamDefaults,
  type DirectoryEntry,
  type Person,
} from '@floorwalk/core/directory';
import { directoryId } from '@floorwalk/core/directory';
import type { Distribution } from '@floorwalk/core';
import { MINUTE_MS } from '@floorwalk/core';
import { system } from '../engine/reactions.ts';
import type { Tenant } from '../engine/engine.ts';

/** A made-up contact centre: four queues, three channels, sixteen agents, two supervisors and an administrator. */
export const demoQueues = {
  billing: 'Billing',
  delivery: 'Delivery',
  returns: 'Returns',
  technical: 'Technical',
} as const;

const agents: readonly (readonly [
  id: string,
  name: string,
  capacity: number,
  queues: readonly (keyof typeof demoQueues)[],
])[] = [
  ['priya', 'Priya Raman', 6, ['billing']],
  ['tomas', 'Tomás Herrera', 4, ['billing', 'delivery']],
  ['lena', 'Lena Fischer', 3, ['technical']],
  ['omar', 'Omar Haddad', 4, ['returns', 'delivery']],
  ['yuki', 'Yuki Tanabe', 4, ['billing', 'delivery']],
  ['hugo', 'Hugo Martin', 4, ['technical', 'returns']],
  ['luca', 'Luca Moretti', 4, ['billing', 'technical']],
  ['sofia', 'Sofia Lindgren', 4, ['delivery', 'returns']],
  ['ben', 'Ben Adeyemi', 4, ['billing']],
  ['mei', 'Mei-Ling Zhou', 4, ['technical']],
  ['dario', 'Dario Conti', 4, ['returns']],
  ['nadia', 'Nadia Petrov', 4, ['delivery']],
  ['freya', 'Freya Nilsen', 4, ['technical', 'delivery']],
  ['kofi', 'Kofi Mensah', 4, ['delivery', 'returns']],
];

/** Agents whom the traffic plays; `sam` and `you` are left for whoever opens the agent's page. */
export const playedAgents = agents.map(([id]) => id);

const person = (id: string, name: string, change: Pick<Person, 'roles'> & Partial<Person>): DirectoryEntry => ({
  kind: 'person',
  value: { id, name, ...personDefaults, ...change },
});

/** Everything the demonstration's administrator would have saved. */
export function demoDirectory(distribution: Distribution): readonly DirectoryEntry[] {
  const targets = { firstReply: 2 * MINUTE_MS, reply: 2 * MINUTE_MS, agentSilent: 5 * MINUTE_MS };
  const workstream = (
    id: string,
    name: string,
    channel: 'liveChat' | 'whatsapp' | 'sms',
    units: number,
  ): DirectoryEntry => ({
    kind: 'workstream',
    value: { id, name, queue: 'billing', ...workstreamDefaults(channel), units, targets, offerFor: MINUTE_MS },
  });
  return [
    ...Object.entries(demoQueues).map(([id, name]): DirectoryEntry => ({
      kind: 'queue',
      value: { id, name, ...queueDefaults, distribution, sentimentAlert: 2 },
    })),
    workstream('live-chat', 'Live chat', 'liveChat', 2),
    workstream('whatsapp', 'WhatsApp', 'whatsapp', 1),
    workstream('sms', 'SMS', 'sms', 1),
    ...agents.map(([id, name, capacity, queues]) =>
      person(id, name, { roles: ['agent'], capacity, queues: [...queues] }),
    ),
    person('sam', 'Sam Okafor', { roles: ['agent'], capacity: 6, queues: ['billing', 'delivery'] }),
    person('ines', 'Ines Carvalho', { roles: ['supervisor'], scope: 'all' }),
    person('jonas', 'Jonas Weber', { roles: ['supervisor'], scope: ['billing', 'delivery'] }),
    person('ada', 'Ada Novak', { roles: ['administrator'], scope: 'all' }),
    {
      kind: 'policy',
      value: {
        ...defaultPolicy,
        switches: { ...defaultPolicy.switches, monitor: true, assign: true, transfer: true, lastMessageOnFloor: true },
      },
    },
  ];
}

/** Saves the demonstration's directory where it is not there yet; with `push` its queues distribute by themselves. */
export async function seedDemo(tenant: Tenant, { push }: { readonly push: boolean }): Promise<void> {
  const distribution = push ? 'push' : 'external';
  for (const entry of demoDirectory(distribution)) {
    const isThere = tenant.floor.directoryVersions.has(directoryId(entry));
    const differs = entry.kind === 'queue' && tenant.floor.queues.get(entry.value.id)?.distribution !== distribution;
    if (isThere && !differs) continue;
    const saved = await tenant.run(system, { of: 'directory', entry });
    if (isRefusal(saved)) throw new Error(`The demonstration's ${directoryId(entry)} cannot be saved: ${saved.detail}`);
  }
}
