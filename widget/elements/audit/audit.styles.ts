import { css } from 'lit';

/** The record: a search above lines of a sentence each, a time before it and its place behind. */
export const auditStyles = css`
  :host {
    display: block;
    block-size: 100%;
    container: audit / inline-size;
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
    padding: 10px 14px;
    border-block-end: 1px solid var(--_line);
  }
  header {
    gap: 4px 12px;
    align-items: baseline;
  }
  .strong {
    font-weight: var(--_weight-strong);
  }
  .use,
  .count,
  .seal {
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  .seal {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    padding: 6px 14px;
    border-block-end: 1px solid var(--_line);
    background: var(--_sunken);
  }
  .anchor {
    overflow-wrap: anywhere;
  }
  .seal .button {
    margin-inline-start: auto;
  }
  form label {
    display: grid;
    flex: 1 1 150px;
    gap: 2px;
    min-inline-size: 0;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  form label .field {
    min-inline-size: 0;
    color: var(--_ink);
    font-size: var(--_text-body);
  }
  .acts {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 8px;
  }
  .count {
    padding: 6px 14px;
  }
  /* What is hidden from sight in lines is placed absolutely and must scroll with them. */
  .lines {
    position: relative;
    flex: 1;
    min-block-size: 0;
    overflow: auto;
  }
  .lines:focus-visible {
    outline-offset: -2px;
  }
  .day {
    position: sticky;
    inset-block-start: 0;
    padding: 4px 14px;
    border-block: 1px solid var(--_line);
    background: var(--_sunken);
    color: var(--_ink-2);
    font-size: var(--_text-caption);
    font-weight: var(--_weight-strong);
  }
  li.line {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr) auto;
    gap: 0 8px;
    align-items: baseline;
    padding: 6px 14px;
    border-block-end: 1px solid var(--_line);
  }
  li.line:hover {
    background: var(--_hover);
  }
  time {
    color: var(--_ink-2);
  }
  .said {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .said bdi {
    max-inline-size: 100%;
  }
  .where,
  .about {
    padding: 0 6px;
    border-radius: 3px;
    background: var(--_customer-tint);
  }
  .where {
    border-radius: 99px;
  }
  .details li {
    display: inline;
  }
  .details li + li::before {
    content: ' · ';
  }
  .details {
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  .raw {
    color: var(--_ink-3);
    font-size: var(--_text-caption);
  }
  .raw[open] {
    grid-column: 1 / -1;
  }
  .raw summary {
    min-inline-size: 24px;
    min-block-size: 24px;
    text-align: end;
  }
  pre {
    max-block-size: 220px;
    margin: 0;
    padding: 8px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_sunken);
    font-family: var(--_font-mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .older {
    padding: 10px 14px 16px;
    text-align: center;
  }
  @container audit (inline-size < 520px) {
    .panel {
      overflow: auto;
    }
    .lines {
      flex: none;
      overflow: visible;
    }
    form label {
      flex-basis: 120px;
    }
    li.line {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    li.line time {
      grid-column: 1;
    }
    .said {
      grid-row: 2;
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .where,
    .about {
      border: 1px solid CanvasText;
    }
  }
`;
