import { ta, type AdministratorKey } from '../../strings/administrator.ts';
import { entryName, savedValue, type EntryKind, type Whole } from './directory.ts';

/** The parts of the settings that are lists of entries. */
export type EntrySection = 'queues' | 'workstreams' | 'agents' | 'people' | 'integrations';
export type Section = 'policy' | EntrySection | 'notices';

/** In the order in which they stand. */
export const sections = {
  policy: { kind: 'policy', word: 'sectionPolicy', more: 'policyMore' },
  queues: { kind: 'queue', word: 'sectionQueues', more: 'queuesMore' },
  workstreams: { kind: 'workstream', word: 'sectionWorkstreams', more: 'workstreamsMore' },
  agents: { kind: 'person', word: 'sectionAgents', more: 'agentsMore' },
  people: { kind: 'person', word: 'sectionPeople', more: 'peopleMore' },
  integrations: { kind: 'integration', word: 'sectionIntegrations', more: 'integrationsMore' },
  notices: { kind: 'policy', word: 'sectionNotices', more: 'noticesMore' },
} as const satisfies Record<
  Section,
  { readonly kind: EntryKind; readonly word: AdministratorKey; readonly more: AdministratorKey }
>;

export const sectionWord = (section: Section): string => ta(sections[section].word);

/** Where an entry is found, and what it is called. */
export interface Place {
  readonly section: Section;
  readonly id: string;
  readonly name: string;
}

/** The place of `<kind>:<id>`. */
export function placeOf(whole: Whole, entry: string): Place {
  const { kind, id } = entryName(entry);
  const all = Object.keys(sections) as Section[];
  const section = kind === 'person' ? 'people' : (all.find((one) => sections[one].kind === kind) ?? 'policy');
  if (!isEntrySection(section)) return { section, id, name: sectionWord(section) };
  const name = savedValue(whole, { kind: sections[section].kind, id })?.['name'];
  return { section, id, name: typeof name === 'string' ? name : id };
}

export const isEntrySection = (section: Section): section is EntrySection =>
  section !== 'policy' && section !== 'notices';
