import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { duration, t } from '../strings/index.ts';

const COARSE_S = 5;
const LAST_S = 10;

/** Seconds that the ring shows: with reduced motion it steps every five seconds, and by one in the last ten. */
export const ringSeconds = (msLeft: number, stepped: boolean): number => {
  const seconds = Math.max(0, Math.ceil(msLeft / 1000));
  return stepped && seconds > LAST_S ? Math.ceil(seconds / COARSE_S) * COARSE_S : seconds;
};

const prefersReducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A ring that empties over `total` milliseconds, with what is left as `0:47` inside. The caller renders it each second. */
export const countdownRing = (msLeft: number, total: number, stepped = prefersReducedMotion()): TemplateResult => {
  const seconds = Math.max(0, Math.ceil(msLeft / 1000));
  const part = total > 0 ? Math.min(1, (ringSeconds(msLeft, stepped) * 1000) / total) : 0;
  const words = duration(seconds * 1000);
  return html`<svg
    class="picture ring"
    width="48"
    height="48"
    viewBox="0 0 48 48"
    role="img"
    aria-label=${t('countdownPicture', { seconds })}
  >
    <circle class="track" cx="24" cy="24" r="22" />
    <circle
      class="left"
      cx="24"
      cy="24"
      r="22"
      pathLength="100"
      stroke-dasharray="${(part * 100).toFixed(1)} 100"
      transform="rotate(-90 24 24)"
    />
    <text class=${words.length > 4 ? 'long' : ''} x="24" y="29">${words}</text>
  </svg>`;
};
