import { css } from 'lit';

/** The desk: offers and own conversations, the conversation in hand, and who is here. */
export const agentStyles = css`
  :host {
    display: block;
    container: desk / inline-size !important;
    block-size: 100%;
    min-block-size: 520px;
  }
  .desk {
    display: grid;
    grid-template-columns: minmax(240px, 300px) minmax(0, 1fr) minmax(200px, 260px);
    gap: 8px;
    block-size: 100%;
  }
  .column {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .column > .panel.fill,
  floorwalk-desk-conversation {
    flex: 1;
    min-block-size: 0;
  }
  /* However many offers there are, the own conversations keep their place; the column scrolls. */
  .lists {
    overflow-y: auto;
    scroll-padding: 6px;
  }
  .lists > .panel {
    flex: none;
  }
  .lists > .panel.fill {
    flex: 1 0 auto;
    min-block-size: 180px;
  }
  :host > .panel.fill {
    block-size: 100%;
  }
  /* Wide enough for each of its choices in every language; the button beside it goes below where both do not fit. */
  .line > select.field {
    flex: 1 1 max-content;
    inline-size: auto;
    min-inline-size: 0;
  }
  .sound {
    flex: none;
    align-self: stretch;
    min-inline-size: 104px;
    white-space: nowrap;
  }
  .line.wraps {
    flex-wrap: wrap;
  }
  .ask-line {
    display: grid;
    gap: 6px;
  }
  .hand .grow {
    flex-basis: 140px;
  }
  .ask {
    border: 2px solid var(--_ink);
    box-shadow: var(--_shadow-2);
  }
  .ask p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .scrolls {
    overflow: auto;
  }
  .raised {
    justify-self: end;
  }
  .block {
    display: grid;
    gap: 6px;
    padding: 10px 12px;
    border-block-end: 1px solid var(--_line);
  }
  .line {
    display: flex;
    gap: 8px;
    align-items: center;
    min-inline-size: 0;
  }
  .grow {
    flex: 1;
    min-inline-size: 0;
  }
  .strong {
    font-weight: var(--_weight-strong);
  }
  .muted {
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .late {
    color: var(--_critical);
    font-weight: var(--_weight-strong);
  }
  .offer {
    border: 2px solid var(--_ink);
    box-shadow: var(--_shadow-2);
  }
  /* Long words of a language bring the button under the sentence. */
  .strip.still {
    flex-wrap: wrap;
  }
  .strip.still > span {
    flex: 1 1 120px;
  }
  /* A name in the other direction still begins where the lines around it do. */
  .offer [dir='auto'] {
    text-align: left;
  }
  :host(:dir(rtl)) .offer [dir='auto'] {
    text-align: right;
  }
  .offer dl {
    display: grid;
    gap: 2px;
    margin: 0;
  }
  .offer dt {
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .offer dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .offer .primary {
    flex: 1;
  }
  .list {
    flex: 1;
    min-block-size: 100px;
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }
  .item {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    gap: 0 8px;
    align-items: center;
    inline-size: 100%;
    min-block-size: 48px;
    padding: 6px 12px;
    border: 0;
    border-block-end: 1px solid var(--_line);
    border-inline-start: 4px solid transparent;
    background: none;
    text-align: start;
  }
  .item:hover {
    background: var(--_hover);
  }
  .item[aria-current='true'] {
    border-inline-start-color: var(--_ink);
    background: var(--_selected);
  }
  .unread {
    justify-self: end;
    min-inline-size: 18px;
    padding-inline: 5px;
    border-radius: 9px;
    background: var(--_ink);
    color: var(--_surface);
    font-size: var(--_text-key);
    font-weight: var(--_weight-strong);
    line-height: 18px;
    text-align: center;
    forced-color-adjust: none;
  }
  .asking {
    flex-wrap: wrap;
  }
  .asking > form {
    flex-basis: 100%;
  }
  .two {
    display: grid;
    min-inline-size: 0;
    line-height: 17px;
  }
  .num {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 10px 14px;
    border-block-end: 1px solid var(--_line);
  }
  .here {
    padding: 6px 14px;
    border-block-end: 1px solid var(--_line);
    background: var(--_sunken);
  }
  floorwalk-transcript {
    flex: 1;
    min-block-size: 120px;
    min-inline-size: 0;
  }
  .facts {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 4px 12px;
    margin: 0;
  }
  .facts dt {
    color: var(--_ink-2);
  }
  .facts dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  /* With nothing in hand there is nothing to say about it. */
  .aside:empty {
    display: none;
  }
  @container desk (min-width: 900.02px) {
    .work:has(+ .aside:empty) {
      grid-column: 2 / -1;
    }
  }
  @container desk (min-width: 600.02px) and (max-width: 900px) {
    .desk {
      /* On a low page it scrolls: the conversation keeps room for its text. */
      grid-template-rows: minmax(500px, 1fr) auto;
      grid-template-columns: minmax(220px, 270px) minmax(0, 1fr);
      overflow: auto;
      scroll-padding: 8px;
    }
    .lists {
      grid-row: span 2;
    }
    .aside {
      grid-row: 2;
      grid-column: 2;
      max-block-size: 210px;
    }
  }
  @container desk (max-width: 600px) {
    .head > .line {
      flex-basis: 100%;
    }
    .lists {
      overflow: visible;
    }
    .lists > .panel.fill,
    .list {
      min-block-size: 48px;
    }
    .here {
      flex-wrap: wrap;
    }
    .here > .grow,
    .asking .field {
      flex-basis: 100%;
    }
    .desk {
      grid-template-columns: minmax(0, 1fr);
      block-size: auto;
    }
    .work .panel.fill {
      min-block-size: 560px;
    }
    .list {
      max-block-size: 260px;
    }
  }
  /* A border that is transparent elsewhere is drawn here: only what is chosen keeps one. */
  @media (forced-colors: active) {
    .item {
      border-inline-start-color: Canvas;
    }
    .item[aria-current='true'] {
      border-inline-start-color: Highlight;
    }
  }
`;
