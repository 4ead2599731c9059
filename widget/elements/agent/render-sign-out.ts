import { isLive } from '@floorwalk/core';
import type { DeskItem } from '@floorwalk/core/protocol';
import { html, type nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { list, t } from '../../strings/index.ts';

interface SignOutView {
  readonly onStay: () => void;
  readonly onSignOut: () => void;
}

/** What signing out does to each thing that the agent holds, said before it is done (K5). */
export function renderSignOut(items: readonly DeskItem[], { onStay, onSignOut }: SignOutView): TemplateResult {
  const words = whatHappens(items);
  return html`<section class="panel ask" part="status" role="alertdialog" aria-label=${t('signOutAsk')}>
    <div class="block">
      <div class="line">${icon('warning')}<strong>${t('signOutAsk')}</strong></div>
      ${words.length === 0 ? html`<p>${t('signOutNothing')}</p>` : words.map((line) => html`<p dir="auto">${line}</p>`)}
      <div class="line wraps">
        <button class="button" part="button" type="button" @click=${onStay}>${t('staySignedIn')}</button>
        <button class="button primary" part="button primary" type="button" @click=${onSignOut}>${t('signOut')}</button>
      </div>
    </div>
  </section>`;
}

/** The desk of who has signed out. */
export const renderSignedOut = (onSignIn: () => void, trouble: TemplateResult | typeof nothing): TemplateResult =>
  html`<section class="panel fill" part="panel">
    ${trouble}
    <div class="empty" part="status" role="status">
      <p class="title strong">${t('signedOut')}</p>
      <p>${t('signedOutMore')}</p>
      <button class="button primary" part="button primary" type="button" @click=${onSignIn}>${t('signIn')}</button>
    </div>
  </section>`;

/** A line for each fate, with the customers whom it meets. */
export function whatHappens(items: readonly DeskItem[]): readonly string[] {
  const held = items.filter(({ role }) => role !== 'pick');
  const named = (test: (item: DeskItem) => boolean): string => list(held.filter(test).map(({ row }) => row.customer));
  const isInHand = ({ role, row }: DeskItem): boolean => role === 'primary' && row.state === 'active';
  // A live customer is there now, and so is whoever is asked to take over: neither waits for a parked conversation.
  const goesBack = ({ row }: DeskItem): boolean => isLive(row.channel) || row.pending !== null;
  const lines = [
    ['signOutQueue', named((item) => isInHand(item) && goesBack(item))],
    ['signOutParked', named((item) => isInHand(item) && !goesBack(item))],
    ['signOutOffers', named(({ role }) => role === 'offeree')],
    ['signOutLeft', named(({ role }) => role === 'consultee')],
    ['signOutKept', named((item) => item.role === 'primary' && !isInHand(item))],
  ] as const;
  return lines.flatMap(([key, names]) => (names === '' ? [] : [t(key, { names })]));
}
