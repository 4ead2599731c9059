import type { AuditLine } from '@floorwalk/core/policy';
import type { Tenant } from '../engine/engine.ts';

const PAGE = 500;

/** The record's lines from `from` until before `to` as JSON Lines, read a page at a time while somebody takes them (R4). */
export async function* exportAudit(
  tenant: Pick<Tenant, 'readAudit'>,
  from: number,
  to: number,
): AsyncGenerator<string> {
  for (let since = 0; ;) {
    const page = await tenant.readAudit(since, PAGE);
    let lines = '';
    for (const { offset, body } of page) {
      const line = JSON.parse(body) as AuditLine;
      if (line.at >= from && line.at < to) lines += `${JSON.stringify({ offset, ...line })}\n`;
      since = offset;
    }
    if (lines !== '') yield lines;
    if (page.length < PAGE) return;
  }
}
