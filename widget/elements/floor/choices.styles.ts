import { css } from 'lit';

/** A filter's button and the values under it. */
export const choicesStyles = css`
  :host {
    display: block;
    flex: 0 1 auto;
    max-inline-size: 200px;
  }
  .button.field {
    position: relative;
    display: flex;
    gap: 4px;
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: max(30px, var(--_control));
    padding: 3px var(--_choice-padding, 8px);
  }
  /* A narrow floor: that nothing is chosen needs no word. */
  @container (max-width: 620px) {
    .all .whole {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .all::before {
      content: attr(data-short);
      content: attr(data-short) / '';
    }
  }
  .button.chosen {
    border-color: var(--_ink);
    font-weight: var(--_weight-strong);
  }
  .menu {
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
  .menu:popover-open {
    display: flex;
    flex-direction: column;
  }
  .search {
    flex: none;
    inline-size: auto;
    margin: 8px 8px 0;
  }
  .values {
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
  .none {
    padding: 6px 16px 10px;
    color: var(--_ink-2);
  }
  .end {
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
