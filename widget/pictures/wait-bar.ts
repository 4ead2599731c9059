import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { duration, t } from '../strings/index.ts';

const TARGETS_SHOWN = 3;

/** Whether a wait has passed its target. */
export const isLate = (seconds: number, target: number | null): boolean => target !== null && seconds > target;

/**
 * A wait as a bar to three times its target, a tick at the target, red beyond it; as wide as its box. Without a target
 * there is only the number, which the caller writes above it: there is no picture.
 */
export const waitBar = (seconds: number, target: number | null): TemplateResult | typeof nothing => {
  if (target === null || target <= 0) return nothing;
  const used = Math.min(1, Math.max(0, seconds) / (target * TARGETS_SHOWN));
  return html`<svg
    class=${isLate(seconds, target) ? 'picture wait late' : 'picture wait'}
    width="100%"
    height="9"
    role="img"
    aria-label=${t('waitPicture', { wait: duration(seconds * 1000), target: duration(target * 1000) })}
  >
    <rect class="track" x="0" y="3" width="100%" height="3" />
    <rect class="used" x="0" y="3" width="${(used * 100).toFixed(1)}%" height="3" />
    <rect class="target" x="${(100 / TARGETS_SHOWN).toFixed(2)}%" y="0" width="1.5" height="9" />
  </svg>`;
};
