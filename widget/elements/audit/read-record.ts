import type { AuditLine } from '@floorwalk/core/policy';
import { askHttp, type SignIn } from '../../client/index.ts';

/** A line with its place. */
export type RecordLine = AuditLine & { readonly offset: number };

/** What is searched for; what is empty is not looked at. */
export interface RecordQuery {
  readonly about: string;
  readonly what: string;
  readonly from: number | null;
  readonly to: number | null;
}

const PAGE = 1_000;

/** Every line that fits, newest first; an agent or supervisor gets those that are theirs to read. */
export async function readRecord(signIn: SignIn, query: RecordQuery, signal: AbortSignal): Promise<RecordLine[]> {
  const lines: RecordLine[] = [];
  for (let since = 0; ;) {
    const about = query.about === '' ? '' : `&about=${encodeURIComponent(query.about)}`;
    const response = await askHttp(signIn, `/v1/audit?since=${since}&limit=${PAGE}${about}`, signal);
    const { items, next } = (await response.json()) as { items: RecordLine[]; next: number };
    lines.push(...items.filter((line) => fits(line, query)));
    if (next === since) return lines.toReversed();
    since = next;
  }
}

/** The part of the address that exports these times. */
export const exportPath = ({ from, to }: RecordQuery): string => {
  const times = [from === null ? [] : [`from=${from}`], to === null ? [] : [`to=${to}`]].flat();
  return `/v1/audit/export?${times.join('&')}`;
};

const fits = ({ what, at }: RecordLine, query: RecordQuery): boolean =>
  (query.what === '' || what === query.what) &&
  (query.from === null || at >= query.from) &&
  (query.to === null || at < query.to);
