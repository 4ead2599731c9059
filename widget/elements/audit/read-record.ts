import type { AuditLine } from '@floorwalk/core/policy';
import { askHttp, type SignIn } from '../../client/index.ts';

/** A line with its place. */
export type RecordLine = AuditLine & { readonly offset: number };

/** What is searched for; what is empty is not looked at. */
export interface RecordQuery {
  readonly who: string;
  readonly agent: string;
  readonly conversation: string;
  readonly what: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** Lines, newest first, and what is called how in them. */
export interface RecordPage {
  readonly items: readonly RecordLine[];
  /** Where the next page begins; null: there is none. */
  readonly next: number | null;
  readonly names: Readonly<Record<string, string>>;
  readonly conversations: Readonly<Record<string, { readonly customer: string; readonly queue: string }>>;
}

/** Whether the record is as it was sealed. */
export type Seals =
  | {
      readonly ok: true;
      readonly lines: number;
      readonly unsealed: number;
      readonly anchor: { readonly offset: number; readonly link: string };
    }
  | { readonly ok: false; readonly offset: number; readonly why: string };

const PAGE = 100;

/** The lines that fit before a place, newest first; an agent or supervisor gets those that are theirs to read. */
export async function readPage(
  signIn: SignIn,
  query: RecordQuery,
  before: number | null,
  signal: AbortSignal,
): Promise<RecordPage> {
  const asked = paramsOf(query);
  asked.set('order', 'newest');
  asked.set('limit', String(PAGE));
  if (before !== null) asked.set('before', String(before));
  return (await (await askHttp(signIn, `/v1/audit?${asked}`, signal)).json()) as RecordPage;
}

export const readSeals = async (signIn: SignIn, signal: AbortSignal): Promise<Seals> =>
  (await (await askHttp(signIn, '/v1/audit/seal', signal)).json()) as Seals;

/** The part of the address that exports what is searched. */
export const exportPath = (query: RecordQuery): string => `/v1/audit/export?${paramsOf(query)}`;

function paramsOf({ from, to, ...texts }: RecordQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(texts)) if (value !== '') params.set(name, value);
  if (from !== null) params.set('from', String(from));
  if (to !== null) params.set('to', String(to));
  return params;
}
