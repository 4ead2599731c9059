import { css } from 'lit';

/** The palette: a box near the top of the window, its list scrolling in itself. */
export const paletteStyles = css`
  dialog {
    inline-size: min(560px, calc(100vw - 16px));
    max-inline-size: none;
    max-block-size: none;
    margin-block: min(12vh, 96px) auto;
    padding: 0;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-panel);
    background: var(--_raised);
    box-shadow: var(--_shadow-2);
    color: inherit;
  }
  dialog::backdrop {
    background: var(--_scrim);
  }
  .box {
    display: flex;
    flex-direction: column;
    max-block-size: min(560px, 80vh);
  }
  .head,
  .tools {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: center;
    padding: 8px 12px;
  }
  .tools {
    padding-block-start: 0;
  }
  .list {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    border-block-start: 1px solid var(--_line);
    padding-block-end: 6px;
  }
  .list:focus-visible {
    outline-offset: -2px;
  }
  .group {
    padding: 8px 14px 2px;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
    font-weight: var(--_weight-strong);
    overflow-wrap: anywhere;
  }
  .entry {
    display: flex;
    gap: 12px;
    align-items: center;
    justify-content: space-between;
    min-block-size: 30px;
    padding-block: 3px;
    padding-inline: 10px 14px;
  }
  .words {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .entry small {
    margin-inline-start: 6px;
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .entry[aria-disabled='true'] .name {
    color: var(--_ink-3);
  }
  /* Keys are read here, so that they are as large as other words. */
  .key {
    display: inline-block;
    flex: none;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  @media (forced-colors: active) {
    .entry[aria-disabled='true'] :is(.name, small) {
      color: GrayText;
    }
  }
`;
