import { css } from 'lit';

/** Settings below each other, each a line; what a change would do stands below its line. */
export const settingsStyles = css`
  :host {
    display: block;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
    padding: 8px 12px;
    border-block-end: 1px solid var(--_line);
  }
  .use {
    margin: 0;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: 4px 12px;
    border-block-end: 1px solid var(--_line);
  }
  label {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 32px;
  }
  .confirm {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding-block: 4px 8px;
  }
  .confirm p {
    flex: 1 1 220px;
    margin: 0;
  }
`;
