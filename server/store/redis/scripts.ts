import { script } from './script.ts';

const lua = (name: string) => new URL(`./scripts/${name}.lua`, import.meta.url);
const strings = (raw: unknown) => (raw as unknown[]).map(String);

/** One outcome for each commit, as `readOutcome` takes them. */
export const commitGroup = script(lua('commit-group'), {
  keys: ['meta', 'versions', 'live', 'final', 'due', 'floor', 'audit', 'agents', 'answersEven', 'answersOdd'],
  args: ['now', 'bucketMs', 'keepFloor', 'keepAudit', 'publish', 'channel', 'sender', 'types', 'count'],
  reply: (raw) => (raw as unknown[]).map(strings),
});

/** Drops planes, lookups, and what else names the conversations. */
export const eraseConversations = script(lua('erase'), {
  keys: ['floor', 'answersEven', 'answersOdd'],
  args: ['planes'],
  reply: () => undefined,
});

/** The tenant's epoch, begun if there is none or if it is the one to `replace`. */
export const ensureEpoch = script(lua('ensure-epoch'), {
  keys: ['meta', 'floor', 'audit'],
  args: ['fresh', 'replace', 'publish', 'channel'],
  reply: String,
});

/** Stream entries of the floor after a position, or where it can be read from. */
export const readFloor = script(lua('read-floor'), {
  keys: ['meta', 'floor'],
  args: ['epoch', 'since', 'limit'],
  reply: (raw) => {
    const [isFresh, epoch, third, top] = raw as [0 | 1, string, unknown, unknown];
    if (isFresh === 1) return { stale: false as const, epoch, groups: third };
    return { stale: true as const, epoch, base: Number(third), top: Number(top) };
  },
});

/** All live aggregates and ledgers at one position; undefined if there are more agents than the caller knew. */
export const readSnapshot = script(lua('read-snapshot'), {
  keys: ['meta', 'live', 'agents'],
  args: ['known'],
  reply: (raw) => {
    const [isWhole, epoch, offset, live, ledgers] = raw as [0 | 1, string, string, string[], string[][]];
    return isWhole === 1 ? { epoch, offset: Number(offset), live, ledgers } : undefined;
  },
});

/** `version:state` of one aggregate. */
export const loadAggregate = script(lua('load'), {
  keys: ['live', 'final'],
  args: ['field'],
  reply: (raw) => (typeof raw === 'string' ? raw : undefined),
});
