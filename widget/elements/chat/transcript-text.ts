import type { ChatEntry } from '@floorwalk/core/protocol/customer';
import { clock, customerNoticeWords, customerT, day, isCustomerNotice } from '../../strings/customer/index.ts';

/** What was said and what happened, a line each under its day, for the customer to keep. */
export function transcriptText(entries: readonly ChatEntry[]): string {
  const lines = entries.flatMap((entry) => {
    if (entry.type === 'message')
      return `${clock(entry.at)}  ${entry.from.kind === 'customer' ? customerT('you') : entry.from.name}: ${entry.text}`;
    return isCustomerNotice(entry.kind) ? `${clock(entry.at)}  ${customerNoticeWords(entry.kind, entry.params)}` : [];
  });
  const [first] = entries;
  return first ? [customerT('transcriptOf', { day: day(first.at) }), '', ...lines, ''].join('\n') : '';
}
