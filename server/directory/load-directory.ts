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
  const plain = entriesOf(tenant, file).map((entry) => ({ entry, made: [] as readonly MadeKey[] }));
  for (const { entry, made } of [...plain, ...integrationsOf(tenant, file, problems)]) {
    const name = directoryId(entry);
    const before = presentValue(tenant, entry);
    if (before !== undefined && isSame(before, entry.value)) {
      unchanged.push(name);
      continue;
    }
    // Of two who make keys of one integration at once one looks again: a key that is shown opens something.
    const expect = entry.kind === 'integration' ? { [name]: tenant.floor.directoryVersions.get(name) ?? 0 } : {};
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

interface WithKeys {
  readonly entry: Extract<DirectoryEntry, { kind: 'integration' }>;
  readonly made: readonly MadeKey[];
}

/** Integrations with the keys that the file wants and nobody has made; what is against one is said. */
function integrationsOf(tenant: Tenant, { integrations }: DirectoryFile, problems: string[]): readonly WithKeys[] {
  return Object.entries(integrations).flatMap(([id, { keys: wanted, ...body }]): WithKeys[] => {
    const { keys = [] } = tenant.floor.integrations.get(id) ?? {};
    const done = wantedKeys(tenant.id, integrationFrom(id, body, keys), wanted, tenant.now());
    if (!isRefusal(done)) return [{ entry: { kind: 'integration', value: done.integration }, made: done.made }];
    problems.push(`integration:${id}: ${done.detail}`);
    return [];
  });
}

/** Queues first: workstreams and people name them. */
function entriesOf({ floor }: Tenant, file: DirectoryFile): readonly DirectoryEntry[] {
  const { queues, workstreams, people, policy } = file;
  return [
    ...Object.entries(queues).map(([id, body]) => ({ kind: 'queue' as const, value: queueFrom(id, body) })),
    ...Object.entries(workstreams).map(([id, body]) => ({
      kind: 'workstream' as const,
      value: workstreamFrom(id, body),
    })),
    ...Object.entries(people).map(([id, body]) => ({ kind: 'person' as const, value: personFrom(id, body) })),
    ...(policy ? [{ kind: 'policy' as const, value: policyFrom(floor.policy, policy) }] : []),
  ];
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
