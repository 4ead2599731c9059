import type { Send } from './script.ts';

const OLDEST_MAJOR = 7;

/** What start-up must know of the server, and what its answer makes of an acknowledged message. */
export interface ServerFacts {
  readonly version: string;
  readonly isAppendOnly: boolean;
  /** `always`, `everysec` or `no`; undefined where the server does not say. */
  readonly fsync: string | undefined;
  readonly evictionPolicy: string | undefined;
}

export async function inspectServer(send: Send): Promise<ServerFacts> {
  const info = String(await send(['INFO']));
  const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  // Managed servers often forbid CONFIG; what it would have said is then unknown, not assumed.
  const fsync = await send(['CONFIG', 'GET', 'appendfsync']).then(
    (reply) => (reply as string[])[1],
    () => undefined,
  );
  return {
    version: field('redis_version') ?? 'unknown',
    isAppendOnly: field('aof_enabled') === '1',
    fsync,
    evictionPolicy: field('maxmemory_policy'),
  };
}

/** Why this server cannot hold a floor, with the mend; undefined if it can. */
export function serverRefusal({ version, evictionPolicy }: ServerFacts): string | undefined {
  if (!(Number.parseInt(version, 10) >= OLDEST_MAJOR)) {
    return `it is version ${version}, and ${OLDEST_MAJOR}.0 is the oldest that works: upgrade it`;
  }
  if (evictionPolicy !== undefined && evictionPolicy !== 'noeviction') {
    return (
      `its maxmemory-policy is ${evictionPolicy}, which would throw conversations away when memory is short: ` +
      'set it to noeviction (CONFIG SET maxmemory-policy noeviction, and in its configuration file)'
    );
  }
  return undefined;
}

/** What an acknowledged message is worth on this server, in one sentence. */
export function serverWorth({ isAppendOnly, fsync }: ServerFacts): string {
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
