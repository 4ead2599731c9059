import { css } from 'lit';

/** The line of the views: the server's own as tabs, and at its end those that were saved. */
export const savedViewsStyles = css`
  .views {
    display: flex;
    align-items: center;
    padding-inline-end: 12px;
    border-block-end: 1px solid var(--_line);
  }
  .views-button {
    display: flex;
    flex: 0 1 auto;
    gap: 4px;
    max-inline-size: min(45%, 200px);
    padding: 3px 8px;
  }
  /* On a telephone the tabs need the line: what is not the name of a view is heard and not seen. */
  @container floor (max-width: 459.98px) {
    .views-button:not(.named) {
      flex: none;
      gap: 0;
    }
    .views-button:not(.named) .cut {
      inline-size: 0;
    }
  }
`;
