import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { sentimentDirection, sentimentWords, t } from '../strings/index.ts';

const HALF = 10;
const SLOT = 8;
const SLOTS = 6;
const NEUTRAL_STEP = 4;

/**
 * The latest customer messages (up to six scores −1 … 1, oldest first, null unknown) as bars around the neutral line,
 * the newest wider and darker, red when it has fallen below neutral. `step` is 1 … 7; for 0, not available, there is
 * no picture. The words belong beside or under it: `sentimentWords(step, scores)`.
 */
export const sentimentPicture = (scores: readonly (number | null)[], step: number): TemplateResult | typeof nothing => {
  if (step === 0) return nothing;
  const shown = scores.slice(-SLOTS);
  const newest = shown.length - 1;
  const bars = shown.map((score, index) => bar(score, 4 + (SLOTS - shown.length + index) * SLOT, index === newest));
  const bad = step < NEUTRAL_STEP && sentimentDirection(shown) !== 'rising';
  return html`<svg
    class=${bad ? 'picture spark bad' : 'picture spark'}
    width="52"
    height="22"
    viewBox="0 0 52 22"
    role="img"
    aria-label=${t('sentimentPicture', { words: sentimentWords(step, scores) })}
  >
    <path class="mid" d="M0 ${HALF + 1}H52" />
    <path class="bar" d=${bars.slice(0, newest).join('')} />
    <path class="bar newest" d=${bars[newest] ?? ''} />
  </svg>`;
};

/** The outline of one bar, to stand with others in one path; nothing for a message that is not known. */
const bar = (score: number | null, x: number, newest: boolean): string => {
  if (score === null) return '';
  const width = newest ? SLOT : SLOT - 2;
  const height = Math.max(2, Math.round(Math.min(1, Math.abs(score)) * HALF));
  const top = height === 2 || score < 0 ? HALF : HALF + 2 - height;
  return `M${x} ${top}h${width}v${height}h-${width}z`;
};
