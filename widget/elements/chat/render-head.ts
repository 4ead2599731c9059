import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ChatClient } from '../../chat-client/chat-client.ts';
import type { Place } from '../../chat-client/chat-log.ts';
import { customerIcon } from '../../icons/customer-icon.ts';
import { customerT, initials } from '../../strings/customer/index.ts';

/** Who answers, and the way out of the conversation. */
export function renderHead({ agent, state }: ChatClient, onEnd: (() => void) | undefined): TemplateResult {
  return html`<header class="head" part="header">
    <span class="who big" aria-hidden="true">${agent ? initials(agent) : customerIcon('person')}</span>
    <div class="about">
      <div role="heading" aria-level="2" class="title strong" dir="auto">${agent ?? customerT('customerService')}</div>
      ${agent && state === 'live' ? html`<div class="muted">${customerT('answersYouNow')}</div>` : nothing}
    </div>
    ${onEnd ? html`<button class="button" part="button" type="button" @click=${onEnd}>${customerT('end')}</button>` : nothing}
  </header>`;
}

/** That there is no connection, or that the page has to be reloaded; nothing while all is well. */
export function renderTrouble(client: ChatClient): TemplateResult | typeof nothing {
  const { mustReload } = client;
  if (client.state !== 'lost' && !mustReload) return nothing;
  return html`<div class="strip still" part="status" role="status">
    ${customerIcon('brokenLink')}<span>${customerT(mustReload ? 'mustReload' : 'noConnection')}</span>
    ${mustReload ? html`<button class="button" part="button" type="button" @click=${() => location.reload()}>${customerT('reload')}</button>` : nothing}
  </div>`;
}

/** Where the customer stands in the queue, and what to do while nobody is there. */
export function renderPlace({ before, here }: Place): TemplateResult {
  const place = before === 0 ? customerT('placeNext') : customerT('placeOf', { place: before + 1 });
  return html`<div class="place" role="status">
    <strong>${here ? place : customerT('nobodyHere')}</strong>
    <span class="muted">${here ? customerT('comeBack') : `${customerT('writeNow')} ${place}.`}</span>
  </div>`;
}
