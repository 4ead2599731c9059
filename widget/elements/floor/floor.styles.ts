import { css } from 'lit';

/** The floor: head, views, filters, commands, rows. Everything answers to the width of its own box. */
export const floorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    container: floor / inline-size;
    min-block-size: 320px;
    /* Where the page gives it no height the list still scrolls in itself, so that only its window is asked for. */
    max-block-size: 100dvh;
  }
  .panel {
    flex: 1;
    min-block-size: 0;
  }
  .head,
  .filters,
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    padding: 8px 12px;
  }
  .head {
    flex-wrap: nowrap;
  }
  .head .line,
  .head .title {
    flex: none;
  }
  .grow {
    flex: 1;
  }
  .muted {
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .tabs {
    display: flex;
    gap: 2px;
    overflow-x: auto;
    padding-inline: 8px;
    border-block-end: 1px solid var(--_line);
  }
  .tab {
    flex: none;
    padding: 6px 8px;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: var(--_ink-2);
  }
  .tab[aria-selected='true'] {
    border-block-end-color: var(--_ink);
    color: var(--_ink);
    font-weight: var(--_weight-strong);
  }
  .tab .due {
    color: var(--_critical);
    font-weight: var(--_weight-strong);
  }
  .filters .search {
    flex: 1 1 140px;
    min-inline-size: 0;
    inline-size: auto;
  }
  .filters select {
    flex: 0 1 auto;
    inline-size: auto;
    max-inline-size: 140px;
    padding-inline: 8px;
  }
  .commands {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 6px 8px;
    border-block: 1px solid var(--_line);
    background: var(--_sunken);
  }
  .command {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 6px;
    align-items: start;
    min-block-size: 36px;
    padding: 3px 8px;
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    background: none;
    text-align: start;
  }
  .command:hover {
    background: var(--_hover);
  }
  .command .name {
    font-weight: var(--_weight-strong);
  }
  .command small {
    grid-column: 2;
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .command[aria-disabled='true'] .name {
    color: var(--_ink-3);
    font-weight: var(--_weight);
  }
  .command[aria-disabled='true'] .key {
    visibility: hidden;
  }
  /* What is hidden from sight in rows is placed absolutely and must scroll with them. */
  .scroller {
    position: relative;
    flex: 1;
    min-block-size: 120px;
    overflow: auto;
    overflow-anchor: none;
  }
  .row {
    display: grid;
    grid-template-columns:
      24px minmax(140px, 2fr) minmax(80px, 1fr) minmax(120px, 1.4fr) minmax(86px, 0.8fr)
      92px 112px minmax(120px, 1.5fr);
    gap: 0 10px;
    align-items: center;
    box-sizing: border-box;
    block-size: var(--_row);
    padding-inline: 12px;
    border-block-end: 1px solid var(--_line);
    border-inline-start: 4px solid transparent;
    cursor: default;
  }
  .row.heads {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    block-size: 28px;
    background: var(--_surface);
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  .row.heads > [role='columnheader'] {
    min-inline-size: 0;
    white-space: nowrap;
  }
  .row.heads button {
    min-inline-size: 20px;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
  }
  .row.heads [aria-sort]:not([aria-sort='none']) button {
    color: var(--_ink);
    font-weight: var(--_weight-strong);
  }
  .row[role='row']:not(.heads):hover {
    background: var(--_hover);
  }
  .row[aria-selected='true'] {
    border-inline-start-color: var(--_ink);
    background: var(--_selected);
  }
  .row.gone,
  .row.gone .strong,
  .row.gone .late,
  .stale .row,
  .stale .row .late {
    color: var(--_ink-3);
    font-weight: var(--_weight);
  }
  .row.gone .picture,
  .stale .row .picture {
    filter: grayscale(1);
  }
  .row .wide {
    display: none;
  }
  .field.chosen {
    border-color: var(--_ink);
    font-weight: var(--_weight-strong);
  }
  .bones {
    flex: 1;
    min-block-size: 120px;
    overflow: hidden;
  }
  .bone-row {
    display: grid;
    grid-template-columns: 24px minmax(0, 3fr) minmax(0, 1fr);
    gap: 12px;
    align-items: center;
    block-size: var(--_row);
    padding-inline: 16px;
    border-block-end: 1px solid var(--_line);
  }
  .bone-row i {
    block-size: 10px;
    border-radius: 3px;
    background: var(--_graph-track);
  }
  .two {
    display: grid;
    min-inline-size: 0;
    line-height: 17px;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .strong {
    font-weight: var(--_weight-strong);
  }
  .sub {
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .late {
    color: var(--_critical);
    font-weight: var(--_weight-strong);
  }
  .line {
    display: flex;
    gap: 5px;
    align-items: center;
    min-inline-size: 0;
  }
  .num {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .row .c-why {
    font-size: var(--_text-caption);
  }
  /* A reason alone has both lines, so that it is not cut before its number. */
  .row .c-why .cut:only-child {
    white-space: normal;
    max-block-size: 34px;
  }
  .wait,
  .mood {
    display: grid;
    min-inline-size: 0;
  }
  .refusal {
    position: relative;
    z-index: 2;
    display: flex;
    gap: 10px;
    align-items: center;
    margin: 4px 12px;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_critical-fill);
    background: var(--_critical-tint);
  }
  .foot {
    min-block-size: 40px;
    padding-block: 4px;
    border-block-start: 1px solid var(--_line);
    font-size: var(--_text-caption);
  }
`;
