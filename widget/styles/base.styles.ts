import { css } from './css.ts';

/** Reset, type, focus and the small layout words (`cut`, `caption`) that every element shares. */
export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    min-inline-size: 0;
  }
  /* Said of what stands at the top as well: a page that resets every element resets this one, and what it inherits. */
  :host,
  :where(:host > *) {
    color: var(--_ink);
    font-family: var(--floorwalk-font-family, inherit);
    font-size: var(--_text-body);
    font-style: normal;
    font-variant: tabular-nums;
    font-weight: var(--_weight);
    letter-spacing: normal;
    line-height: var(--_leading);
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  p {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  strong {
    font-weight: var(--_weight-strong);
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .cut {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* A name or title in the other direction loses its own end, and still begins where the lines around it do. */
  :host(:dir(rtl)) :is(.cut, .title)[dir='auto'] {
    text-align: right;
  }
  .caption {
    font-size: var(--_text-caption);
  }
  .muted {
    color: var(--_ink-2);
  }
  .critical {
    color: var(--_critical);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    flex: none;
    inline-size: var(--_icon);
    block-size: var(--_icon);
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon.turns:dir(rtl) {
    transform: scaleX(-1);
  }
  .icon.small {
    inline-size: calc(var(--_icon) - 2px);
    block-size: calc(var(--_icon) - 2px);
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;
