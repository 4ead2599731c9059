import { css } from 'lit';

/** The search, the buttons of the filters and the values under them. */
export const filtersStyles = css`
  .filters {
    padding-block: 6px;
  }
  .filters > .search {
    min-block-size: max(30px, var(--_control));
    padding-block: 3px;
    flex: 1 1 140px;
    min-inline-size: 0;
    inline-size: auto;
  }
  .filter.button {
    position: relative;
    display: flex;
    flex: 0 1 auto;
    gap: 4px;
    justify-content: space-between;
    inline-size: auto;
    max-inline-size: 200px;
    min-block-size: max(30px, var(--_control));
    padding: 3px 8px;
  }
  .filter.chosen {
    border-color: var(--_ink);
    font-weight: var(--_weight-strong);
  }
  .filter-menu {
    position: fixed;
    inset: auto;
    inline-size: min(300px, calc(100vw - 16px));
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-panel);
    background: var(--_raised);
    box-shadow: var(--_shadow-2);
    color: inherit;
  }
  .filter-menu:popover-open {
    display: flex;
    flex-direction: column;
  }
  .filter-menu .search {
    flex: none;
    inline-size: auto;
    margin: 8px 8px 0;
  }
  .filter-menu .values {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    padding: 6px;
  }
  .values li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 30px;
  }
  .values label {
    display: flex;
    gap: 8px;
    align-items: baseline;
    min-block-size: 24px;
    padding: 5px 8px;
    border-radius: var(--_radius-control);
    overflow-wrap: anywhere;
  }
  .values label:hover {
    background: var(--_hover);
  }
  .values input {
    flex: none;
    accent-color: var(--_accent);
  }
  .filter-menu .none {
    padding: 6px 16px 10px;
    color: var(--_ink-2);
  }
  .filter-menu .end {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    padding: 6px 8px 6px 16px;
    border-block-start: 1px solid var(--_line);
    font-size: var(--_text-caption);
  }
`;
