import { css } from 'lit';

/** The board of agents: a tile each, as many beside each other as there is room. */
export const agentsStyles = css`
  :host {
    display: block;
    container: agents / inline-size !important;
  }
  .panel {
    block-size: 100%;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    align-items: center;
    min-block-size: 38px;
    padding: 4px 12px;
    border-block-end: 1px solid var(--_line);
  }
  .line {
    display: inline-flex;
    gap: 5px;
    align-items: center;
  }
  .board {
    display: grid;
    flex: 1;
    grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
    align-content: start;
    min-block-size: 60px;
    overflow: auto;
    scroll-padding-block: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .agent {
    position: relative;
    display: grid;
    grid-template-columns: 14px minmax(0, 1fr) minmax(92px, max-content);
    gap: 0 8px;
    align-items: center;
    min-block-size: 48px;
    padding-inline: 10px;
    border-block-end: 1px solid var(--_line);
    border-inline-end: 1px solid var(--_line);
  }
  .name {
    justify-self: start;
    max-inline-size: calc(100% + 8px);
    min-block-size: 24px;
    margin-inline: -4px;
    padding: 0 4px;
    border: 0;
    background: none;
    text-align: start;
  }
  .name:focus-visible {
    outline-offset: -2px;
  }
  .name:hover {
    text-decoration: underline;
  }
  .head .late {
    font-weight: var(--_weight);
  }
  .whole {
    margin-inline-start: auto;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  /* Over its agent and the next, so that the board stays as it is. */
  .confirm {
    position: absolute;
    z-index: 2;
    inset-block-start: 2px;
    inset-inline: 2px;
    display: grid;
    gap: 6px;
    padding: 8px 10px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-control);
    background: var(--_raised);
    box-shadow: var(--_shadow-2);
    overflow-wrap: anywhere;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    justify-content: flex-end;
  }
  /* As wide as the numbers under it, and no reason for more. */
  .load > svg {
    inline-size: 0;
    min-inline-size: 100%;
  }
  .numbers {
    display: flex;
    gap: 6px;
    justify-content: space-between;
  }
  select.field {
    min-block-size: 24px;
    inline-size: calc(100% + 9px);
    margin-inline-start: -9px;
    padding: 0 4px;
    border-color: transparent;
    background: none;
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  select.field:hover,
  select.field:focus-visible {
    border-color: var(--_line-strong);
  }
  @media (forced-colors: active) {
    select.field {
      border-color: Canvas;
    }
  }
`;
