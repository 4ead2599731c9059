import type { InboundActivity } from '../transport/activity.ts';
import { tenantOf } from '../transport/activity.ts';

/** A person as Entra knows them; the only way in which the bot recognises anybody. */
export interface Account {
  readonly tenant: string;
  readonly object: string;
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** Who sent it, or undefined for a guest or federated account without an object id in this tenant. */
export function accountOf(activity: InboundActivity): Account | undefined {
  const tenant = tenantOf(activity)?.toLowerCase();
  const object = activity.from.aadObjectId?.toLowerCase();
  return tenant && object && GUID.test(tenant) && GUID.test(object) ? { tenant, object } : undefined;
}

/** The name that the server finds them by, in the header and in `hello`. */
export const behalfOf = ({ tenant, object }: Account): string => `entra:${tenant}:${object}`;
