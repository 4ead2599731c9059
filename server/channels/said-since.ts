import type { Tenant } from '../engine/engine.ts';
import type { PublicEntry } from '../live/customer/port.ts';
import { toPublicEntry } from '../live/public-port.ts';

/** Commits that one read looks at. */
const COMMITS = 500;

/** What was said in public in all conversations after a place, as far as one read reaches. */
export interface SaidSince {
  readonly said: readonly { readonly conversation: string; readonly entry: PublicEntry }[];
  /** Where the next read goes on, at whatever server and whenever. */
  readonly place: string;
  /** Nothing follows yet. */
  readonly isAll: boolean;
}

/** The place after everything that was said until now. */
export const placeNow = ({ epoch, offset }: Tenant): string => `${epoch}.${offset}`;

/** What followed a place; undefined where that is not kept any more, or never was a place. */
export async function saidSince(tenant: Tenant, place: string): Promise<SaidSince | undefined> {
  const [, epoch, text] = /^(.+)\.(\d{1,15})$/u.exec(place) ?? [];
  if (epoch === undefined) return undefined;
  const read = await tenant.readSaid({ epoch, offset: Number(text) }, COMMITS);
  if (!read) return undefined;
  const said = read.items.map((item) => ({ conversation: item.conversation, entry: toPublicEntry(item) }));
  return { said, place: `${epoch}.${read.position.offset}`, isAll: read.isAll };
}
