import type { Tenant } from '../engine/engine.ts';
import type { PublicEntry } from '../live/customer/port.ts';
import { toPublicEntry } from '../live/public-port.ts';

/** Commits that one read looks at. */
const COMMITS = 500;

/** What was said in public in all conversations after an offset of the floor feed, as far as one read reaches. */
export interface SaidSince {
  readonly said: readonly { readonly conversation: string; readonly entry: PublicEntry }[];
  /** Where the next read goes on. */
  readonly offset: number;
  /** The last commit that said anything in public; undefined: none of these did. */
  readonly spoken: number | undefined;
  /** Nothing follows yet. */
  readonly isAll: boolean;
}

/** What followed an offset of the tenant's present history; undefined where that is not kept any more. */
export async function saidSince(tenant: Tenant, offset: number): Promise<SaidSince | undefined> {
  const read = await tenant.readSaid({ epoch: tenant.epoch, offset }, COMMITS);
  if (!read) return undefined;
  const said = read.items.map((item) => ({ conversation: item.conversation, entry: toPublicEntry(item) }));
  return { said, offset: read.position.offset, spoken: read.spoken, isAll: read.isAll };
}
