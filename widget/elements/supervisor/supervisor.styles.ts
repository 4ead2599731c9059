import { css } from 'lit';

/** Floor and agents on one side, the monitored conversation on the other; one below the other where it is narrow. */
export const supervisorStyles = css`
  :host {
    display: block;
    container: supervisor / inline-size;
    block-size: 100%;
    min-block-size: 560px;
  }
  .desk {
    display: grid;
    grid-template-columns: minmax(0, 1.9fr) minmax(320px, 1fr);
    grid-template-rows: minmax(320px, 1fr) minmax(120px, 232px) auto;
    grid-template-areas: 'floor monitor' 'agents monitor' 'use use';
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
  floorwalk-monitor {
    grid-area: monitor;
    min-block-size: 0;
  }
  .use {
    grid-area: use;
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  dialog {
    inline-size: min(680px, calc(100cqi - 16px));
    max-inline-size: none;
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
  .close-form {
    display: grid;
    gap: 10px;
    padding: 14px;
  }
  .buttons {
    display: flex;
    gap: 8px;
    justify-content: flex-end;
  }
  .done {
    position: absolute;
  }
  @container supervisor (max-width: 980px) {
    .desk {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
      grid-template-areas: 'floor' 'monitor' 'agents' 'use';
      align-content: start;
      overflow: auto;
    }
    floorwalk-floor {
      block-size: 680px;
    }
    floorwalk-monitor {
      block-size: 640px;
    }
    .desk:not(.watching) floorwalk-monitor {
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
