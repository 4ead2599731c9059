import { isRefusal, type Actor } from '@floorwalk/core';
import { personDefaults, queueDefaults, workstreamDefaults, type DirectoryEntry } from '@floorwalk/core/directory';
import { systemClock } from '../../server/clock.ts';
import { createEngine } from '../../server/engine/create-engine.ts';
import type { Request, Tenant } from '../../server/engine/engine.ts';
import { encodeGroup } from '../../server/store/redis/encode-group.ts';
import { openRedisStore } from '../../server/store/redis/index.ts';
import { redisKeys } from '../../server/store/redis/keys.ts';
import { commitGroup } from '../../server/store/redis/scripts.ts';
import type { Commit, Store } from '../../server/store/store.ts';
import { startRedis } from '../../test/support/redis.ts';
import { agentOf, HOT, IN_FLIGHT } from './commit-load.ts';

/** One commit of the product, and the command by which the product would send it alone. */
export interface Recorded {
  readonly commit: Commit;
  readonly command: readonly string[];
}

/** What a client needs to write the same again to an empty Redis. */
export interface Recording {
  /** The text of the product's script. */
  readonly script: string;
  readonly epoch: string;
  /** The floor's beginnings, and then the commits that are measured; each in the order in which they were written. */
  readonly before: readonly Recorded[];
  readonly measured: readonly Recorded[];
}

const TENANT = 'demo';
/** Times that each conversation is handed out and given back. */
const TIMES = 4;

/** The commits of the load of `commit-load.ts`, recorded from the product's own engine. */
export async function recordCommits(conversations: number): Promise<Recording> {
  const redis = await startRedis();
  const fail = (cause: unknown): never => {
    throw cause instanceof Error ? cause : new Error(JSON.stringify(cause));
  };
  const store = await openRedisStore({ url: redis.url, onError: fail });
  const commits: Commit[] = [];
  const engine = createEngine({
    store: recorder(store, commits),
    clock: systemClock(),
    analyse: () => Promise.resolve(null),
    log: { error: fail },
  });
  const tenant = await engine.tenant(TENANT);
  const ids = Array.from({ length: conversations }, (_, i) => `conversation-${i}`);
  await openFloor(tenant, ids);
  const opened = commits.length;
  await Promise.all(Array.from({ length: IN_FLIGHT }, (_, place) => handAbout(tenant, ids, place)));
  const { epoch } = tenant;
  await engine.close();
  await store.close();
  await redis.close();
  const script = await textOfScript();
  const all = await Promise.all(commits.map(async (commit, i) => ({ commit, command: await commandOf(commit, i) })));
  return { script, epoch, before: all.slice(0, opened), measured: all.slice(opened) };
}

function recorder(store: Store, commits: Commit[]): Store {
  const commit: Store['commit'] = async (tenant, group) => {
    const outcomes = await store.commit(tenant, group);
    commits.push(...group.filter((_, i) => outcomes[i]?.outcome === 'committed'));
    return outcomes;
  };
  return new Proxy(store, {
    get: (_, name) => {
      if (name === 'commit') return commit;
      const value: unknown = Reflect.get(store, name, store);
      return typeof value === 'function' ? (value.bind(store) as unknown) : value;
    },
  });
}

async function run(tenant: Tenant, actor: Actor, request: Request): Promise<void> {
  for (;;) {
    const done = await tenant.run(actor, request);
    if (!isRefusal(done)) return;
    if (done.refusal !== 'busy') throw new Error(`${done.refusal}: ${done.detail}`);
    await new Promise((later) => setTimeout(later, 100));
  }
}

const QUEUE = 'bench';
const agents = (): readonly string[] => [HOT, ...Array.from({ length: IN_FLIGHT / 2 }, (_, i) => agentOf(2 * i + 1))];
const person = (id: string, role: 'agent' | 'supervisor'): Actor => ({
  kind: 'person',
  id,
  name: id,
  roles: [role],
  scope: 'all',
  from: 'panel',
});

async function openFloor(tenant: Tenant, ids: readonly string[]): Promise<void> {
  const entries: readonly DirectoryEntry[] = [
    { kind: 'queue', value: { id: QUEUE, name: 'Bench', ...queueDefaults, distribution: 'external' } },
    {
      kind: 'workstream',
      value: {
        id: QUEUE,
        name: 'Bench',
        queue: QUEUE,
        ...workstreamDefaults('whatsapp'),
        acceptance: 'automatic',
        units: 1,
        allowedPresences: ['available', 'busy', 'doNotDisturb'],
      },
    },
    ...agents().map((id): DirectoryEntry => ({
      kind: 'person',
      value: { id, name: id, ...personDefaults, roles: ['agent'], capacity: 1_000, queues: [QUEUE] },
    })),
  ];
  for (const entry of entries) await run(tenant, { kind: 'system' }, { of: 'directory', entry });
  const connect = { type: 'Connect', connection: 'desk', server: '' } as const;
  for (const id of agents()) await run(tenant, person(id, 'agent'), { of: 'agent', id, command: connect });
  const integration: Actor = { kind: 'integration', id: 'bench', rights: ['open'] };
  for (const id of ids) {
    const open = {
      type: 'Open',
      workstream: QUEUE,
      customer: { name: `Customer ${id}` },
      subject: `Parcel ${id}`,
    } as const;
    await run(tenant, integration, { of: 'conversation', id, command: open });
  }
}

async function handAbout(tenant: Tenant, ids: readonly string[], place: number): Promise<void> {
  const agent = agentOf(place);
  const own = ids.filter((_, i) => i % IN_FLIGHT === place);
  for (let time = 0; time < TIMES; time++)
    for (const id of own) {
      const assign = { type: 'AssignToAgent', agent } as const;
      await run(tenant, person(`walker-${place}`, 'supervisor'), { of: 'conversation', id, command: assign });
      await run(tenant, person(agent, 'agent'), { of: 'conversation', id, command: { type: 'Release' } });
    }
}

const keys = redisKeys('floorwalk').ofTenant(TENANT);

/** What the product sends for a group of one. */
async function commandOf(commit: Commit, place: number, isUnknown = false): Promise<readonly string[]> {
  const group = encodeGroup(keys, `recorded-${place}`, [commit]);
  let sent: readonly string[] = [];
  const send = (command: readonly string[]): Promise<unknown> => {
    sent = command;
    return isUnknown && command[0] === 'EVALSHA' ? Promise.reject(new Error('NOSCRIPT')) : Promise.resolve([]);
  };
  const args = { now: '', bucketMs: 600_000, keepFloor: 20_000, keepAudit: '', publish: 'PUBLISH', channel: keys.wake };
  await commitGroup(send, keys, { ...args, sender: `recorded-${place}`, types: group.types, count: 1 }, group);
  return sent;
}

async function textOfScript(): Promise<string> {
  const nothing: Commit = {
    commandId: 'x',
    epoch: '',
    expect: [],
    ledger: [],
    append: [],
    floor: '',
    audit: [],
    answer: '',
  };
  return (await commandOf(nothing, 0, true))[1] ?? '';
}
