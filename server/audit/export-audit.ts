import type { AuditLine } from '@floorwalk/core/policy';
import type { Tenant } from '../engine/engine.ts';
import { fitsFilter, type AuditFilter } from './audit-filter.ts';
import { conversationNames } from './conversation-names.ts';

const PAGE = 500;

/** The record's lines that fit as JSON Lines, oldest first, read a page at a time while somebody takes them (R4). */
export async function* exportAudit(
  tenant: Pick<Tenant, 'readAudit' | 'conversation' | 'floor'>,
  filter: AuditFilter,
): AsyncGenerator<string> {
  const fits = fitsFilter(tenant, filter);
  const wanted = filter.conversation?.toLocaleLowerCase();
  const isOf = async (
    id: string | undefined,
    nameOf: (id: string) => Promise<{ customer: string }>,
  ): Promise<boolean> =>
    wanted === undefined ||
    (id !== undefined &&
      (id === filter.conversation || (await nameOf(id)).customer.toLocaleLowerCase().includes(wanted)));
  for (let since = 0; ;) {
    const page = await tenant.readAudit(since, PAGE);
    const names = conversationNames(tenant);
    let lines = '';
    for (const { offset, body } of page) {
      const line = JSON.parse(body) as AuditLine;
      since = offset;
      if (fits(line) && (await isOf(line.conversation, names.of))) lines += `${JSON.stringify({ offset, ...line })}\n`;
    }
    if (lines !== '') yield lines;
    if (page.length < PAGE) return;
  }
}
