import { css } from 'lit';

/**
 * What lists and boards of the house share: cells of two lines, the ranks of their text, and the row that is chosen (a
 * tint and a bar at its start edge; with forced colours an outline).
 */
export const rows = css`
  .two {
    display: grid;
    min-inline-size: 0;
    line-height: 17px;
  }
  .strong {
    font-weight: var(--_weight-strong);
  }
  .sub,
  .muted {
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .late {
    color: var(--_critical);
    font-weight: var(--_weight-strong);
  }
  .free {
    color: var(--_positive);
  }
  .choosable {
    border-inline-start: 4px solid transparent;
    cursor: default;
  }
  .choosable:focus-visible {
    outline-offset: -2px;
  }
  .choosable:hover {
    background: var(--_hover);
  }
  .choosable[aria-selected='true'] {
    border-inline-start-color: var(--_ink);
    background: var(--_selected);
  }
  /* A border that is transparent elsewhere is drawn here: only what is chosen keeps one, and a line that the focus does not look like. */
  @media (forced-colors: active) {
    .choosable:not([aria-selected='true']) {
      border-inline-start-color: Canvas;
    }
    .choosable[aria-selected='true']:not(:focus-visible) {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
    .choosable[aria-selected='true']:focus-visible {
      outline-width: 4px;
      outline-offset: -4px;
    }
  }
`;
