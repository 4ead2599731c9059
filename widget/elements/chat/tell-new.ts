import type { ChatEntry } from '@floorwalk/core/protocol/customer';
import { announce } from '../../announcer/announcer.ts';
import { customerNoticeWords, isCustomerNotice } from '../../strings/customer/index.ts';

/** Reads to screen readers what is new, once each; what is there when the page opens is not read out again. */
export class TellNew {
  #told = 0;

  take(entries: readonly ChatEntry[]): void {
    if (entries.length === 0) this.#told = 0;
    for (const entry of entries) {
      if (this.#told === 0 || entry.offset <= this.#told) continue;
      if (entry.type === 'message') {
        if (entry.from.kind !== 'customer') announce(`${entry.from.name}: ${entry.text}`);
      } else if (isCustomerNotice(entry.kind)) announce(customerNoticeWords(entry.kind, entry.params));
    }
    this.#told = Math.max(this.#told, ...entries.map(({ offset }) => offset));
  }
}
