import type { Floor } from '../floor/floor.ts';
import type { Refusal } from '../refusals.ts';
import { refuse } from '../refusals.ts';
import { kindOf, presences } from '../words.ts';
import type { DirectoryEntry, Identity, Person, Policy, Queue, Workstream } from './directory.ts';
import { integrationRefusal } from './integration.ts';
import { isSilenceable, wordingKey, wordingPlaceholders, wrongPlaceholder } from './wording.ts';

/** Why an entry must not be saved as it stands, or null (C7). Ranges and types are the schema's business. */
export function saveRefusal(floor: Floor, entry: DirectoryEntry): Refusal | null {
  switch (entry.kind) {
    case 'workstream':
      return workstreamRefusal(floor, entry.value);
    case 'queue':
      return queueRefusal(floor, entry.value);
    case 'person':
      return personRefusal(floor, entry.value);
    case 'policy':
      return policyRefusal(entry.value);
    case 'integration':
      return integrationRefusal(entry.value);
  }
}

/** The id of an entry's aggregate: `<kind>:<id>`; a tenant has one policy. */
export const directoryId = (entry: DirectoryEntry): string =>
  entry.kind === 'policy' ? 'policy:policy' : `${entry.kind}:${entry.value.id}`;

function workstreamRefusal(floor: Floor, saved: Workstream): Refusal | null {
  if (saved.allowedPresences.length === 0) return refuse('emptyAllowedPresences', { field: 'allowedPresences' });
  const queue = floor.queues.get(saved.queue);
  if (queue === undefined) return unknownQueue(saved.queue, 'queue');
  if (queue.kind !== kindOf(saved.channel)) return refuse('queueKind', { field: 'queue' });
  if (queue.disabled && !saved.disabled)
    return refuse('targetDisabled', { field: 'queue', detail: 'The queue is disabled. Choose another.' });
  const before = floor.workstreams.get(saved.id);
  const isUsed = (): boolean => some(floor.conversations, ({ workstream }) => workstream === saved.id);
  if (before !== undefined && before.channel !== saved.channel && isUsed())
    return refuse('inUse', {
      field: 'channel',
      detail: 'Conversations of this workstream are on the floor, so its channel stays.',
    });
  return null;
}

function queueRefusal(floor: Floor, saved: Queue): Refusal | null {
  const before = floor.queues.get(saved.id);
  if (before === undefined || before.kind === saved.kind) return null;
  const isUsed =
    some(floor.workstreams, ({ queue }) => queue === saved.id) ||
    some(floor.conversations, ({ queue }) => queue === saved.id);
  return isUsed
    ? refuse('inUse', { field: 'kind', detail: 'Workstreams or conversations use this queue, so its kind stays.' })
    : null;
}

function personRefusal(floor: Floor, saved: Person): Refusal | null {
  const missing = saved.queues.find((id) => !floor.queues.has(id));
  if (missing !== undefined) return unknownQueue(missing, 'queues');
  const outside = saved.scope === 'all' ? undefined : saved.scope.find((id) => !floor.queues.has(id));
  if (outside !== undefined) return unknownQueue(outside, 'scope');
  const taken = (other: Person): boolean =>
    other.id !== saved.id && other.identities.some((theirs) => saved.identities.some((own) => isSame(own, theirs)));
  return some(floor.people, taken)
    ? refuse('identifierReused', {
        field: 'identities',
        detail: 'Another person signs in with this identity. Remove it there first.',
      })
    : null;
}

function policyRefusal({ customPresences, wording, silencedNotices }: Policy): Refusal | null {
  const ids = customPresences.map(({ id }) => id);
  const isTaken = ids.some((id, at) => ids.indexOf(id) !== at || presences.some((presence) => presence === id));
  if (isTaken)
    return refuse('identifierReused', {
      field: 'customPresences',
      detail: 'Each custom presence needs an id of its own.',
    });
  const silenced = silencedNotices.find((name) => !isSilenceable(name));
  if (silenced !== undefined)
    return refuse('malformed', {
      field: 'silencedNotices',
      detail: `${silenced} names no notice to customers of a channel. Write channel:notice.`,
    });
  return firstOf(Object.entries(wording), ([key, text]) => wordingRefusal(key, text));
}

function wordingRefusal(key: string, text: string): Refusal | null {
  const field = `wording.${key}`;
  const known = wordingKey(key);
  if (known === null)
    return refuse('malformed', { field, detail: `${key} names no notice to customers. Write locale:customer:notice.` });
  if (text.trim() === '') return refuse('malformed', { field, detail: 'Write the words, or remove them.' });
  const wrong = wrongPlaceholder(known.kind, text);
  if (wrong === null) return null;
  const allowed = wordingPlaceholders[known.kind].map((name) => `{${name}}`).join(', ');
  const remedy = allowed === '' ? 'This notice has none. Remove it.' : `Use ${allowed}.`;
  return refuse('malformed', { field, detail: `There is nothing for ${wrong} here. ${remedy}` });
}

function firstOf<T>(items: readonly T[], refusalOf: (item: T) => Refusal | null): Refusal | null {
  for (const item of items) {
    const found = refusalOf(item);
    if (found) return found;
  }
  return null;
}

const unknownQueue = (id: string, field: string): Refusal =>
  refuse('unknownQueue', { field, detail: `There is no queue ${id}. Save the queue first.` });

const isSame = (a: Identity, b: Identity): boolean =>
  'entra' in a
    ? 'entra' in b && a.entra.tenant === b.entra.tenant && a.entra.object === b.entra.object
    : 'issuer' in b && a.issuer === b.issuer && a.subject === b.subject;

function some<T>(map: ReadonlyMap<string, T>, test: (value: T) => boolean): boolean {
  for (const value of map.values()) if (test(value)) return true;
  return false;
}
