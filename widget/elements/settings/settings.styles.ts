import { css } from 'lit';

/** Sections beside their content; where there is no room, above it, and a list gives way to the entry that is open. */
export const settingsStyles = css`
  :host {
    display: block;
    container: settings / inline-size;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
    padding: 10px 14px;
    border-block-end: 1px solid var(--_line);
  }
  .use,
  .hint,
  .about {
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  .about {
    padding: 10px 14px 4px;
  }
  .reading {
    padding: 14px;
    color: var(--_ink-2);
  }
  .strong {
    font-weight: var(--_weight-strong);
  }
  .body {
    display: grid;
    grid-template-columns: 184px minmax(0, 1fr);
  }
  nav {
    display: flex;
    flex-direction: column;
    gap: 2px;
    padding: 8px;
    border-inline-end: 1px solid var(--_line);
    background: var(--_sunken);
  }
  .tab,
  .item {
    min-block-size: var(--_control);
    border: 0;
    border-inline-start: 4px solid transparent;
    border-radius: var(--_radius-control);
    background: none;
    text-align: start;
  }
  .tab {
    padding: 5px 8px;
  }
  .tab:hover,
  .item:hover {
    background: var(--_hover);
  }
  .tab[aria-current],
  .item[aria-current] {
    border-inline-start-color: var(--_ink);
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    background: var(--_selected);
    font-weight: var(--_weight-strong);
  }
  .section {
    min-inline-size: 0;
    min-block-size: 320px;
  }
  .halves {
    display: grid;
    grid-template-columns: minmax(220px, 2fr) minmax(0, 5fr);
  }
  .list {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-inline-size: 0;
    padding: 8px;
    border-inline-end: 1px solid var(--_line);
  }
  .list > ul {
    max-block-size: 560px;
    overflow: auto;
  }
  .find {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .find .field {
    flex: 1 1 150px;
    inline-size: auto;
    min-inline-size: 0;
  }
  .item {
    display: grid;
    inline-size: 100%;
    padding: 5px 8px;
  }
  .item .more {
    color: var(--_ink-2);
    font-size: var(--_text-caption);
    font-weight: var(--_weight);
  }
  .item.off .cut {
    color: var(--_ink-3);
  }
  .mark {
    display: flex;
    gap: 4px;
    align-items: center;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
    font-weight: var(--_weight);
  }
  .edit {
    min-inline-size: 0;
    padding: 8px 14px 14px;
  }
  .edit-head {
    display: flex;
    gap: 8px;
    align-items: baseline;
    padding-block: 4px 8px;
    font-size: var(--_text-title);
  }
  .back {
    display: none;
    font-size: var(--_text-body);
  }
  .back .icon {
    transform: scaleX(-1);
  }
  .back:dir(rtl) .icon {
    transform: none;
  }
  @container settings (inline-size < 760px) {
    .body {
      grid-template-columns: minmax(0, 1fr);
    }
    nav {
      flex-direction: row;
      flex-wrap: wrap;
      border-inline-end: 0;
      border-block-end: 1px solid var(--_line);
    }
    .tab {
      border-inline-start: 0;
      border-block-end: 3px solid transparent;
    }
    .tab[aria-current] {
      border-radius: var(--_radius-control) var(--_radius-control) 0 0;
      border-block-end-color: var(--_ink);
    }
  }
  @container settings (inline-size < 620px) {
    .halves {
      grid-template-columns: minmax(0, 1fr);
    }
    .halves.chosen .list,
    .reading.aside {
      display: none;
    }
    .list {
      border: 0;
    }
    .back {
      display: inline-flex;
    }
    .edit-head {
      flex-wrap: wrap;
      align-items: center;
    }
    .withdraw {
      margin-inline-start: 0;
    }
  }
  @media (forced-colors: active) {
    .tab,
    .item {
      border-color: Canvas;
    }
    .tab[aria-current]:not(:focus-visible) {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
    .tab[aria-current]:focus-visible {
      outline-width: 4px;
      outline-offset: -4px;
    }
  }
`;
