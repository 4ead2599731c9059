import { css } from 'lit';

/** The fields of an entry, what a change does, and what somebody else changed. */
export const formStyles = css`
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 250px), 1fr));
    gap: 14px 20px;
    align-items: start;
    padding-block: 4px 12px;
    max-inline-size: 860px;
  }
  .fields[inert] {
    opacity: 0.55;
  }
  .entry {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .entry .hint {
    margin-block: 0 4px;
  }
  .entry > :is(.field, .amount) ~ .hint {
    margin-block: 4px 0;
  }
  .entry:has(> .flag) .hint {
    margin-inline-start: 24px;
  }
  fieldset.entry {
    grid-column: 1 / -1;
  }
  .field.short {
    max-inline-size: 120px;
  }
  .amount {
    display: flex;
    gap: 6px;
  }
  .amount select {
    inline-size: auto;
  }
  .flag {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    min-block-size: 24px;
    padding-block: 3px;
    overflow-wrap: anywhere;
  }
  .flag input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 1px 0 0;
    accent-color: var(--_accent);
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 170px), 1fr));
    gap: 0 14px;
    max-block-size: 260px;
    overflow: auto;
    margin: -4px;
    padding: 4px;
  }
  input[type='search'] + .choices {
    margin-block-start: 6px;
  }
  .identity {
    display: grid;
    grid-template-columns: 150px minmax(0, 1fr) minmax(0, 1fr) auto;
    gap: 6px;
    align-items: end;
    padding-block-end: 8px;
  }
  .inner {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  .inner .field {
    color: var(--_ink);
    font-size: var(--_text-body);
  }
  .keys {
    padding-block: 10px;
    border-block-start: 1px solid var(--_line);
  }
  .key-line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
    padding-block: 4px;
    overflow-wrap: anywhere;
  }
  .key-line .button {
    margin-inline-start: auto;
  }
  .keys .amount {
    align-items: end;
  }
  .error {
    margin-block: 3px 6px;
    color: var(--_critical);
    font-size: var(--_text-caption);
    font-weight: var(--_weight-strong);
    overflow-wrap: anywhere;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding-block-start: 10px;
  }
  .edit > .acts {
    border-block-start: 1px solid var(--_line);
  }
  .withdraw {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    margin-inline-start: auto;
  }
  .review,
  .conflict {
    margin-block: 4px 12px;
    padding: 12px 14px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-control);
    background: var(--_raised);
    overflow-wrap: anywhere;
  }
  .conflict {
    border-inline-start: 4px solid var(--_critical-fill);
  }
  .head,
  .sub {
    display: block;
  }
  .head {
    font-size: var(--_text-read);
  }
  .sub {
    margin-block: 8px 2px;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    gap: 0 24px;
  }
  .review li,
  .conflict li {
    padding-block: 2px;
  }
  .effects li {
    display: flex;
    gap: 6px;
    align-items: baseline;
  }
  .effects .grave {
    color: var(--_critical);
    font-weight: var(--_weight-strong);
  }
  .both {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding-block: 4px;
  }
  .news {
    flex-wrap: wrap;
  }
  .news > span {
    flex: 1 1 140px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .news > .button {
    margin-inline-start: 0;
  }
  .section > .strip {
    border: 0;
    border-inline-start: 4px double var(--_line-strong);
    margin: 6px 14px;
  }
  .languages,
  .languages form {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 8px 16px;
    align-items: end;
  }
  .languages form {
    gap: 6px;
  }
  .notice-words {
    padding-block-start: 10px;
    border-block-start: 1px solid var(--_line);
  }
  .inserts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding-block-start: 6px;
  }
  .preview {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: baseline;
    padding-block: 8px;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  .preview q {
    padding: 4px 12px;
    border-radius: 99px;
    background: var(--_customer-tint);
    color: var(--_ink);
    quotes: none;
    overflow-wrap: anywhere;
  }
  details {
    font-size: var(--_text-caption);
  }
  summary {
    min-block-size: 24px;
    color: var(--_ink-2);
  }
  @container settings (inline-size < 620px) {
    .identity {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .identity > select,
    .identity > .inner {
      grid-column: 1;
    }
    .identity > .square {
      grid-row: 1;
      grid-column: 2;
    }
  }
  @media (forced-colors: active) {
    .fields[inert] {
      opacity: 1;
    }
    .preview q {
      border: 1px solid CanvasText;
    }
  }
`;
