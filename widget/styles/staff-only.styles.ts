import { css } from 'lit';

/** How dense a page wants its panels, and small layout words, key caps, empty states and strips of trouble that only panels of the house have: customers' pages load none of it. */
export const staffOnly = css`
  /* Set as the public names, so that elements within this one follow. */
  @media not (pointer: coarse) {
    :host([data-floorwalk-density='compact']) {
      --floorwalk-row: 30px;
      --floorwalk-control: 26px;
    }
  }

  /* Within a compact page. */
  :host([data-floorwalk-density='standard']) {
    --floorwalk-row: initial;
    --floorwalk-control: initial;
  }

  :host([data-floorwalk-density='touch']) {
    --floorwalk-row: 56px;
    --floorwalk-control: 44px;
    --floorwalk-icon: 20px;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  ul,
  ol,
  dl,
  dt,
  dd {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  b,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-weight: var(--_weight-strong);
  }
  .line {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-inline-size: 0;
  }
  .stack {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }
  .grow {
    flex: 1;
    min-inline-size: 0;
  }
  .num {
    text-align: end;
    white-space: nowrap;
  }
  .quiet {
    color: var(--_ink-3);
  }
  .positive {
    color: var(--_positive);
  }
  .button.pill {
    padding-inline: 16px;
    border-radius: 99px;
  }
  /* The server takes its time. */
  [data-under-way] {
    cursor: progress;
  }
  [data-under-way]::after {
    grid-column: 2;
    content: '· ' attr(data-under-way);
    font-size: var(--_text-caption);
    font-weight: var(--_weight);
  }
  .key {
    min-inline-size: 16px;
    padding: 0 4px;
    border: 1px solid var(--_line);
    border-radius: 3px;
    background: var(--_sunken);
    color: var(--_ink-3);
    font-family: inherit;
    font-size: var(--_text-key);
    line-height: 16px;
    text-align: center;
    white-space: nowrap;
  }
  .primary .key {
    border-color: currentColor;
    background: none;
    color: inherit;
  }
  .strip.bad {
    border-inline-start: 4px solid var(--_critical-fill);
    background: var(--_critical-tint);
  }
  /* Lines of a list, edge to edge. */
  .item:focus-visible {
    outline-offset: -2px;
  }
  .empty {
    display: grid;
    flex: 1;
    gap: 6px;
    place-content: center;
    justify-items: center;
    padding: 20px 28px;
    text-align: center;
  }
  .empty h2,
  .empty h3,
  .empty h4 {
    font-size: var(--_text-read);
  }
  .empty p {
    max-inline-size: 44ch;
    color: var(--_ink-2);
  }
  .empty > .icon {
    inline-size: 24px;
    block-size: 24px;
    color: var(--_ink-3);
  }
  /* Lists as the other fields, before whatever a panel says of its own. */
  select {
    margin: 0;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }
  textarea.field {
    resize: vertical;
  }
  /* What explains a label goes below it before it squeezes it. */
  .label {
    flex-wrap: wrap;
  }
  .label small {
    color: var(--_ink-3);
    font-size: inherit;
    font-weight: var(--_weight);
  }
  @media (pointer: coarse) {
    select.field {
      font-size: max(16px, 1rem);
    }
    .key {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .strip.bad {
      border-inline-start-width: 8px;
    }
    .item[aria-current='true']:not(:focus-visible) {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
    .item[aria-current='true']:focus-visible {
      outline-width: 4px;
      outline-offset: -4px;
    }
  }
`;
