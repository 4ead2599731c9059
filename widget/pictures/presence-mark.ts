import type { Presence } from '@floorwalk/core';
import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { presenceWord } from '../strings/index.ts';

const marks: Readonly<Record<Presence | 'unreachable', SVGTemplateResult>> = {
  available: svg`<circle cx="7" cy="7" r="6" class="solid"/><path class="cut-out" d="m4.2 7.2 2 2 3.6-4.2"/>`,
  busy: svg`<circle cx="7" cy="7" r="6" class="solid"/>`,
  doNotDisturb: svg`<circle cx="7" cy="7" r="6" class="solid"/><path class="cut-out" d="M4 7h6" stroke-width="2"/>`,
  away: svg`<circle cx="7" cy="7" r="5.3"/><path d="M7 4v3.2l2 1.3"/>`,
  offline: svg`<circle cx="7" cy="7" r="5.3"/><path d="m5 5 4 4M9 5 5 9"/>`,
  inactive: svg`<circle cx="7" cy="7" r="5.3" stroke-dasharray="2.2 1.8"/><path d="M7 4.2v3.2M7 9.6v.1"/>`,
  unreachable: svg`<path d="M5.8 4.3 7 3.1a2.7 2.7 0 0 1 4 3.7L9.8 8M8.2 9.7 7 10.9a2.7 2.7 0 0 1-4-3.7L4.2 6M1.5 1.5l11 11"/>`,
};

/** Presence by shape first: disc, check, bar, clock, cross, dashed ring, broken link. Its word is the label. */
export const presenceMark = (presence: Presence, reachable = true): TemplateResult => {
  const shown = reachable || presence === 'offline' ? presence : 'unreachable';
  return html`<svg
    class="picture presence"
    data-presence=${shown}
    width="14"
    height="14"
    viewBox="0 0 14 14"
    role="img"
    aria-label=${presenceWord(presence, reachable)}
  >
    ${marks[shown]}
  </svg>`;
};
