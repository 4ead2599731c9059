import type { Detail } from '@floorwalk/core/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { clock, t } from '../../strings/index.ts';

interface HandView {
  readonly level: number;
  readonly onRaise: (text: string) => void;
  readonly onLower: () => void;
}

/** Asking the supervisors on the floor for help: one line; then that it is up, and who comes (B3). */
export function renderHand({ hand, may }: Detail, view: HandView): TemplateResult | typeof nothing {
  if (hand === null && may['raiseHand'] !== null) return nothing;
  return html`<div class="block hand" part="hand">
    <div class="line">
      ${icon('hand')}<span role="heading" aria-level=${view.level} class="strong">${t('raiseHand')}</span>
    </div>
    ${hand === null ? renderAsk(view.onRaise) : renderRaised(hand, may['lowerHand'] === null, view.onLower)}
  </div>`;
}

const renderAsk = (onRaise: (text: string) => void): TemplateResult =>
  html`<form
    class="ask-line"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const field = (event.currentTarget as HTMLFormElement).elements.namedItem('text');
      const text = field instanceof HTMLInputElement ? field.value.trim() : '';
      if (text !== '') onRaise(text);
    }}
  >
    <input
      class="field"
      part="field"
      name="text"
      maxlength="300"
      required
      autocomplete="off"
      dir="auto"
      aria-label=${t('raiseHandPlaceholder')}
      placeholder=${t('raiseHandPlaceholder')}
    />
    <span class="line wraps"
      ><span class="muted grow">${t('raiseHandReaders')}</span
      ><button class="button" part="button" type="submit">${t('raise')}</button></span
    >
  </form>`;

const renderRaised = (
  { at, text, claimedBy }: NonNullable<Detail['hand']>,
  mayLower: boolean,
  onLower: () => void,
): TemplateResult =>
  html`<span dir="auto">${text}</span>
    <div class="line wraps">
      <span class=${claimedBy === null ? 'muted grow' : 'strong grow'} role="status"
        >${claimedBy === null ? t('handUp', { clock: clock(at) }) : t('handComing', { name: claimedBy.name, clock: clock(claimedBy.at) })}</span
      >
      ${mayLower ? html`<button class="button" part="button" type="button" @click=${onLower}>${t('lowerHand')}</button>` : nothing}
    </div>`;
