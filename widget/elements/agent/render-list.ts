import type { DeskItem } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../icons/index.ts';
import { clockOrDay, duration, initials, t } from '../../strings/index.ts';
import type { UnreadCount } from './unread-count.ts';

interface ListView {
  readonly now: number;
  readonly level: number;
  readonly selected: string;
  readonly unread: UnreadCount;
  readonly onSelect: (conversation: string) => void;
  readonly onPick: (conversation: string) => void;
}

/** The agent's own conversations, then what waits to be picked: who, what was said last, how long they wait. */
export function renderList(items: readonly DeskItem[], view: ListView): TemplateResult {
  const own = items.filter(({ role }) => role !== 'offeree');
  const count = (state: string): number =>
    own.filter(({ role, row }) => role === 'primary' && row.state === state).length;
  const counts = { active: count('active'), waiting: count('waiting'), wrapUp: count('wrap-up') };
  return html`<section class="panel fill" part="panel" aria-label=${t('yourConversations')}>
    <header class="head">
      <span role="heading" aria-level=${view.level} class="strong">${t('yours')}</span
      ><span class="muted">${t('yoursCounts', counts)}</span>
    </header>
    <ul class="list">
      ${repeat(
        own,
        ({ row }) => row.id,
        (item) => html`<li>${renderItem(item, view)}</li>`,
      )}
    </ul>
  </section>`;
}

function renderItem({ row, role }: DeskItem, view: ListView): TemplateResult {
  const isPick = role === 'pick';
  const unread = view.unread.of(row.id);
  return html`<button
    class="item"
    type="button"
    aria-current=${row.id === view.selected}
    @click=${() => (isPick ? view.onPick(row.id) : view.onSelect(row.id))}
  >
    <span class="who customer" aria-hidden="true">${initials(row.customer)}</span>
    <span class="two"
      ><span class="strong cut" dir="auto">${row.customer}</span
      ><span class="muted cut" dir="auto">${row.lastPublic?.text ?? row.subject}</span></span
    >
    <span class="two num"
      >${unread > 0 ? html`<span class="unread"><span aria-hidden="true">${unread}</span><span class="visually-hidden">${t('unread', { messages: unread })}</span></span>` : nothing}${row.hand ? html`<span class="raised">${icon('hand', 'small')}<span class="visually-hidden">${t('raiseHand')}</span></span>` : nothing}${isPick ? html`<span class="strong">${t('pick')}</span>` : renderWait(row, view.now)}</span
    >
  </button>`;
}

function renderWait(row: DeskItem['row'], now: number): TemplateResult {
  if (row.state === 'waiting')
    return html`<span class="muted">${t('itemParkedAt', { clock: clockOrDay(row.since, now) })}</span>`;
  if (row.state === 'wrap-up')
    return html`<span class="muted"
      >${row.autoCloseAt === null ? t('stateWrapUp') : t('itemLeft', { duration: duration(Math.max(0, row.autoCloseAt - now)) })}</span
    >`;
  if (row.waitSince === null) return html`<span class="muted">${t('itemAnswered')}</span>`;
  const wait = Math.max(0, now - row.waitSince);
  return html`<span class=${row.waitTarget !== null && wait > row.waitTarget ? 'late' : ''}>${duration(wait)}</span>`;
}
