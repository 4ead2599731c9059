import { css } from 'lit';

/** The board of agents: a tile each, as many beside each other as there is room. */
export const agentsStyles = css`
  :host {
    display: block;
    container: agents / inline-size;
  }
  .panel {
    block-size: 100%;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    align-items: center;
    padding: 8px 12px;
    border-block-end: 1px solid var(--_line);
  }
  .line {
    display: inline-flex;
    gap: 5px;
    align-items: center;
  }
  .muted {
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .free {
    color: var(--_positive);
  }
  .late {
    color: var(--_critical);
  }
  .board {
    display: grid;
    flex: 1;
    grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
    align-content: start;
    min-block-size: 60px;
    overflow: auto;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .agent {
    display: grid;
    grid-template-columns: 14px minmax(0, 1fr) 84px;
    gap: 0 8px;
    align-items: center;
    min-block-size: 44px;
    padding: 4px 10px;
    border-block-end: 1px solid var(--_line);
    border-inline-end: 1px solid var(--_line);
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
  .num {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .numbers {
    display: flex;
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
