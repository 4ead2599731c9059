import type { ChatEntry } from '@floorwalk/core/protocol/customer';
import { clock, customerNoticeWords, customerT, isCustomerNotice } from '../../strings/customer/index.ts';

/** What was said and what happened, a line each, for the customer to keep. */
export const transcriptText = (entries: readonly ChatEntry[]): string =>
  entries
    .flatMap((entry) => {
      if (entry.type === 'message')
        return `${clock(entry.at)}  ${entry.from.kind === 'customer' ? customerT('you') : entry.from.name}: ${entry.text}`;
      return isCustomerNotice(entry.kind) ? `${clock(entry.at)}  ${customerNoticeWords(entry.kind, entry.params)}` : [];
    })
    .join('\n');
