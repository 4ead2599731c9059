import { css } from 'lit';

/** The floor: head, views, filters, commands, rows. Everything answers to the width of its own box. */
export const floorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    container: floor / inline-size !important;
    min-block-size: 320px;
  }
  .panel {
    flex: 1;
    min-block-size: 0;
  }
  .panel.awaited {
    display: none;
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
    padding-block: 6px;
  }
  .head .alarm {
    flex: none;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  .head .line,
  .head .title {
    flex: none;
  }
  .grow {
    flex: 1;
  }
  .tabs {
    display: flex;
    gap: 2px;
    overflow-x: auto;
    flex: 1;
    min-inline-size: 0;
    padding-inline: 8px;
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
  /* What is hidden from sight in rows is placed absolutely and must scroll with them. */
  .scroller {
    position: relative;
    flex: 1;
    min-block-size: 120px;
    overflow: auto;
    /* Rows are not looked for behind the heads. */
    scroll-padding-block-start: 28px;
    overflow-anchor: none;
  }
  .row {
    display: grid;
    grid-template-columns:
      24px minmax(140px, 2fr) minmax(80px, 1fr) minmax(120px, 1.4fr) minmax(86px, 0.8fr)
      84px 120px minmax(184px, 1.5fr);
    gap: 0 10px;
    align-items: center;
    box-sizing: border-box;
    block-size: var(--_row);
    padding-inline: 12px;
    border-block-end: 1px solid var(--_line);
    border-inline-start: 4px solid transparent;
  }
  /* What changes in one row moves nothing in another. */
  .row:not(.heads) {
    contain: content;
  }
  .row:focus-visible,
  .tab:focus-visible {
    outline-offset: -2px;
  }
  .heads button:focus-visible {
    outline-offset: -1px;
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
  .row.heads .icon {
    margin-inline-start: 3px;
    vertical-align: -2px;
  }
  .row.heads [aria-sort]:not([aria-sort='none']) button {
    color: var(--_ink);
    font-weight: var(--_weight-strong);
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
  .line {
    display: flex;
    gap: 5px;
    align-items: center;
    min-inline-size: 0;
  }
  .row .c-why {
    font-size: var(--_text-caption);
  }
  .reason {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* A reason alone has both lines, so that it is not cut before its number. */
  .row .c-why .line:only-child .reason {
    max-block-size: 34px;
    text-wrap: balance;
    white-space: normal;
  }
  .wait,
  .mood {
    display: grid;
    min-inline-size: 0;
  }
  /* The number of the wait ends where the next column must not begin. */
  .c-mood {
    padding-inline-start: 8px;
  }
  /* The words have two lines, so that they are whole in any language; the picture is as high as is left. */
  .mood .sub {
    line-height: 13px;
    overflow-wrap: break-word;
  }
  .mood .picture {
    inline-size: 37px;
    block-size: 14px;
  }
  /* Over the rows, so that it moves none. */
  .below {
    position: absolute;
    z-index: 2;
    inset-inline: 8px;
  }
  .below.loose {
    position: sticky;
    inset-block-end: 8px;
    margin-inline: 8px;
  }
  .refusal {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
    padding: 8px 12px;
    border: 1px solid var(--_critical);
    border-inline-start: 4px solid var(--_critical-fill);
    border-radius: var(--_radius-control);
    background: var(--_critical-tint);
    box-shadow: var(--_shadow-2);
    overflow-wrap: anywhere;
  }
  .refusal .grow {
    flex: 1 1 180px;
  }
  .why {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    max-block-size: 25%;
    overflow: auto;
    padding: 6px 12px;
    border-block-start: 1px solid var(--_line);
    background: var(--_sunken);
    font-size: var(--_text-caption);
  }
  .why .asks {
    overflow-wrap: anywhere;
  }
  .foot {
    flex-wrap: nowrap;
    min-block-size: 36px;
    padding-block: 3px;
    border-block-start: 1px solid var(--_line);
    font-size: var(--_text-caption);
  }
  .foot > :is(.muted, .button) {
    flex: none;
  }
`;
