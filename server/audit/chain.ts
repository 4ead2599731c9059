import { createHash } from 'node:crypto';
import type { AuditEntry } from '../store/store.ts';

/** What the first line of a tenant's record is chained to. */
export const GENESIS = '0'.repeat(43);

/** The plane that holds a tenant's seals. A space keeps it apart from every conversation's id. */
export const SEALS = 'audit seals';

/** Where the newest seal stands: an aggregate of its own, so that of two servers that seal at once one does. */
export const SEAL_HEAD = 'audit-seal';

/** A run of lines of the record, each chained to the one before it (R4). */
export interface Seal {
  readonly from: number;
  readonly to: number;
  /** The link of the line before `from`. */
  readonly before: string;
  /** The link of every line from `from` to `to`. */
  readonly links: readonly string[];
  readonly at: number;
}

export interface SealHead {
  readonly to: number;
  readonly link: string;
}

/** A line's link: SHA-256 over the link before it, its place and its bytes. */
export const linkOf = (before: string, { offset, body }: AuditEntry): string =>
  createHash('sha256').update(`${before}\n${offset}\n${body}`).digest('base64url');

/** The links of lines that follow each other. */
export function linksOf(before: string, lines: readonly AuditEntry[]): readonly string[] {
  let link = before;
  return lines.map((line) => (link = linkOf(link, line)));
}
