import type { AuditLine } from '@floorwalk/core/policy';
import type { AuditEntry, Store } from '../store/store.ts';
import { eraseConversations, type EraseDeps } from './erase-conversations.ts';

const LINES = 500;
const HEAD = 'retention';

export interface ExpireDeps extends EraseDeps {
  readonly store: EraseDeps['store'] & Pick<Store, 'readAudit'>;
  /** How long closed conversations keep their content. */
  readonly keepMs: number;
  /** Whether to end after the page under way: the server stops. */
  readonly isStopped?: () => boolean;
}

/**
 * Erases what closed longer ago than is kept and answers how many conversations that were (R6). It walks the record, which
 * says when each closed, a page at a time from where the last walk ended; any server may, and what another one erased is
 * erased already. The store's files are the caller's to clean.
 */
export async function expireConversations(deps: ExpireDeps): Promise<number> {
  const { store, tenant, isStopped = () => false } = deps;
  const stored = await store.load(tenant, 'directory', HEAD);
  let since = stored ? (JSON.parse(stored.state) as { to: number }).to : 0;
  let version = stored?.version ?? 0;
  let expired = 0;
  for (let isOver = false; !isOver && !isStopped();) {
    const page = await store.readAudit(tenant, since, LINES);
    const old = olderThan(page, deps.now - deps.keepMs);
    isOver = old.length < LINES;
    const to = old.at(-1)?.offset;
    if (to === undefined) break;
    expired += (await eraseConversations(deps, { kind: 'system' }, 'ConversationExpired', closedIn(old))).length;
    // If another server was here at once, its mark stands, and the rest is its to erase.
    if (!(await mark(deps, to, version))) break;
    since = to;
    version += 1;
  }
  return expired;
}

interface Line {
  readonly offset: number;
  readonly line: AuditLine;
}

function olderThan(page: readonly AuditEntry[], before: number): readonly Line[] {
  const lines = page.map(({ offset, body }) => ({ offset, line: JSON.parse(body) as AuditLine }));
  const young = lines.findIndex(({ line }) => line.at > before);
  return young < 0 ? lines : lines.slice(0, young);
}

const closedIn = (lines: readonly Line[]): string[] =>
  lines.flatMap(({ line }) =>
    line.what === 'ConversationClosed' && line.conversation !== undefined ? [line.conversation] : [],
  );

/** Notes that everything up to `to` is done; answers whether this server was the one to note it. */
async function mark({ store, tenant }: ExpireDeps, to: number, version: number): Promise<boolean> {
  const { position } = await store.readFloor(tenant, { epoch: '', offset: 0 }, 1);
  const [outcome] = await store.commit(tenant, [
    {
      commandId: '',
      epoch: position.epoch,
      expect: [{ family: 'directory', id: HEAD, version, state: JSON.stringify({ to }), final: true }],
      ledger: [],
      append: [],
      floor: '',
      audit: [],
      answer: '{}',
    },
  ]);
  return outcome?.outcome === 'committed';
}
