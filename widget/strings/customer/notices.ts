import type { CustomerNoticeKind } from '@floorwalk/core/conversation';
import { notices } from '@floorwalk/core/customer-notices/en';
import type { CustomerNoticeParams, Named } from '@floorwalk/core/customer-notices/words';
import { shortName } from '../names.ts';

export type { CustomerNoticeKind, CustomerNoticeParams };

/** A first name from the parameters, or what to say without one. */
export const named: Named = (params, name, otherwise) => {
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  return value === undefined || value === '' ? otherwise : shortName(String(value));
};

/** What customers read for each kind of notice, in English. */
export const customerNotices = notices(named);
