import { css } from 'lit';

/** What the assign and the transfer dialog share: title, search, candidates, what-if line. */
export const candidateStyles = css`
  :host {
    display: block;
    container: dialog / inline-size !important;
  }
  .panel {
    max-block-size: min(760px, 92dvh);
    overflow: hidden auto;
    /* Room for what decides, which stays in sight. */
    scroll-padding-block: 8px 104px;
  }
  .head,
  .tools,
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    padding: 10px 14px;
  }
  .head .about {
    flex: 1;
    min-inline-size: 0;
  }
  .tools .field {
    flex: 1 1 180px;
    inline-size: auto;
  }
  .tools label {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    font-size: var(--_text-caption);
  }
  .list {
    flex: 1 0 auto;
    max-block-size: 320px;
    min-block-size: 120px;
    overflow: auto;
    border-block: 1px solid var(--_line);
  }
  .candidate {
    display: grid;
    grid-template-columns: 18px minmax(110px, 1.6fr) minmax(90px, 1.2fr) 110px 78px;
    gap: 0 10px;
    align-items: center;
    box-sizing: border-box;
    min-block-size: var(--_row);
    padding: 4px 14px;
    border-block-end: 1px solid var(--_line);
  }
  .group {
    padding: 6px 14px 2px;
    color: var(--_ink-2);
    font-size: var(--_text-caption);
    font-weight: var(--_weight-strong);
  }
  .what-if {
    display: grid;
    gap: 6px;
    padding: 10px 14px;
    background: var(--_sunken);
    overflow-wrap: anywhere;
  }
  /* Room for the longest usual line, so that nothing below moves while somebody moves through the list. */
  .outlook {
    min-block-size: 40px;
    max-block-size: 120px;
    overflow: auto;
    line-height: 20px;
  }
  .strip.lost {
    flex-wrap: wrap;
  }
  .lost > [role='alert'] {
    flex: 1 1 180px;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .card {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px 12px;
    padding: 10px 14px;
    border-block-start: 1px solid var(--_line);
  }
  .card .whole {
    grid-column: 1 / -1;
    margin: 0;
  }
  .card .mood {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
  }
  .card .mood .field {
    inline-size: auto;
  }
  .card textarea {
    min-block-size: 44px;
  }
  .card h3 {
    grid-column: 1 / -1;
    font-size: var(--_text-body);
  }
  /* What decides stays in sight where the rest has to scroll. */
  .foot {
    position: sticky;
    inset-block-end: 0;
    justify-content: flex-end;
    background: var(--_raised);
  }
  .foot .grow {
    flex: 1 1 140px;
    overflow-wrap: anywhere;
  }
  .foot .button {
    max-inline-size: 100%;
  }
  @container dialog (max-width: 520px) {
    .candidate {
      grid-template-columns: 18px 1fr 78px;
    }
    .candidate .c-queues,
    .candidate .c-bar {
      display: none;
    }
    .card {
      grid-template-columns: 1fr;
    }
    .outlook {
      min-block-size: 80px;
    }
    /* What happened and what can be done come before who else there is. */
    .panel:has(.lost) .list {
      flex-shrink: 1;
      max-block-size: 140px;
    }
  }
`;
