import { css } from 'lit';

/** Floor and agents on one side, the monitored conversation on the other; one below the other where it is narrow. */
export const supervisorStyles = css`
  :host {
    position: relative;
    display: block;
    container: supervisor / inline-size !important;
    block-size: 100%;
    min-block-size: 560px;
  }
  .desk {
    display: grid;
    grid-template-columns: minmax(0, 1.9fr) minmax(320px, 1fr);
    grid-template-rows: minmax(320px, 1fr) minmax(120px, 232px) auto;
    grid-template-areas: 'floor panels' 'agents panels' 'use use';
    gap: 8px;
    block-size: 100%;
  }
  floorwalk-floor {
    grid-area: floor;
    min-block-size: 0;
  }
  floorwalk-agents {
    grid-area: agents;
    min-block-size: 0;
  }
  .panels {
    display: flex;
    flex-direction: column;
    grid-area: panels;
    min-inline-size: 0;
    min-block-size: 0;
  }
  .side {
    display: grid;
    flex: 1;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    grid-template-rows: minmax(0, 1fr);
    gap: 8px;
    min-block-size: 0;
  }
  floorwalk-monitor {
    min-block-size: 0;
  }
  .panel-tabs {
    display: flex;
    flex: none;
    gap: 2px;
    margin-block-end: -1px;
  }
  .panel-tabs li {
    display: flex;
    flex: 0 1 auto;
    align-items: center;
    min-inline-size: 0;
    border: 1px solid transparent;
    border-start-start-radius: var(--_radius-panel);
    border-start-end-radius: var(--_radius-panel);
  }
  .panel-tabs li.front {
    border-color: var(--_line) var(--_line) transparent;
    background: var(--_surface);
    font-weight: var(--_weight-strong);
  }
  .panel-tabs .tab {
    display: flex;
    gap: 4px;
    align-items: center;
    min-inline-size: 24px;
    min-block-size: max(30px, var(--_control));
    padding-block: 2px;
    padding-inline: 6px 0;
    border: 0;
    background: none;
  }
  .panel-tabs .square {
    inline-size: 24px;
  }
  .panel-tabs :focus-visible {
    outline-offset: -2px;
  }
  /* Below everything, and in sight where that scrolls. */
  .trouble {
    position: sticky;
    z-index: 3;
    grid-column: 1 / -1;
    inset-block-end: 0;
    border: 1px solid var(--_critical);
    border-radius: var(--_radius-control);
    box-shadow: var(--_shadow-2);
  }
  .use {
    grid-area: use;
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  dialog {
    inline-size: min(680px, calc(100cqi - 16px));
    max-inline-size: none;
    /* It grows downwards: what the pointer is on stays where it is. */
    margin-block: min(6vh, 48px) auto;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-panel);
    background: var(--_raised);
    box-shadow: var(--_shadow-2);
    color: inherit;
  }
  dialog::backdrop {
    background: rgb(20 25 31 / 0.42);
  }
  /* From here on the open conversations stand side by side; below, one is in front of the others. */
  @container supervisor (min-width: 1580px) {
    .panel-tabs {
      display: none;
    }
    .desk.panels-2 {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .desk.panels-3 {
      grid-template-columns: minmax(500px, 0.5fr) minmax(0, 1fr);
    }
  }
  @container supervisor (max-width: 1579.98px) {
    floorwalk-monitor.back {
      display: none;
    }
  }
  @container supervisor (max-width: 980px) {
    .desk {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
      grid-template-areas: 'floor' 'panels' 'agents' 'use';
      grid-auto-rows: max-content;
      align-content: start;
      overflow: auto;
      scroll-padding: 8px;
      /* Keys and readers come to things in the order in which they are seen. */
      reading-flow: grid-rows;
    }
    .desk:has(> .trouble) {
      scroll-padding-block-end: 88px;
    }
    floorwalk-floor {
      block-size: 680px;
    }
    floorwalk-monitor {
      block-size: 640px;
    }
    .desk:not(.watching) .panels {
      display: none;
    }
    floorwalk-agents {
      max-block-size: 420px;
    }
  }
  @container supervisor (max-width: 490px) {
    floorwalk-monitor {
      block-size: 820px;
    }
  }
`;
