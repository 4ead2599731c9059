import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { t } from '../strings/index.ts';

const BLOCKS_AT_MOST = 24;

export interface LoadOptions {
  /** Units that would be added: drawn hollow, red beyond the capacity. */
  readonly whatIf?: number;
  /** Units that fill the width; the same for all bars of a list, so that they can be compared. */
  readonly scale?: number;
}

/**
 * Units held against a capacity: one block per conversation where `load` lists its units, else one per unit; the
 * capacity as a tick, red beyond it. As wide as its box; the number belongs beside it ("4 of 6").
 */
export const loadBar = (
  load: number | readonly number[],
  capacity: number,
  { whatIf = 0, scale = 0 }: LoadOptions = {},
): TemplateResult => {
  const blocks = typeof load === 'number' ? unitBlocks(load) : load;
  const held = blocks.reduce((sum, units) => sum + units, 0);
  const whole = Math.max(1, scale, capacity, held + whatIf);
  const label =
    whatIf > 0
      ? t('loadPictureWhatIf', { load: held, capacity, would: held + whatIf })
      : t('loadPicture', { load: held, capacity });
  let from = 0;
  const drawn = blocks.flatMap((units) => {
    const start = from;
    from += units;
    return pieces(start, from, capacity).map(([a, b]) => block(a, b, whole, a >= capacity ? 'over' : 'used'));
  });
  const ghosts = pieces(held, held + whatIf, capacity).map(([a, b]) =>
    ghost(a, b, whole, a >= capacity ? 'ghost excess' : 'ghost'),
  );
  return html`<svg class="picture load" width="100%" height="10" role="img" aria-label=${label}>
    <rect class="track" x="0" y="2" width=${percent(capacity / whole)} height="6" />
    ${drawn}${ghosts} ${cap(capacity, whole)}
  </svg>`;
};

const unitBlocks = (load: number): readonly number[] =>
  load > BLOCKS_AT_MOST || !Number.isInteger(load) ? [load] : Array.from({ length: Math.max(0, load) }, () => 1);

/** A span cut at the capacity, so that what is beyond it can be told apart. */
const pieces = (from: number, to: number, capacity: number): readonly (readonly [number, number])[] => {
  if (to <= from) return [];
  return from < capacity && to > capacity
    ? [
        [from, capacity],
        [capacity, to],
      ]
    : [[from, to]];
};

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;

/** One block, a pixel short so that it stands apart from the next. */
const block = (from: number, to: number, whole: number, kind: string): SVGTemplateResult =>
  svg`<svg x=${percent(from / whole)} y="2" width=${percent((to - from) / whole)} height="6"><rect class=${kind} width="100%" height="6"/><rect class="gap" x="100%" width="1" height="6" transform="translate(-1 0)"/></svg>`;

const ghost = (from: number, to: number, whole: number, kind: string): SVGTemplateResult =>
  svg`<svg x=${percent(from / whole)} y="2" width=${percent((to - from) / whole)} height="6"><rect class=${kind} width="100%" height="100%"/></svg>`;

const cap = (capacity: number, whole: number): SVGTemplateResult =>
  svg`<rect class="cap" x=${percent(capacity / whole)} y="0" width="1.5" height="10" transform="translate(-1.5 0)"/>`;
