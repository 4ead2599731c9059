import type { FloorView } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import type { LiveClient } from '../../client/index.ts';
import { icon } from '../../icons/index.ts';
import { enumeration, clockWithSeconds, t } from '../../strings/index.ts';
import { views } from './floor-words.ts';

/** The floor's name, whose it is, and that it is live; `tools` are buttons at its end. */
export const renderHead = (
  live: LiveClient | undefined,
  headingLevel: number,
  tools: TemplateResult,
): TemplateResult => {
  const queues = live?.welcome?.queues.map(({ name }) => name) ?? [];
  const isLive = live?.status.state === 'live';
  return html`<header class="head" part="header">
    <div role="heading" aria-level=${headingLevel} class="title strong">${t('floor')}</div>
    <span class="muted cut queues" dir="auto">${enumeration(queues)}</span><span class="grow"></span>
    ${isLive ? html`<span class="muted line">${icon('tick')}${t('live', { clock: clockWithSeconds(live.now()) })}</span>` : nothing}
    ${tools}
  </header>`;
};

/** The views with their counts; the arrows go from one to the next. */
export const renderViews = (
  counts: Readonly<Record<string, number>>,
  now: FloorView,
  show: (view: FloorView, isByKey: boolean) => void,
): TemplateResult => {
  const onKey = (event: KeyboardEvent): void => {
    const isRtl = (event.currentTarget as Element).matches(':dir(rtl)');
    const [onward, back] = isRtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const step = event.key === onward ? 1 : event.key === back ? -1 : 0;
    if (step === 0) return;
    const index = views.findIndex(([view]) => view === now);
    show(views[(index + step + views.length) % views.length]?.[0] ?? 'all', true);
  };
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${t('views')} @keydown=${onKey}>
    ${views.map(
      ([view, key]) =>
        html`<button
          class="tab"
          type="button"
          role="tab"
          id="view-${view}"
          aria-selected=${view === now}
          tabindex=${view === now ? 0 : -1}
          @click=${() => show(view, false)}
        >
          ${t(key)}
          <span class=${view === 'attention' && (counts[view] ?? 0) > 0 ? 'due' : ''}>${counts[view] ?? ''}</span>
        </button>`,
    )}
  </div>`;
};
