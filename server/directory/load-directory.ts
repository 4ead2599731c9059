import { isRefusal } from '@floorwalk/core';
import { directoryId, type DirectoryEntry } from '@floorwalk/core/directory';
import { http } from '@floorwalk/core/protocol';
import * as v from 'valibot';
import type { Tenant } from '../engine/engine.ts';
import type { MadeKey } from '../auth/make-key.ts';
import { integrationFrom, personFrom, policyFrom, queueFrom, workstreamFrom } from './entries.ts';
import { wantedKeys } from './wanted-keys.ts';

type DirectoryFile = v.InferOutput<typeof http.directoryFile>;

/** A directory file, or everything that is wrong with it. */
export type ReadFile =
  { readonly file: DirectoryFile; readonly problems: readonly [] } | { readonly problems: readonly string[] };

/** Checks a directory file's text: its shape and the names in it, with all problems at once. Nothing is written. */
export function readDirectoryFile(text: string): ReadFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problems: [`The file is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`] };
  }
  const result = v.safeParse(http.directoryFile, value);
  if (!result.success)
    return { problems: result.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`) };
  return { file: result.output, problems: [] };
}

/** What loading a file did, a line for each entry, in the order in which they were saved. */
export interface Loaded {
  readonly tenant: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Keys that were made: they can be read here and never again. */
  readonly keys: readonly { readonly integration: string; readonly label: string; readonly key: string }[];
  readonly problems: readonly string[];
}

/**
 * Saves every entry that differs from what the tenant has. Entries that the file does not name stay as they are:
 * nothing is deleted (C7). Names that nothing answers to are found before anything is written.
 */
export async function loadDirectory(tenant: Tenant, file: DirectoryFile): Promise<Loaded> {
  const [added, changed, unchanged]: [string[], string[], string[]] = [[], [], []];
  const problems = danglingNames(tenant, file);
  const keys: Loaded['keys'][number][] = [];
  const loaded = { tenant: tenant.id, added, changed, unchanged, keys, problems };
  if (problems.length > 0) return loaded;
  for (const { entry, made = [] } of savesOf(tenant, file, problems)) {
    const name = directoryId(entry);
    const before = presentValue(tenant, entry);
    if (before !== undefined && isSame(before, entry.value)) {
      unchanged.push(name);
      continue;
    }
    // Made from what is there: a switch that somebody turns, or a key that somebody revokes at once, does not come back.
    const isMerged = entry.kind === 'integration' || entry.kind === 'policy';
    const expect = isMerged ? { [name]: tenant.floor.directoryVersions.get(name) ?? 0 } : {};
    const done = await tenant.run({ kind: 'system' }, { of: 'directory', entry, expect });
    if (isRefusal(done)) {
      problems.push(`${name}: ${done.detail}`);
      continue;
    }
    (before === undefined ? added : changed).push(name);
    keys.push(...made.map(({ key, entry: { label } }) => ({ integration: name, label, key })));
  }
  return loaded;
}

interface Save {
  readonly entry: DirectoryEntry;
  /** Keys that count once it is saved. */
  readonly made?: readonly MadeKey[];
}

/**
 * What is to be saved, each made when it is its turn. Queues first: workstreams and people name them. Integrations with
 * the keys that the file wants and nobody has made; what is against one is said.
 */
function* savesOf(tenant: Tenant, file: DirectoryFile, problems: string[]): Generator<Save> {
  const { queues, workstreams, people, policy, integrations } = file;
  for (const [id, body] of Object.entries(queues)) yield { entry: { kind: 'queue', value: queueFrom(id, body) } };
  for (const [id, body] of Object.entries(workstreams))
    yield { entry: { kind: 'workstream', value: workstreamFrom(id, body) } };
  for (const [id, body] of Object.entries(people)) yield { entry: { kind: 'person', value: personFrom(id, body) } };
  if (policy) yield { entry: { kind: 'policy', value: policyFrom(tenant.floor.policy, policy) } };
  for (const [id, { keys: wanted, ...body }] of Object.entries(integrations)) {
    const { keys = [] } = tenant.floor.integrations.get(id) ?? {};
    const done = wantedKeys(tenant.id, integrationFrom(id, body, keys), wanted, tenant.now());
    if (isRefusal(done)) problems.push(`integration:${id}: ${done.detail}`);
    else yield { entry: { kind: 'integration', value: done.integration }, made: done.made };
  }
}

function danglingNames({ floor }: Tenant, { queues, workstreams, people }: DirectoryFile): string[] {
  const isQueue = (id: string): boolean => Object.hasOwn(queues, id) || floor.queues.has(id);
  const wrong = (where: string, id: string): string[] => (isQueue(id) ? [] : [`${where}: there is no queue ${id}.`]);
  return [
    ...Object.entries(workstreams).flatMap(([id, { queue }]) => wrong(`workstreams.${id}.queue`, queue)),
    ...Object.entries(people).flatMap(([id, person]) => [
      ...(person.queues ?? []).flatMap((queue) => wrong(`people.${id}.queues`, queue)),
      ...(person.scope === 'all' ? [] : (person.scope ?? [])).flatMap((queue) => wrong(`people.${id}.scope`, queue)),
    ]),
  ];
}

function presentValue({ floor }: Tenant, entry: DirectoryEntry): object | undefined {
  switch (entry.kind) {
    case 'queue':
      return floor.queues.get(entry.value.id);
    case 'workstream':
      return floor.workstreams.get(entry.value.id);
    case 'person':
      return floor.people.get(entry.value.id);
    case 'integration':
      return floor.integrations.get(entry.value.id);
    case 'policy':
      return floor.directoryVersions.has(directoryId(entry)) ? floor.policy : undefined;
  }
}

const isSame = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b);

/** JSON that does not depend on the order in which fields were written. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
