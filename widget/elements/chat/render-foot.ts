import { html, type TemplateResult } from 'lit/html.js';
import type { ChatClient } from '../../chat-client/chat-client.ts';
import { customerIcon } from '../../icons/customer-icon.ts';
import { clock, customerNoticeWords, customerT } from '../../strings/customer/index.ts';

/** A question or a state at the foot of the chat, with what can be done; the first button is the way back. */
const foot = (kind: string, words: string, ...buttons: readonly TemplateResult[]): TemplateResult =>
  html`<div class="foot ${kind}" part="status" role="group" aria-label=${words}>
    <span role="status">${words}</span><span class="pair">${buttons}</span>
  </div>`;

const button = (words: unknown, onClick: () => void, isPrimary = false): TemplateResult =>
  html`<button
    class="button ${isPrimary ? 'primary' : ''}"
    part=${isPrimary ? 'button primary' : 'button'}
    type="button"
    @click=${onClick}
  >
    ${words}
  </button>`;

/** Where the customer has to agree before anybody else may read along (N3). */
export const renderConsent = (client: ChatClient): TemplateResult =>
  foot(
    '',
    customerNoticeWords('consent', {}),
    button(customerT('agree'), () => client.consent(), true),
  );

/** Whether it is really to end. */
export const renderEndQuestion = (onKeep: () => void, onEnd: () => void): TemplateResult =>
  foot(
    'ending',
    customerT('endQuestion'),
    button(customerT('keepWriting'), onKeep),
    button(customerT('end'), onEnd, true),
  );

/** A wish to end that is under way, or that waits until it can be done. */
export const renderEnding = (client: ChatClient): TemplateResult =>
  client.ending === 'waits'
    ? foot(
        'ending',
        customerT('endWaits'),
        button(customerT('endBack'), () => client.goOn()),
      )
    : foot('ending', customerT('endAsked'));

/** It has ended: the transcript to keep, and another start. */
export function renderEnded(client: ChatClient, onNew: () => void, onKeep: () => void): TemplateResult {
  const last = client.entries.at(-1);
  return foot(
    'ended',
    last ? customerT('endedAt', { clock: clock(last.at) }) : '',
    button(customerT('startNew'), onNew, true),
    button(html`${customerIcon('save')}${customerT('keepTranscript')}`, onKeep),
  );
}
