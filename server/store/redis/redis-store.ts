import { randomBytes } from 'node:crypto';
import type {
  AuditEntry,
  Commit,
  CommitOutcome,
  Erased,
  Family,
  FloorEntry,
  Page,
  PlaneEntry,
  Position,
  Snapshot,
  Store,
  Stored,
} from '../store.ts';
import { readDue } from './due.ts';
import { answerField, encodeGroup, readOutcome } from './encode-group.ts';
import { unpackFloor, unpackLines, unpackStream } from './floor-blob.ts';
import { explainFailure } from './explain-failure.ts';
import { FloorFollower } from './floor-follower.ts';
import { Followers } from './followers.ts';
import type { RedisKeys } from './keys.ts';
import type { RedisOptions } from './redis-options.ts';
import { readTenantSnapshot, readStored } from './snapshot.ts';
import type { Send } from './script.ts';
import { commitGroup, ensureEpoch, eraseConversations, loadAggregate, readFloor } from './scripts.ts';
import type { Topology } from './topology.ts';

const KEEP_FLOOR = 20_000;
const REMEMBER_MS = 600_000;

const freshName = () => randomBytes(8).toString('hex');

/** The store that many servers share: every write is one script, and what was published is checked against the stream. */
export class RedisStore implements Store {
  readonly name = 'redis';
  readonly worth: string;
  readonly #redis: Topology;
  readonly #keys: RedisKeys;
  readonly #options: RedisOptions;
  readonly #followers: Followers;
  readonly #announced = new Set<string>();
  /** Tenants that have state, as far as was asked: none loses it again. */
  readonly #used = new Set<string>();
  readonly #sender = freshName();
  #sent = 0;

  constructor(deps: { redis: Topology; keys: RedisKeys; worth: string; options: RedisOptions }) {
    this.worth = deps.worth;
    this.#redis = deps.redis;
    this.#keys = deps.keys;
    this.#options = deps.options;
    this.#followers = new Followers(deps.options.onError);
  }

  /** After a connection was lost: commits wait until every follower knows whether its history is still there. */
  recheck(isHeld: (key: string) => boolean): void {
    this.#followers.recheck((tenant) => isHeld(this.#keys.ofTenant(tenant).meta));
  }

  /** A group whose answer was lost is sent again under the same sender: what it wrote the first time is its answer. */
  async commit(tenant: string, commits: readonly Commit[]): Promise<readonly CommitOutcome[]> {
    if (commits.length === 0) return [];
    await this.#announce(tenant);
    const keys = this.#keys.ofTenant(tenant);
    const sender = `${this.#sender}-${(this.#sent += 1).toString(36)}`;
    const encoded = encodeGroup(keys, sender, commits);
    const { clock, rememberMs = REMEMBER_MS, keepFloor = KEEP_FLOOR, keepAuditMs } = this.#options;
    const raw = await this.#redis.insist(async () => {
      await this.#followers.verified(tenant);
      const now = clock?.() ?? '';
      const args = {
        now,
        bucketMs: rememberMs,
        keepFloor,
        keepAudit: keepAuditMs ?? '',
        publish: this.#redis.publish,
        channel: keys.wake,
        sender,
        types: encoded.types,
        count: commits.length,
      };
      return commitGroup((command) => this.#redis.sendOnce(keys.meta, command), keys, args, encoded);
    });
    const outcomes = commits.map((commit, i) => readOutcome(raw[i] ?? [], sender, i, commit));
    if (!outcomes.some((outcome) => outcome.outcome === 'epoch' && outcome.epoch === '')) return outcomes;
    const epoch = await this.#epoch(tenant);
    return outcomes.map((outcome) => (outcome.outcome === 'epoch' ? { outcome: 'epoch', epoch } : outcome));
  }

  async load(tenant: string, family: Family, id: string): Promise<Stored | undefined> {
    const stored = await loadAggregate(this.#send(tenant), this.#keys.ofTenant(tenant), { field: `${family}:${id}` });
    return stored === undefined ? undefined : readStored(`${family}:${id}`, stored);
  }

  async find(tenant: string, key: string, limit: number): Promise<readonly string[]> {
    if (limit < 1) return [];
    return this.#strings(['ZREVRANGE', this.#keys.ofTenant(tenant).lookup(key), '0', String(limit - 1)]);
  }

  async snapshot(tenant: string): Promise<Snapshot> {
    const snapshot = await readTenantSnapshot(this.#send(tenant), this.#keys.ofTenant(tenant));
    if (snapshot.position.epoch !== '') return snapshot;
    await this.#epoch(tenant);
    return this.snapshot(tenant);
  }

  async readFloor(tenant: string, since: Position, limit: number): Promise<Page<FloorEntry>> {
    const args = { epoch: since.epoch, since: since.offset, limit: Math.max(1, limit) };
    const page = await readFloor(this.#send(tenant), this.#keys.ofTenant(tenant), args);
    if (page.stale) {
      const epoch = page.epoch === '' ? await this.#epoch(tenant) : page.epoch;
      return { stale: true, base: page.base, position: { epoch, offset: page.top } };
    }
    const unread = unpackStream(page.groups, unpackFloor).filter(({ offset }) => offset > since.offset);
    const entries = unread.slice(0, limit);
    return { stale: false, entries, position: { epoch: page.epoch, offset: entries.at(-1)?.offset ?? since.offset } };
  }

  async readPlane(
    tenant: string,
    conversation: string,
    plane: 'public' | 'internal',
    since: number,
    limit: number,
  ): Promise<readonly PlaneEntry[]> {
    if (limit < 1) return [];
    const key = this.#keys.ofTenant(tenant).plane(plane, conversation);
    const bodies = await this.#strings(['LRANGE', key, String(since), String(since + limit - 1)]);
    return bodies.map((body, i) => ({ offset: since + i + 1, body }));
  }

  async readAudit(tenant: string, since: number, limit: number): Promise<readonly AuditEntry[]> {
    if (limit < 1) return [];
    const key = this.#keys.ofTenant(tenant).audit;
    const groups = await this.#redis.send(key, ['XRANGE', key, `(${since}-0`, '+', 'COUNT', String(limit)]);
    const lines = unpackStream(groups, unpackLines).filter(({ offset }) => offset > since);
    return lines.slice(0, limit);
  }

  async readAuditBack(tenant: string, before: number, limit: number): Promise<readonly AuditEntry[]> {
    if (limit < 1 || before <= 1) return [];
    const key = this.#keys.ofTenant(tenant).audit;
    // The id of a group is its newest line's, so the group that has the line wanted may end at or after `before`.
    const first = ['XRANGE', key, `${before}-0`, '+', 'COUNT', '1'];
    const [over, groups] = await Promise.all([
      this.#redis.send(key, first),
      this.#redis.send(key, ['XREVRANGE', key, `(${before}-0`, '-', 'COUNT', String(limit)]),
    ]);
    const newestFirst = (raw: unknown) => unpackStream(raw, unpackLines).toSorted((a, b) => b.offset - a.offset);
    return [...newestFirst(over), ...newestFirst(groups)].filter(({ offset }) => offset < before).slice(0, limit);
  }

  async erase(tenant: string, conversations: readonly Erased[]): Promise<void> {
    const own = this.#keys.ofTenant(tenant);
    const planes = conversations.flatMap(({ id }) => [own.plane('public', id), own.plane('internal', id)]);
    const lookups = conversations.flatMap(({ id, keys }) => keys.map((key) => ({ id, key: own.lookup(key) })));
    await eraseConversations(
      this.#send(tenant),
      own,
      { planes: planes.length },
      {
        keys: [...planes, ...lookups.map(({ key }) => key)],
        args: [...lookups.map(({ id }) => id), ...conversations.flatMap(({ commands }) => commands.map(answerField))],
      },
    );
  }

  /** A dump is written from what is there: nothing that was erased. */
  async clean(): Promise<void> {}

  async follow(
    tenant: string,
    since: Position,
    listener: (entry: FloorEntry, position: Position) => void,
    onLost: () => void,
  ): Promise<() => Promise<void>> {
    const { wake } = this.#keys.ofTenant(tenant);
    const follower = new FloorFollower(since, {
      listener,
      onLost,
      onError: this.#options.onError,
      read: (position, limit) => this.readFloor(tenant, position, limit),
      renewEpoch: async (lost) => void (await this.#epoch(tenant, lost)),
    });
    const remove = this.#followers.add(tenant, follower);
    let unsubscribe = async (): Promise<void> => {};
    const stop = async (): Promise<void> => {
      remove();
      await unsubscribe();
    };
    try {
      unsubscribe = await this.#redis.subscribe(wake, (message) => follower.push(message));
      await follower.check(true);
    } catch (cause) {
      await stop();
      throw cause;
    }
    return stop;
  }

  async due(now: number, limit: number) {
    return readDue(this.#redis, this.#keys, await this.tenants(), now, limit);
  }

  /** Where the list cannot be read, or one of the tenants, as in a cluster that misses a part, those known before. */
  async tenants(): Promise<readonly string[]> {
    const names = await this.#strings(['SMEMBERS', this.#keys.tenants]).catch((cause: unknown) => {
      if (this.#used.size === 0) throw cause;
      return [...this.#used];
    });
    const isUsed = async (name: string): Promise<boolean> => {
      const { meta } = this.#keys.ofTenant(name);
      return (await this.#redis.sendOnce(meta, ['HEXISTS', meta, 'used'])) === 1;
    };
    await Promise.all(
      names.map(async (name) => {
        if (this.#used.has(name)) return;
        if (await isUsed(name).catch(() => false)) this.#used.add(name);
      }),
    );
    return names.filter((name) => this.#used.has(name));
  }

  async lease(tenant: string, key: string, until: number): Promise<void> {
    const { leases } = this.#keys.ofTenant(tenant);
    await this.#redis.send(leases, ['HSET', leases, key, String(until)]);
  }

  async leases(tenant: string): Promise<ReadonlyMap<string, number>> {
    const flat = await this.#strings(['HGETALL', this.#keys.ofTenant(tenant).leases]);
    return new Map(flat.flatMap((key, i) => (i % 2 === 0 ? [[key, Number(flat[i + 1])] as const] : [])));
  }

  async dropLease(tenant: string, key: string): Promise<void> {
    const { leases } = this.#keys.ofTenant(tenant);
    await this.#redis.send(leases, ['HDEL', leases, key]);
  }

  async ping(): Promise<void> {
    try {
      await this.#redis.everywhere(['PING']);
      // A server that is full, or whose disk is, answers PING and takes no command.
      await this.#redis.send(this.#keys.ready, ['SET', this.#keys.ready, 'yes']);
    } catch (cause) {
      throw new Error(`Redis takes no command: ${explainFailure(cause).why}.`, { cause });
    }
  }

  async close(): Promise<void> {
    this.#followers.stop();
    this.#redis.close();
  }

  /** Tenants are found by a set of their own, which may live in another slot: it is written before a tenant's first commit. */
  async #announce(tenant: string): Promise<void> {
    if (this.#announced.has(tenant)) return;
    await this.#redis.send(this.#keys.tenants, ['SADD', this.#keys.tenants, tenant]);
    this.#announced.add(tenant);
  }

  #epoch(tenant: string, replace = ''): Promise<string> {
    const keys = this.#keys.ofTenant(tenant);
    return ensureEpoch(this.#send(tenant), keys, {
      fresh: freshName(),
      replace,
      publish: this.#redis.publish,
      channel: keys.wake,
    });
  }

  #send(tenant: string): Send {
    const { meta } = this.#keys.ofTenant(tenant);
    return (command) => this.#redis.send(meta, command);
  }

  /** Of a command whose first operand is its key. */
  async #strings(command: readonly [string, string, ...string[]]): Promise<string[]> {
    return (await this.#redis.send(command[1], command)) as string[];
  }
}
