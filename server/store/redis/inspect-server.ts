import type { Topology } from './topology.ts';

const OLDEST_MAJOR = 7;

/** What start-up must know of one server, and what its answer makes of an acknowledged message. */
export interface ServerFacts {
  readonly version: string;
  readonly isAppendOnly: boolean;
  /** `always`, `everysec` or `no`; undefined where the server does not say. */
  readonly fsync: string | undefined;
  readonly evictionPolicy: string | undefined;
  /** `master`, or `slave` for a replica, which takes no writes. */
  readonly role: string | undefined;
  /** Copies that may take its place, and may then lack the newest writes. */
  readonly replicas: number;
  readonly isInCluster: boolean;
}

/** Asks every server that holds keys. */
export async function inspectServers(redis: Pick<Topology, 'publish' | 'everywhere'>): Promise<readonly ServerFacts[]> {
  const infos = await redis.everywhere(['INFO']);
  // Managed servers often forbid CONFIG; what it would have said is then unknown, not assumed.
  const fsyncs = await redis.everywhere(['CONFIG', 'GET', 'appendfsync']).catch(() => []);
  return infos.map((info, i) => factsOf(String(info), (fsyncs[i] as string[] | undefined)?.[1], redis));
}

function factsOf(info: string, fsync: string | undefined, redis: Pick<Topology, 'publish'>): ServerFacts {
  const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  return {
    version: field('redis_version') ?? 'unknown',
    isAppendOnly: field('aof_enabled') === '1',
    fsync,
    evictionPolicy: field('maxmemory_policy'),
    role: field('role'),
    replicas: Number(field('connected_slaves') ?? 0),
    isInCluster: field('cluster_enabled') === '1' && redis.publish === 'PUBLISH',
  };
}

/** Why this server cannot hold a floor, with the mend; undefined if it can. */
export function serverRefusal(facts: ServerFacts): string | undefined {
  const { version, evictionPolicy, role, isInCluster } = facts;
  if (!(Number.parseInt(version, 10) >= OLDEST_MAJOR)) {
    return `it is version ${version}, and ${OLDEST_MAJOR}.0 is the oldest that works: upgrade it`;
  }
  if (role === 'slave') {
    return (
      'it is a read-only replica, which can take no message: name its master in REDIS_URL ' +
      '(or its Sentinels, redis+sentinel://host1,host2/master-name, which always know the master)'
    );
  }
  if (isInCluster) return 'it is one node of a cluster: say redis+cluster:// instead of redis://';
  if (evictionPolicy !== undefined && evictionPolicy !== 'noeviction') {
    return (
      `its maxmemory-policy is ${evictionPolicy}, which would throw conversations away when memory is short: ` +
      'set it to noeviction (CONFIG SET maxmemory-policy noeviction, and in its configuration file)'
    );
  }
  return undefined;
}

/** What an acknowledged message is worth on these servers, in one sentence: on the weakest of them, if they differ. */
export function storeWorth(servers: readonly ServerFacts[]): string {
  const weakest = servers.toSorted((a, b) => durability(a) - durability(b))[0];
  const sentence = weakest ? serverWorth(weakest) : '';
  return servers.some(({ replicas }) => replicas > 0)
    ? sentence.replace(/\.$/u, '; a failover to a replica may lose what had not reached it yet.')
    : sentence;
}

const FSYNCS = ['unknown', 'no', 'everysec', 'always'];

const durability = ({ isAppendOnly, fsync = 'unknown' }: ServerFacts): number =>
  isAppendOnly ? 1 + FSYNCS.indexOf(fsync) : 0;

function serverWorth({ isAppendOnly, fsync }: ServerFacts): string {
  if (!isAppendOnly) {
    return 'An acknowledged message is in Redis’s memory only (appendonly no): a crash of Redis loses what came after its last snapshot.';
  }
  switch (fsync) {
    case 'always':
      return 'An acknowledged message is on Redis’s disk (appendfsync always): it survives a crash of Redis and a power cut.';
    case 'everysec':
      return 'An acknowledged message survives a crash of Redis; a power cut may lose the last second (appendfsync everysec).';
    case 'no':
      return 'An acknowledged message survives a crash of Redis; a power cut may lose the last half minute (appendfsync no).';
    default:
      return 'An acknowledged message survives a crash of Redis; it does not say what a power cut may lose (appendfsync unknown).';
  }
}
