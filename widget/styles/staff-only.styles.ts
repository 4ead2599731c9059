import { css } from 'lit';

/** Small layout words, key caps and strips of trouble that only panels of the house have: customers' pages load none of it. */
export const staffOnly = css`
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
  @media (pointer: coarse) {
    .key {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .strip.bad {
      border-inline-start-width: 8px;
    }
  }
`;
