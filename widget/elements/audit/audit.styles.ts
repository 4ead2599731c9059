import { css } from 'lit';

/** The record: a search above a table that becomes a list of cards where there is no room for columns. */
export const auditStyles = css`
  :host {
    display: block;
    block-size: 100%;
    container: audit / inline-size !important;
  }
  .panel {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  header,
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: end;
    padding: 8px 12px;
    border-block-end: 1px solid var(--_line);
  }
  header {
    align-items: baseline;
  }
  .use {
    margin: 0;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  label {
    display: grid;
    flex: 1 1 150px;
    gap: 2px;
    font-size: var(--_text-caption);
  }
  label .field {
    inline-size: 100%;
    box-sizing: border-box;
    min-inline-size: 0;
  }
  .count {
    margin: 0;
    padding: 6px 12px;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  .lines {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 5px 12px;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  @container audit (inline-size < 620px) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody,
    tr,
    td {
      display: block;
    }
    tr {
      padding: 6px 12px;
      border-block-end: 1px solid var(--_line);
    }
    td {
      padding: 0;
      border: 0;
    }
    td:empty {
      display: none;
    }
    td:nth-child(3) {
      font-weight: 600;
    }
  }
`;
