import type { AuditLine } from '@floorwalk/core/policy';
import type { Store } from '../store/store.ts';
import { eraseConversations, type EraseDeps } from './erase-conversations.ts';

const LINES = 500;
const HEAD = 'retention';

export interface ExpireDeps extends EraseDeps {
  readonly store: EraseDeps['store'] & Pick<Store, 'readAudit'>;
  /** How long closed conversations keep their content. */
  readonly keepMs: number;
}

/**
 * Erases what closed longer ago than is kept and answers how many conversations that were (R6). It walks the record, which
 * says when each closed, from where the last walk ended; any server may, and what another one erased is erased already.
 */
export async function expireConversations(deps: ExpireDeps): Promise<number> {
  const { store, tenant, now, keepMs } = deps;
  const stored = await store.load(tenant, 'directory', HEAD);
  const since = stored ? (JSON.parse(stored.state) as { to: number }).to : 0;
  const due: string[] = [];
  let to = since;
  for (let isOver = false; !isOver;) {
    const page = await store.readAudit(tenant, to, LINES);
    isOver = page.length < LINES;
    for (const { offset, body } of page) {
      const line = JSON.parse(body) as AuditLine;
      if (line.at > now - keepMs) {
        isOver = true;
        break;
      }
      if (line.what === 'ConversationClosed' && line.conversation !== undefined) due.push(line.conversation);
      to = offset;
    }
  }
  if (to === since) return 0;
  const erased = await eraseConversations(deps, { kind: 'system' }, 'ConversationExpired', due);
  const { position } = await store.readFloor(tenant, { epoch: '', offset: 0 }, 1);
  const expect = { family: 'directory' as const, id: HEAD, version: stored?.version ?? 0, final: true };
  // If another server was here at once, its mark stands.
  await store.commit(tenant, [
    {
      commandId: '',
      epoch: position.epoch,
      expect: [{ ...expect, state: JSON.stringify({ to }) }],
      ledger: [],
      append: [],
      floor: '',
      audit: [],
      answer: '{}',
    },
  ]);
  return erased.length;
}
