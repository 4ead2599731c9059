import { html, nothing, type TemplateResult } from 'lit/html.js';
import { customerIcon } from '../../icons/customer-icon.ts';
import { customerT } from '../../strings/customer/index.ts';
import type { CustomerEntry } from './entry.ts';
import { renderEntry, type Retry } from './render-entry.ts';

/** What is done with the transcript. */
interface Deeds {
  readonly retry: Retry;
  readonly goToEnd: () => void;
}

/**
 * What a customer reads of their conversation, oldest first, each id once; `lead` stands before the first line and
 * `lastRead` is the last line that they had before them.
 */
export function renderTranscript(
  entries: readonly CustomerEntry[],
  lead: unknown,
  lastRead: string | undefined,
  { retry, goToEnd }: Deeds,
): TemplateResult {
  const read = entries.findLastIndex(({ id }) => id === lastRead);
  const below = read < 0 ? 0 : entries.length - 1 - read;
  return html`<div class="lines" part="transcript">
    <div class="transcript" role="log" tabindex="0" aria-label=${customerT('conversation')}>
      ${lead}
      <div class="lead"></div>
      ${entries.map((entry) => renderEntry(entry, retry))}
    </div>
    ${
      below > 0
        ? html`<button class="button below" part="button" type="button" @click=${goToEnd}>
            ${customerIcon('chevron', 'small')}${customerT('newBelow', { entries: below })}
          </button>`
        : nothing
    }
  </div>`;
}
