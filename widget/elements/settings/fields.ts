import { personDefaults, queueDefaults, switches, workstreamDefaults } from '@floorwalk/core/directory';
import { channels, chosenPresences, distributions, integrationRights, roles } from '@floorwalk/core';
import type { Value } from './directory.ts';

/** How a field is filled in. */
export type FieldType =
  | { readonly is: 'text' | 'number' | 'flag' | 'identities' | 'scope' | 'presences' }
  /** Milliseconds; `empty` is what nothing means, or nothing may not be said. */
  | { readonly is: 'duration'; readonly empty?: 'null' | 'absent' }
  | { readonly is: 'wrapUp' }
  | { readonly is: 'sentiment' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** Any of a few. */
  | { readonly is: 'any'; readonly of: readonly string[] }
  /** Ids of queues or agents. */
  | { readonly is: 'queue' | 'queues' | 'members' };

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** Only while it is new. */
  readonly isForNew?: boolean;
  readonly hint?: string;
  /** What it is called, where that is not by its name. */
  readonly word?: string;
  /** The role without which it means nothing. */
  readonly role?: string;
  /** A number's bounds, as the server has them. */
  readonly most?: number;
}

const id: Field = { name: 'id', type: { is: 'text' }, isForNew: true, hint: 'fieldHint_id' };
const name: Field = { name: 'name', type: { is: 'text' } };
const disabled = (hint: string): Field => ({ name: 'disabled', type: { is: 'flag' }, hint });

const queue: readonly Field[] = [
  name,
  id,
  { name: 'kind', type: { is: 'choice', of: ['messaging', 'voice', 'record'] }, hint: 'fieldHint_kind' },
  { name: 'distribution', type: { is: 'choice', of: distributions } },
  { name: 'members', type: { is: 'members' }, hint: 'fieldHint_members' },
  { name: 'sentimentAlert', type: { is: 'sentiment' } },
  disabled('fieldHint_disabledQueue'),
];

const workstream: readonly Field[] = [
  name,
  id,
  { name: 'channel', type: { is: 'choice', of: channels } },
  { name: 'queue', type: { is: 'queue' } },
  { name: 'units', type: { is: 'number' }, hint: 'fieldHint_units', most: 1_000 },
  { name: 'allowedPresences', type: { is: 'any', of: chosenPresences } },
  { name: 'acceptance', type: { is: 'choice', of: ['offer', 'automatic'] } },
  { name: 'offerFor', type: { is: 'duration' } },
  { name: 'wrapUpUnits', type: { is: 'wrapUp' }, hint: 'fieldHint_wrapUpUnits' },
  { name: 'autoClose.open', type: { is: 'duration', empty: 'null' } },
  { name: 'autoClose.waiting', type: { is: 'duration', empty: 'null' } },
  { name: 'autoClose.wrap-up', type: { is: 'duration', empty: 'null' } },
  { name: 'targets.firstReply', type: { is: 'duration', empty: 'absent' } },
  { name: 'targets.reply', type: { is: 'duration', empty: 'absent' } },
  { name: 'targets.agentSilent', type: { is: 'duration', empty: 'absent' } },
  { name: 'customerGrace', type: { is: 'duration' } },
  { name: 'keepSameAgent', type: { is: 'flag' } },
  { name: 'mayPark', type: { is: 'flag' } },
  disabled('fieldHint_disabledWorkstream'),
];

const agent: readonly Field[] = [
  name,
  id,
  { name: 'capacity', type: { is: 'number' }, most: 10_000 },
  { name: 'queues', type: { is: 'queues' }, hint: 'fieldHint_queues' },
  disabled('fieldHint_disabledPerson'),
];

const person: readonly Field[] = [
  name,
  id,
  { name: 'roles', type: { is: 'any', of: roles } },
  { name: 'scope', type: { is: 'scope' }, hint: 'fieldHint_scope', role: 'supervisor' },
  { name: 'identities', type: { is: 'identities' }, hint: 'fieldHint_identities' },
  { name: 'bot', type: { is: 'flag' } },
];

const integration: readonly Field[] = [
  name,
  id,
  { name: 'rights', type: { is: 'any', of: integrationRights } },
  disabled('fieldHint_disabledIntegration'),
];

const policy: readonly Field[] = [
  ...switches.map((what): Field => ({ name: `switches.${what}`, type: { is: 'flag' } })),
  {
    name: 'monitoringVisibleToAgent',
    type: { is: 'flag' },
    hint: 'fieldHint_monitoringVisibleToAgent',
  },
  { name: 'auditVisibleToAgent', type: { is: 'flag' } },
  { name: 'consent', type: { is: 'choice', of: ['shown', 'accepted', 'elsewhere'] } },
  { name: 'customPresences', type: { is: 'presences' }, hint: 'fieldHint_customPresences' },
];

/** The fields of each part of the settings, in the order in which they are filled in. */
export const fieldsOf = {
  queues: queue,
  workstreams: workstream,
  agents: agent,
  people: person,
  integrations: integration,
  policy,
} as const;

/** What a new entry begins with: the defaults of the server. */
export const freshOf = {
  queues: (): Value => ({ ...queueDefaults, name: '', id: '', members: [] }),
  workstreams: (): Value => ({ ...workstreamDefaults('liveChat'), name: '', id: '', queue: '' }),
  agents: (): Value => ({ ...personDefaults, name: '', id: '', roles: ['agent'] }),
  integrations: (): Value => ({ name: '', id: '', rights: [], disabled: false }),
  people: (): Value => ({ ...personDefaults, name: '', id: '', roles: [] }),
} as const;

/** An id from a name, as long as nobody has chosen another. */
export const idFrom = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60);
