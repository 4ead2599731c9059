import { css } from 'lit';
import { oneLine } from './one-line.styles.ts';

/** The floor with forced colours and at the widths of its own box: more columns from 1,200 px on, no queue below 880, cards below 760. */
export const floorWidths = css`
  ${oneLine}
  /* Where the page gives it no height the list still scrolls in itself, so that only its window is asked for; on a low page the page scrolls. */
  :host {
    max-block-size: max(100dvh, 560px);
  }
  @container floor (min-width: 1200px) {
    .row {
      grid-template-columns:
        24px minmax(140px, 1.6fr) minmax(80px, 0.8fr) minmax(120px, 1.1fr) minmax(86px, 0.7fr)
        84px 120px minmax(184px, 1.2fr) minmax(140px, 1.6fr) 66px 64px;
    }
    .row .wide {
      display: grid;
    }
  }
  @container floor (max-width: 880px) {
    .row {
      grid-template-columns:
        24px minmax(110px, 1.7fr) minmax(96px, 1.2fr) minmax(80px, 0.8fr)
        76px 118px minmax(184px, 1.4fr);
    }
    .c-queue {
      display: none;
    }
  }
  @container floor (max-width: 760px) {
    .row.heads {
      display: none;
    }
    .row {
      grid-template-columns: 24px minmax(0, 1fr) minmax(0, 116px);
      grid-template-areas: 'icon who wait' '. agent state' '. why why' '. mood mood';
      gap: 2px 10px;
      align-items: start;
      block-size: 142px;
      padding-block: 8px;
    }
    .c-icon {
      grid-area: icon;
    }
    .c-who {
      grid-area: who;
    }
    .c-agent {
      grid-area: agent;
    }
    .c-state {
      grid-area: state;
      text-align: end;
    }
    .c-wait {
      grid-area: wait;
    }
    .c-mood {
      display: flex;
      grid-area: mood;
      gap: 8px;
      align-items: center;
      justify-content: start;
    }
    .row .c-why {
      display: block;
      grid-area: why;
      max-block-size: 36px;
      overflow: hidden;
    }
    .row .c-why .reason {
      max-block-size: none;
      white-space: normal;
    }
    .c-mood {
      padding: 0;
    }
    .alarm-words {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    /* As high as a reason of two lines, so that choosing a row moves none. */
    .command {
      align-content: start;
      min-block-size: 52px;
      padding-inline: 6px;
    }
    .command .key {
      display: none;
    }
    .commands {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(112px, 1fr));
    }
    /* One line: the rows need the height. */
    .filters {
      flex-wrap: nowrap;
      gap: 4px;
    }
    .filters > .search {
      flex: 1 1 90px;
      padding-inline: 8px;
    }
    .filter.button {
      min-inline-size: 0;
      padding-inline: 5px;
    }
    /* That nothing is chosen needs no word here. */
    .filter .all .whole {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .filter .all::before {
      content: attr(data-short);
      content: attr(data-short) / '';
    }
  }
  @container floor (max-width: 459.98px) {
    /* It scrolls sideways, as the views do. */
    .filters {
      overflow-x: auto;
      scroll-padding-inline: 8px;
    }
    .filters > .search {
      flex: 1 0 180px;
    }
    .filter.button {
      flex: none;
    }
    .head {
      column-gap: 4px;
    }
    .head .queues {
      display: none;
    }
    .commands {
      order: 9;
    }
    /* Keys and readers come to things in the order in which they are seen. */
    .panel {
      reading-flow: flex-visual;
    }
    /* While the order is held, that it is comes first; it has two lines from the start. */
    .foot {
      min-block-size: 44px;
    }
    .foot > .line {
      line-height: 16px;
    }
    .foot > .line > .icon,
    .foot .key,
    .foot:has(.line) > .muted {
      display: none;
    }
  }
  /* Cards that have room for three columns: half as high. */
  @container floor (min-width: 460px) and (max-width: 760px) {
    .row {
      grid-template-columns: 24px minmax(0, 1.4fr) minmax(0, 1fr) 116px;
      grid-template-areas: 'icon who agent wait' '. why state mood';
      row-gap: 4px;
      block-size: 92px;
      padding-block: 6px;
    }
    .c-state {
      text-align: start;
    }
    .c-mood {
      display: grid;
      gap: 0;
      justify-content: end;
      justify-items: end;
    }
    .mood .sub {
      text-align: end;
    }
  }
  /* A border that is transparent elsewhere is drawn here: only what is chosen keeps one. */
  @media (forced-colors: active) {
    .row.heads {
      border-inline-start-color: Canvas;
    }
    .tab:not([aria-selected='true']) {
      border-block-end-color: Canvas;
    }
    .tab[aria-selected='true'] {
      border-block-end: 3px solid Highlight;
    }
    .command {
      border-color: Canvas;
    }
    .command[aria-disabled='true'] :is(.name, small) {
      color: GrayText;
    }
  }
`;
