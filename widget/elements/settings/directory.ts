import type { Person, Policy, Queue, SaveEffect, Workstream } from '@floorwalk/core/directory';
import { askHttp, type SignIn } from '../../client/index.ts';

/** Everything configured, as `GET /v1/directory` answers it. */
export interface Whole {
  readonly workstreams: readonly Workstream[];
  readonly queues: readonly Queue[];
  readonly people: readonly Person[];
  readonly policy: Policy;
  /** Programs with keys; a server that keeps none here says nothing of them. */
  readonly integrations?: readonly Integration[];
  readonly versions: Readonly<Record<string, number>>;
}

/** An integration as its administrator reads it: its keys without what they are known by. */
export interface Integration {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly string[];
  readonly disabled: boolean;
  readonly keys: readonly {
    readonly id: string;
    readonly label: string;
    readonly createdAt: number;
    readonly expiresAt: number | null;
  }[];
}

export type EntryKind = 'queue' | 'workstream' | 'person' | 'policy' | 'integration';
/** An entry's fields; what they are is the form's business. `members` goes with a queue. */
export type Value = Readonly<Record<string, unknown>>;

/** One entry of the directory by kind and id; a tenant has one policy. */
export interface EntryName {
  readonly kind: EntryKind;
  readonly id: string;
}

export const nameOf = ({ kind, id }: EntryName): string => (kind === 'policy' ? 'policy:policy' : `${kind}:${id}`);

/** The entry of `<kind>:<id>`. */
export const entryName = (entry: string): EntryName => {
  const at = entry.indexOf(':');
  return { kind: entry.slice(0, at) as EntryKind, id: entry.slice(at + 1) };
};

const paths = { queue: 'queues', workstream: 'workstreams', person: 'people', integration: 'integrations' } as const;
const pathOf = ({ kind, id }: EntryName): string =>
  kind === 'policy' ? 'policy' : `${paths[kind]}/${encodeURIComponent(id)}`;

export const readDirectory = async (signIn: SignIn, signal: AbortSignal): Promise<Whole> =>
  (await (await askHttp(signIn, '/v1/directory', signal)).json()) as Whole;

/** The entry as it is saved, a queue with its members; undefined where there is none. */
export function savedValue(whole: Whole, { kind, id }: EntryName): Value | undefined {
  switch (kind) {
    case 'policy':
      return { ...whole.policy };
    case 'queue': {
      const found = whole.queues.find((queue) => queue.id === id);
      return found && { ...found, members: membersOf(whole, id) };
    }
    case 'workstream': {
      const found = whole.workstreams.find((workstream) => workstream.id === id);
      return found && { ...found };
    }
    case 'integration': {
      const found = whole.integrations?.find((integration) => integration.id === id);
      return found && { ...found };
    }
    case 'person': {
      const found = whole.people.find((person) => person.id === id);
      return found && { ...found };
    }
  }
}

export const membersOf = ({ people }: Whole, queue: string): readonly string[] =>
  people.filter(({ queues }) => queues.includes(queue)).map(({ id }) => id);

/** What a save would do, or did; `isTry` writes nothing. Throws an `HttpFailure`. */
export async function putEntry(
  signIn: SignIn,
  signal: AbortSignal,
  { name, value, version, isTry }: { name: EntryName; value: Value; version: number; isTry: boolean },
): Promise<{ readonly effects: readonly SaveEffect[] }> {
  const response = await askHttp(signIn, `/v1/directory/${pathOf(name)}${isTry ? '?dryRun=1' : ''}`, signal, {
    method: 'PUT',
    body: value,
    headers: { 'if-match': `"${version}"` },
  });
  return (await response.json()) as { readonly effects: readonly SaveEffect[] };
}

/** Makes a key of an integration and answers it; nobody can read it a second time. */
export async function makeKey(
  signIn: SignIn,
  signal: AbortSignal,
  integration: string,
  label: string,
): Promise<string> {
  const path = `/v1/directory/integrations/${encodeURIComponent(integration)}/keys`;
  const body = label === '' ? {} : { label };
  const response = await askHttp(signIn, path, signal, { method: 'POST', body });
  return ((await response.json()) as { readonly key: string }).key;
}

export async function revokeKey(signIn: SignIn, signal: AbortSignal, integration: string, key: string): Promise<void> {
  const path = `/v1/directory/integrations/${encodeURIComponent(integration)}/keys/${encodeURIComponent(key)}`;
  await askHttp(signIn, path, signal, { method: 'DELETE' });
}
