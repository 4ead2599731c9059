import { css } from 'lit';

/** The bar of commands: each with its icon, its name and key, and under them what it does or why it is off. */
export const commandsStyles = css`
  .commands {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 3px 8px;
    border-block: 1px solid var(--_line);
    background: var(--_sunken);
  }
  .command {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    max-inline-size: 260px;
    column-gap: 6px;
    align-items: start;
    min-block-size: 36px;
    padding: 3px 8px;
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    background: none;
    line-height: 17px;
    text-align: start;
  }
  .command .key {
    margin-inline-start: 4px;
  }
  .command:hover {
    background: var(--_hover);
  }
  .command .name {
    font-weight: var(--_weight-strong);
  }
  .command small {
    display: -webkit-box;
    grid-column: 2;
    overflow: hidden;
    color: var(--_ink-3);
    font-size: var(--_text-caption);
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .command[aria-disabled='true'] .name {
    color: var(--_ink-3);
    font-weight: var(--_weight);
  }
  .command[aria-disabled='true'] .key {
    visibility: hidden;
  }
`;
