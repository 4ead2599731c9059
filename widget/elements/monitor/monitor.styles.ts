import { css } from 'lit';

/** The monitor panel: head, facts, people, transcript, composer. */
export const monitorStyles = css`
  :host {
    display: block;
    container: monitor / inline-size !important;
    min-block-size: 320px;
  }
  .panel {
    block-size: 100%;
    /* Where there is no room for everything, the writing stays within reach. */
    overflow: hidden auto;
  }
  .strong {
    font-weight: var(--_weight-strong);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 10px;
    align-items: center;
    padding: 10px 14px;
  }
  .head .about {
    flex: 1 1 160px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  /* Beside a floor: the subject with the cross, and below them what can be done. */
  @container monitor (max-width: 490px) {
    .head .about {
      flex-basis: calc(100% - 90px);
    }
    .head .button:not(.square) {
      order: 1;
    }
  }
  @container monitor (max-width: 400px) {
    .head > .who {
      display: none;
    }
  }
  .strip.hand {
    flex-wrap: wrap;
    border-block-start: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_ink);
    background: var(--_sunken);
  }
  .hand > [role='status'] {
    flex: 1 1 200px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(0, 1.5fr) minmax(0, 1.2fr) auto auto;
    flex: none;
    border-block: 1px solid var(--_line);
  }
  .fact {
    min-inline-size: 0;
    padding: 8px 14px;
  }
  .fact + .fact {
    border-inline-start: 1px solid var(--_line);
  }
  .fact dt {
    white-space: nowrap;
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .fact dd {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: center;
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .fact dd .picture.wait {
    inline-size: 60px;
  }
  .people {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    align-items: center;
    padding: 8px 14px;
    border-block-end: 1px solid var(--_line);
  }
  .person {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-inline-size: 0;
  }
  .muted {
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .late {
    color: var(--_critical);
    font-weight: var(--_weight-strong);
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  floorwalk-transcript {
    flex: 1 0 auto;
    block-size: 160px;
    min-inline-size: 0;
  }
  .joining {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    justify-content: space-between;
    padding: 10px 14px;
    border-block-start: 1px solid var(--_line);
    background: var(--_sunken);
  }
  .joining span {
    flex: 1 1 180px;
  }
  @container monitor (max-width: 490px) {
    .facts {
      grid-template-columns: 1fr 1fr;
    }
    .fact {
      padding-block: 6px;
    }
    .fact:nth-child(3) {
      border-inline-start: 0;
    }
    .fact:nth-child(n + 3) {
      display: flex;
      flex-wrap: wrap;
      gap: 0 8px;
      align-items: baseline;
      padding-block: 4px;
      border-block-start: 1px solid var(--_line);
    }
  }
`;
